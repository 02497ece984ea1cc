import { dearestOperations } from '../../support/dearest-operations';
import { estimate } from '../../support/estimate';
import { ordinaryOperations } from '../../support/ordinary-operations';
import { startOffprint } from '../contenders/offprint';
import { cpuTime } from '../processes/cpu';
import { report } from '../report';
import { markdownTable, readable } from '../table';

/** What an operation may cost unless a setting says otherwise, in tenths of a millisecond. */
export const MOST = 10_000;

/** Each is asked for so long, in milliseconds, and so often at least: what is compiled late is compiled by then. */
const DURATION = 1_500;
const LEAST = 3;

/**
 * Holds what operations are estimated to cost against the processor time that they take: ordinary ones, and of each dear
 * kind the largest that is let through.
 *
 * @param databaseUrl with papers
 * @param others processes that work for the server: those of PostgreSQL
 */
export async function measureCosts(databaseUrl: string, others: readonly number[]): Promise<string> {
  const server = await startOffprint(databaseUrl, 'off', { place: 'anywhere' });
  const rows: string[][] = [];
  try {
    for (const [kind, operations] of Object.entries({
      ordinary: ordinaryOperations,
      dearest: dearestOperations(estimate, MOST),
    })) {
      for (const [name, query] of Object.entries(operations)) {
        report(`cost of ${kind} operations: ${name}`);
        const estimated = estimate(query) / 10;
        const taken = await take(server.url, query, () =>
          [server.pid, ...others].reduce((sum, pid) => sum + cpuTime(pid), 0),
        );
        rows.push([`${kind}: ${name}`, ...[estimated, taken.cpu, estimated / taken.cpu, taken.wall].map(readable)]);
      }
    }
  } finally {
    await server.stop();
  }
  return markdownTable(['operation', 'estimated ms', 'CPU ms', 'estimated / CPU', 'ms until answered'], rows);
}

/** How much of the processors' time, and of its client's, one answer takes, in milliseconds. */
async function take(url: string, query: string, cpu: () => number): Promise<{ cpu: number; wall: number }> {
  await ask(url, query);
  const [before, started] = [cpu(), performance.now()];
  let answers = 0;
  while (answers < LEAST || performance.now() - started < DURATION) {
    await ask(url, query);
    answers += 1;
  }
  return { cpu: (cpu() - before) / answers, wall: (performance.now() - started) / answers };
}

async function ask(url: string, query: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  if (text.startsWith('{"errors"')) throw new Error(`${query.slice(0, 200)}: ${text.slice(0, 300)}`);
}
