import { setTimeout as sleep } from 'node:timers/promises';

/** How long until it is asked again, in milliseconds. */
const AGAIN = 20;

/** So long nothing takes that tests wait for, in milliseconds. */
const MOST = 20_000;

/** Asks again and again until the answer is as expected, and gives that one. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isExpected: (answer: Answer) => boolean,
): Promise<Answer> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    if (isExpected(answer)) return answer;
    if (performance.now() - began > MOST) throw new Error(`expected another answer, got ${JSON.stringify(answer)}`);
    await sleep(AGAIN);
  }
}
