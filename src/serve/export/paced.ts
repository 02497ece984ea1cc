import { setTimeout as sleep } from 'node:timers/promises';
import { letOthersRun } from '../../store/reading/let-others-run';
import type { Work } from '../../store/reading/work';
import type { Quota } from '../quota/quota';

/** What each paper costs that goes out, in tenths of a millisecond of processor time: to be read and to be written as BibTeX. */
const COST_OF_PAPER = 6;

/** So long papers may keep this thread before others have their turn, in milliseconds. */
const MOST_WITHOUT_TURN = 8;

/** Papers are put together to pieces of so much, in characters. */
const PIECE = 32_000;

/** How long a client may take nothing, in milliseconds. */
const STALLED = 30_000;

/** For whom papers go out. */
export interface Taker {
  client: string;
  quota: Quota;
  /** Stopped when the client goes, or its time is over. */
  work: Work;
  /** Breaks off the answer of one that takes nothing. */
  cutOff(): void;
}

/**
 * Puts texts together to pieces as a client takes them, so that nobody waits for it: others have their turn every few milliseconds, and
 * who has spent a quota waits until there is more.
 *
 * @param papers texts of about a paper each
 * @throws WorkStopped when the client has gone, or its time is over
 */
export async function* paced(
  papers: AsyncIterable<string>,
  { client, quota, work, cutOff }: Taker,
): AsyncGenerator<string> {
  let piece = '';
  let count = 0;
  let since = performance.now();
  for await (const paper of papers) {
    piece += paper;
    count += 1;
    const ms = performance.now() - since;
    if (piece.length < PIECE && ms < MOST_WITHOUT_TURN) continue;
    if (piece !== '') {
      const stalled = setTimeout(cutOff, STALLED);
      yield piece;
      clearTimeout(stalled);
    }
    work.spentMs += ms;
    await pay({ client, quota, work }, count * COST_OF_PAPER);
    await letOthersRun({ work });
    piece = '';
    count = 0;
    since = performance.now();
  }
  yield piece;
}

async function pay({ client, quota, work }: Omit<Taker, 'cutOff'>, cost: number): Promise<void> {
  for (let ms = quota.takeOrWait(client, cost); ms > 0; ms = quota.takeOrWait(client, cost)) {
    await sleep(ms);
    work.check();
  }
}
