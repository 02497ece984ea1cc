import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { dearestOperations } from '../../support/dearest-operations';
import { estimate } from '../../support/estimate';
import { ordinaryOperations } from '../../support/ordinary-operations';
import { startOffprint } from '../contenders/offprint';
import type { Load } from '../processes/start-load';
import { stop } from '../processes/start-server';
import { stopOnExit } from '../processes/stop-on-exit';
import { report } from '../report';
import { markdownTable, readable } from '../table';
import { MOST } from './costs';

/** How often others ask, in milliseconds. */
const EVERY = 50;

/** What is under way all the time: of each of three dear kinds the largest that is let through, and all kinds in turn. */
const UNDER_WAY = 3;

/**
 * How long others wait while the three dearest operations are under way all the time: those who ask for an ordinary page, and
 * for health. One row for nobody else there, one for as many programs that only count, which says how long one waits on this
 * machine for a core alone, and one for each dear kind.
 *
 * @param databaseUrl with papers
 */
export async function measureFairness(databaseUrl: string, load: Load, seconds: number): Promise<string> {
  const server = await startOffprint(databaseUrl, 'off', { place: 'anywhere' });
  const base = server.url.replace(/\/graphql$/, '');
  const post = (query: string) => ask(server.url, query);
  const probes: Record<string, () => Promise<unknown>> = {
    page: () => post(ordinaryOperations['a page of cards'] as string),
    topic: () => post(ordinaryOperations['a topic and its papers'] as string),
    healthz: () => fetch(`${base}/healthz`).then((response) => response.text()),
    readyz: () => fetch(`${base}/readyz`).then((response) => response.text()),
  };
  const dear = Object.entries(dearestOperations(estimate, MOST));
  const rows: string[][] = [];
  const row = async (title: string, queries: readonly string[]): Promise<void> => {
    report(`fairness: ${title}`);
    const bodies = queries.map((query) => JSON.stringify({ query }));
    // Asked for by another process: who reads long answers would measure how long they take to be read.
    const busy =
      bodies.length === 0 ? null : load.run({ url: server.url, bodies, connections: UNDER_WAY, seconds: seconds + 1 });
    const waits = Object.fromEntries(Object.keys(probes).map((name) => [name, [] as number[]]));
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      for (const [name, probe] of Object.entries(probes)) {
        const started = performance.now();
        void probe().then(() => waits[name]?.push(performance.now() - started));
      }
      await sleep(EVERY);
    }
    const answered = (await busy)?.answers ?? 0;
    const cells = Object.values(waits).flatMap((all) => [quantile(all, 0.5), quantile(all, 0.99)]);
    rows.push([title, String(answered), ...cells.map(readable)]);
  };
  try {
    // Threads are started, and code compiled, for the first of each kind.
    const all = dear.map(([, query]) => query);
    await row('warming up', all);
    rows.length = 0;
    await row('nobody else', []);
    const counting = Array.from({ length: UNDER_WAY }, startCounting);
    await row('programs that only count', []);
    await Promise.all(counting.map(stop));
    for (const [name, query] of dear)
      await row(
        name,
        Array.from({ length: UNDER_WAY }, () => query),
      );
    await row('all kinds in turn', all);
  } finally {
    await server.stop();
  }
  const heads = Object.keys(probes).flatMap((name) => [`${name} p50 ms`, `${name} p99 ms`]);
  return markdownTable(['under way all the time', 'dear ones answered', ...heads], rows);
}

/** Starts a program that does nothing but keep a core busy. */
function startCounting(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  stopOnExit(child);
  return child;
}

async function ask(url: string, query: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await response.text();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
