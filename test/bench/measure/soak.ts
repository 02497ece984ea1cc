import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSchema } from '../../../src/resolve/schema';
import { Asking } from '../../support/asking';
import { readKnown } from '../../support/hostile-requests';
import { randomOperation } from '../../support/random-operation';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { createRandom } from '../corpus/random';
import { residentMemory } from '../processes/memory';
import { report } from '../report';
import { Imports } from '../soak/imports';
import { readMetrics } from '../soak/metrics';
import { type Subscriber, socketSubscriber, streamSubscriber } from '../soak/subscribers';
import { markdownTable, megabytes } from '../table';

/** Requests a second, none of them met before. */
const RATE = 40;
/** Subscribers of each kind; one of them leaves and another one comes every second. */
const SUBSCRIBERS = 20;
/** How often a digest is imported, in milliseconds. */
const IMPORT_EVERY = 20_000;
/** As the operator's page advises: with room for gigabytes Node.js leaves garbage lie, and its memory says little. */
const HEAP = '--max-old-space-size=384';
/** Fewer at once than usual, as fits so small a heap: on a machine with other work they pile up. */
const MOST_AT_ONCE = '100';
/** Rows of the table: so many parts of the time. */
const PARTS = 12;
/** How long the server is left alone at the end, in milliseconds. */
const REST = 5_000;

/**
 * Leaves an Offprint with its usual settings under a steady load of random operations, subscribers that come and go, and
 * imports, and shows what it holds over time: it is to end where it began.
 */
export async function measureSoak({ file }: MadeDatabase, minutes: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-soak-'));
  const copy = join(folder, 'offprint.sqlite');
  copyFileSync(file, copy);
  const databaseUrl = `sqlite:${copy}`;
  const server = await startOffprint(databaseUrl, 'on', {
    place: 'anywhere',
    nodeFlags: [HEAP],
    env: { MAX_OPERATIONS: MOST_AT_ONCE },
  });
  const imports = new Imports(databaseUrl);
  const sum = { requests: 0, refused: 0, failed: 0, events: 0, broken: 0, imports: 0 };
  const until = performance.now() + minutes * 60_000;
  const goOn = (): boolean => performance.now() < until;

  const schema = buildSchema();
  const asker = new Asking(server.url);
  const known = await readKnown(asker);
  asker.close();
  const texts = [...known.values()].flat();
  const ask = async (): Promise<void> => {
    const random = createRandom(++sum.requests);
    const { text, variables } = randomOperation(schema, { random, known: (name) => known.get(name) ?? texts });
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    const answer = await response.text();
    if (answer.includes('INTERNAL_SERVER_ERROR')) sum.failed += 1;
    else if (answer.startsWith('{"errors"')) sum.refused += 1;
  };
  const asking = async (): Promise<void> => {
    const under = new Set<Promise<void>>();
    const began = performance.now();
    for (let turn = 1; goOn(); turn++) {
      const one: Promise<void> = ask()
        .catch(() => {
          sum.failed += 1;
        })
        .finally(() => under.delete(one));
      under.add(one);
      await sleep(Math.max(0, began + (turn * 1000) / RATE - performance.now()));
    }
    await Promise.all(under);
  };

  const listener = { onEvent: () => void sum.events++, onFailure: () => void sum.broken++ };
  const subscribing = async (): Promise<void> => {
    const there: Subscriber[] = [];
    for (let turn = 0; goOn(); turn++) {
      const subscribe = turn % 2 === 0 ? socketSubscriber : streamSubscriber;
      there.push(subscribe(server.url, listener));
      if (there.length > 2 * SUBSCRIBERS) {
        there.shift()?.leave().catch(listener.onFailure);
        await sleep(1_000);
      }
    }
    await Promise.all(there.map((one) => one.leave()));
  };

  const importing = async (): Promise<void> => {
    while (goOn()) {
      await imports.next();
      sum.imports += 1;
      await sleep(Math.min(IMPORT_EVERY, Math.max(0, until - performance.now())));
    }
  };

  const rows: string[][] = [];
  const memories: number[] = [];
  const look = async (title: string): Promise<void> => {
    const metrics = await readMetrics(server.url);
    const of = (name: string): number => metrics.get(name) ?? Number.NaN;
    const memory = residentMemory(server.pid);
    memories.push(memory);
    report(`soak: ${title}: ${megabytes(memory)} MB`);
    rows.push([
      title,
      String(sum.requests),
      String(sum.refused),
      String(sum.failed),
      String(sum.imports),
      String(sum.events),
      String(sum.broken),
      megabytes(memory),
      megabytes(of('nodejs_heap_size_used_bytes')),
      megabytes(of('offprint_cache_bytes{cache="answers"}')),
      megabytes(of('offprint_cache_bytes{cache="documents"}')),
      String(of('offprint_connections{kind="subscription"}')),
      (of('nodejs_eventloop_lag_p99_seconds') * 1000).toFixed(0),
    ]);
  };
  const looking = async (): Promise<void> => {
    for (let part = 1; part <= PARTS; part++) {
      await sleep((minutes * 60_000) / PARTS - (part === PARTS ? 200 : 0));
      await look(`after ${((minutes * part) / PARTS).toFixed(1)} min`);
    }
  };

  try {
    await Promise.all([asking(), subscribing(), importing(), looking()]);
    await sleep(REST);
    await look('when all have gone');
  } finally {
    await server.stop();
    imports.clear();
    rmSync(folder, { recursive: true });
  }
  const heads =
    'time|requests|refused|failed|imports|events heard|subscriptions broken|memory MB|heap MB|answers MB|documents MB|subscriptions|event loop p99 ms';
  const sixth = memories[Math.ceil(PARTS / 6) - 1] as number;
  const last = memories[PARTS - 1] as number;
  const ratio = (last / sixth).toFixed(2);
  return `${markdownTable(heads.split('|'), rows)}\n\nMemory at the end: ${ratio} times that after a sixth of the time.`;
}
