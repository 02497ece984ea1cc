import { availableParallelism } from 'node:os';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { startLoad } from '../processes/start-load';
import { documents } from '../queries';
import { report } from '../report';
import { markdownTable, readable } from '../table';
import { measureInTurns, type Pace } from './rounds';

const COUNTS = [1, 2];

/**
 * Offprint by one worker and by two on the same file, each page made anew. Both may use every core, and so may the load,
 * which takes little beside pages: on two cores it keeps two workers from twice the throughput of one all the same.
 */
export async function measureWorkers({ file }: MadeDatabase, pace: Pace): Promise<string> {
  report('workers');
  const load = startLoad('anywhere');
  const servers = await Promise.all(
    COUNTS.map((count) =>
      startOffprint(`sqlite:${file}`, 'off', { env: { WORKERS: String(count) }, place: 'anywhere' }),
    ),
  );
  const bodies = [JSON.stringify({ query: documents.page })];
  const targets = servers.map(({ url, pid }) => ({ url, pids: [pid], bodies }));
  const measures = await measureInTurns(targets, load, pace);
  for (const server of servers) await server.stop();
  await load.stop();
  const [one] = measures;
  const rows = measures.map(({ perSecond, p50, p99, cpuEach }, index) => [
    `\`WORKERS=${COUNTS[index]}\``,
    ...[perSecond, perSecond / (one?.perSecond ?? Number.NaN), p50, p99, cpuEach, (perSecond * cpuEach) / 1_000].map(
      readable,
    ),
  ]);
  const heads = [
    'first page',
    'answers/s',
    'answers/s, one worker = 1',
    'p50 ms',
    'p99 ms',
    'CPU ms an answer',
    'cores used',
  ];
  return `Servers and load share ${availableParallelism()} cores.\n\n${markdownTable(heads, rows)}`;
}
