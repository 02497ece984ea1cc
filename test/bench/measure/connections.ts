import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { residentMemory } from '../processes/memory';
import { report } from '../report';
import { Imports } from '../soak/imports';
import { readMetrics } from '../soak/metrics';
import { type Subscriber, socketSubscriber, streamSubscriber } from '../soak/subscribers';
import { markdownTable, megabytes } from '../table';

/** Sockets, and as many event streams, each with one subscription. */
const EACH = 1_000;
/** With room for gigabytes Node.js leaves garbage lie until there are hundreds of megabytes of it. */
const HEAP = '--max-old-space-size=200';
/** How often all come and go. */
const ROUNDS = 3;
/** How many come at once. */
const AT_ONCE = 50;
/** How long the server has to let go of what has ended, in milliseconds. */
const REST = 3_000;
/** How long all may take to hear of an import, in milliseconds. */
const PATIENCE = 60_000;

/** What sockets and event streams take of memory, how soon all of them hear of an import, and what they leave behind. */
export async function measureConnections({ file }: MadeDatabase): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-connections-'));
  const copy = join(folder, 'offprint.sqlite');
  copyFileSync(file, copy);
  const databaseUrl = `sqlite:${copy}`;
  const server = await startOffprint(databaseUrl, 'on', {
    place: 'anywhere',
    nodeFlags: [HEAP],
    env: { MAX_SUBSCRIPTIONS: String(2 * EACH) },
  });
  const imports = new Imports(databaseUrl);
  const rows: string[][] = [];
  let events = 0;
  let broken = 0;
  const listener = { onEvent: () => void events++, onFailure: () => void broken++ };

  const row = async (title: string, waited: number | null): Promise<void> => {
    const metrics = await readMetrics(server.url);
    const of = (kind: string): string => String(metrics.get(`offprint_connections{kind="${kind}"}`));
    const memory = residentMemory(server.pid);
    report(`connections: ${title}: ${megabytes(memory)} MB`);
    rows.push([
      title,
      of('http'),
      of('subscription'),
      megabytes(memory),
      megabytes(metrics.get('nodejs_heap_size_used_bytes') ?? Number.NaN),
      waited === null ? '' : waited.toFixed(0),
      String(broken),
    ]);
  };
  const come = async (subscribe: typeof socketSubscriber): Promise<Subscriber[]> => {
    const there: Subscriber[] = [];
    while (there.length < EACH) {
      const some = Array.from({ length: AT_ONCE }, () => subscribe(server.url, listener));
      await Promise.all(some.map(({ taken }) => taken));
      there.push(...some);
    }
    return there;
  };

  try {
    await imports.next();
    await row('nobody', null);
    for (let round = 1; round <= ROUNDS; round++) {
      const sockets = await come(socketSubscriber);
      await row(`${round}: ${EACH} sockets`, null);
      const streams = await come(streamSubscriber);
      await row(`${round}: and ${EACH} streams`, null);
      events = 0;
      await imports.next();
      const imported = performance.now();
      while (events < 2 * EACH && performance.now() - imported < PATIENCE) await sleep(20);
      await row(`${round}: ${events} have heard of an import`, performance.now() - imported);
      await Promise.all([...sockets, ...streams].map((one) => one.leave()));
      await sleep(REST);
      await row(`${round}: all have gone`, null);
    }
  } finally {
    await server.stop();
    imports.clear();
    rmSync(folder, { recursive: true });
  }
  return markdownTable(
    ['', 'connections', 'subscriptions', 'memory MB', 'heap MB', 'ms until all had heard', 'broken'],
    rows,
  );
}
