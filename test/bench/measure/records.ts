import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ordinaryOperations } from '../../support/ordinary-operations';
import { startOffprint } from '../contenders/offprint';
import { writeRecordFiles } from '../corpus/write-record-files';
import { postgresVictims, sqliteVictims, type Victims } from '../faults/engines';
import { ROOT } from '../folders';
import { residentMemory } from '../processes/memory';
import { stopOnExit } from '../processes/stop-on-exit';
import { report } from '../report';
import { markdownTable, megabytes, readable } from '../table';

/** How often a reader asks for a page meanwhile, and the memory of the import is looked at, in milliseconds. */
const EVERY = 50;
/** How long the reader asks while nothing is imported, in milliseconds. */
const ALONE = 5_000;

/** What happened while something ran: how long each answer took, in milliseconds, and memory by time, in bytes. */
interface Watched {
  seconds: number;
  waits: number[];
  memory: number[];
}

/**
 * Imports files of made records of real shape into an empty database by the built command line, while a server answers a reader
 * on the same database: what Papers with Code has of papers, its links, the papers once more, then the snapshot of arXiv of
 * the same ones. An export of all that is imported into another empty database.
 *
 * @param papers in each file
 * @param only contenders: `offprint` stands for SQLite, `offprint-postgres` for PostgreSQL
 */
export async function measureRecords(papers: number, only: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-records-'));
  const rows: string[][] = [];
  try {
    report(`records: writing files of ${papers} papers`);
    const files = writeRecordFiles(folder, papers);
    const steps: [title: string, file: string, records: number][] = [
      ['Papers with Code', files.papers, papers],
      ['links to code', files.links, Math.ceil(papers / 2)],
      ['Papers with Code again', files.papers, papers],
      ['arXiv snapshot', files.arxiv, papers],
    ];
    for (const start of [
      ...(only.includes('offprint') ? [async () => sqliteVictims(folder)] : []),
      ...(only.includes('offprint-postgres') ? [postgresVictims] : []),
    ]) {
      const victims = await start();
      try {
        const all = join(folder, 'all.jsonl');
        rows.push(...(await measureSteps(victims, steps, all)));
        rows.push(...(await measureSteps(victims, [['our export of all that', all, Math.ceil(2.5 * papers)]])));
      } finally {
        await victims.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return markdownTable(
    [
      'import',
      'records',
      'seconds',
      'records/s',
      'most memory, first half, MB',
      'second half, MB',
      'reader p50 ms',
      'p99 ms',
      'longest ms',
    ],
    rows,
  );
}

async function measureSteps(
  { engine, create }: Victims,
  steps: readonly (readonly [title: string, file: string, records: number])[],
  exported?: string,
): Promise<string[][]> {
  const { url } = await create();
  const rows: string[][] = [];
  const server = await startOffprint(url, 'off', { place: 'anywhere' });
  const row = (title: string, records: number | null, { seconds, waits, memory }: Watched): void => {
    const half = memory.length >> 1;
    const most = (of: number[]) => (of.length === 0 ? '–' : megabytes(Math.max(...of)));
    const rates =
      records === null ? ['–', '–', '–'] : [String(records), readable(seconds), readable(records / seconds)];
    waits.sort((one, other) => one - other);
    const at = (share: number) => readable(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]);
    rows.push([
      `${engine}: ${title}`,
      ...rates,
      most(memory.slice(0, half)),
      most(memory.slice(half)),
      ...[0.5, 0.99, 1].map(at),
    ]);
  };
  try {
    for (const [title, file, records] of steps) {
      report(`records: ${engine}: ${title}`);
      row(title, records, await watchImport(server.url, url, file));
      report(`records: ${rows.at(-1)?.join(' ')}`);
    }
    if (exported) await run('export', url, ['--format', 'jsonl', '--out', exported]).over;
    row('nothing is imported', null, await watch(server.url, sleep(ALONE), () => null));
  } finally {
    await server.stop();
  }
  return rows;
}

async function watchImport(server: string, databaseUrl: string, file: string): Promise<Watched> {
  const { pid, over } = run('import', databaseUrl, [file]);
  return watch(server, over, () => (pid === undefined ? null : residentMemory(pid)));
}

/** A command of the built command line. */
function run(command: string, databaseUrl: string, args: readonly string[]): { pid?: number; over: Promise<void> } {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), command, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  stopOnExit(child);
  const over = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`${command}: expected exit code 0, got ${code}`);
  });
  return { pid: child.pid, over };
}

/** @param memoryNow null where there is none to look at */
async function watch(server: string, over: Promise<unknown>, memoryNow: () => number | null): Promise<Watched> {
  const watched: Watched = { seconds: 0, waits: [], memory: [] };
  const started = performance.now();
  let isOver = false;
  const ended = over.finally(() => {
    isOver = true;
  });
  ended.catch(() => undefined);
  const body = JSON.stringify({ query: ordinaryOperations['a page of cards'] });
  const asked: Promise<void>[] = [];
  while (!isOver) {
    const at = performance.now();
    asked.push(ask(server, body).then(() => void watched.waits.push(performance.now() - at)));
    const memory = memoryNow();
    if (memory) watched.memory.push(memory);
    await sleep(EVERY);
  }
  watched.seconds = (performance.now() - started) / 1_000;
  await Promise.all([ended, ...asked]);
  return watched;
}

async function ask(url: string, body: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await response.text();
}
