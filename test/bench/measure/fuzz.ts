import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from '../../../src/resolve/schema';
import { SHIPPED_DIGEST } from '../../../src/seeds';
import { Asking } from '../../support/asking';
import { hostileRequest, readKnown } from '../../support/hostile-requests';
import { type Answered, answer, describeAnswer } from '../../support/judge';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { postgresVictims } from '../faults/engines';
import { ROOT } from '../folders';
import { report } from '../report';
import { markdownTable } from '../table';

/** How long an answer may take, in milliseconds: as long as an operation may. */
const PATIENCE = 12_000;

/** How often it is said how far it is. */
const EVERY = 5_000;

/** What came of the requests to one server. */
interface Run {
  name: string;
  requests: number;
  codes: Map<string, number>;
  slowest: Answered;
  wrong: Answered[];
}

/**
 * Sends requests that are made to do harm to servers on both engines, with the shipped digest and with many papers, and lists
 * each one that is not answered as it should be.
 *
 * @param requests how many to each server, the same ones on both engines
 * @param firstSeed of the first request; another one makes others
 */
export async function measureFuzz(database: MadeDatabase, requests: number, firstSeed: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-fuzz-'));
  const victims = await postgresVictims();
  const runs: Run[] = [];
  try {
    const shipped = `sqlite:${join(folder, 'shipped.sqlite')}`;
    offprint(['seed', SHIPPED_DIGEST], { DATABASE_URL: shipped });
    for (const [content, file] of [
      ['shipped digest', shipped],
      [`${database.papers} papers`, `sqlite:${database.file}`],
    ] as const) {
      const copy = await victims.create();
      offprint(['copy', '--from', file, '--to', copy.url]);
      for (const [engine, url] of [
        ['SQLite', file],
        ['PostgreSQL', copy.url],
      ] as const) {
        runs.push(await fuzz(`${engine}, ${content}`, url, requests, firstSeed));
      }
      await copy.drop();
    }
  } finally {
    await victims.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return [summary(runs), byCode(runs), ...runs.flatMap(({ wrong }) => wrong.map(describeAnswer))].join('\n\n');
}

function offprint(args: readonly string[], env: Record<string, string> = {}): void {
  execFileSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function fuzz(name: string, url: string, requests: number, firstSeed: number): Promise<Run> {
  const server = await startOffprint(url, 'on', {
    env: { MAX_MESSAGES_PER_SECOND: '1000000', LOG_LEVEL: 'info' },
    showsLog: true,
  });
  const asking = new Asking(server.url, 2 * PATIENCE);
  const schema = buildSchema();
  const known = await readKnown(asking);
  const codes = new Map<string, number>();
  const wrong: Answered[] = [];
  let slowest: Answered | undefined;
  let sent = 0;
  try {
    while (sent < requests) {
      const answered = await answer(asking, hostileRequest(schema, firstSeed + sent, known), PATIENCE);
      sent += 1;
      for (const code of answered.codes.length > 0 ? answered.codes : ['no error']) {
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      if (answered.ms > (slowest?.ms ?? 0)) slowest = answered;
      if (answered.problem) {
        report(`${name}: ${describeAnswer(answered).slice(0, 500)}`);
        wrong.push(answered);
        // One that it did not survive ends the run.
        if (!(await asking.operation('POST', '{ corpus { paperCount } }').catch(() => null))) break;
      }
      if (sent % EVERY === 0) report(`${name}: ${sent} requests, ${wrong.length} not answered as they should be`);
    }
  } finally {
    asking.close();
    await server.stop();
  }
  return { name, requests: sent, codes, slowest: slowest as Answered, wrong };
}

function summary(runs: readonly Run[]): string {
  return markdownTable(
    ['server', 'requests', 'slowest answer, ms', 'its seed', 'internal errors', 'otherwise wrong'],
    runs.map(({ name, requests, codes, slowest, wrong }) => {
      const internal = codes.get('INTERNAL_SERVER_ERROR') ?? 0;
      return [
        name,
        ...[requests, Math.ceil(slowest.ms), slowest.request.seed, internal, wrong.length - internal].map(String),
      ];
    }),
  );
}

/** Of each code how many answers had it. */
function byCode(runs: readonly Run[]): string {
  const codes = [...new Set(runs.flatMap((run) => [...run.codes.keys()]))].sort();
  return markdownTable(
    ['answers with', ...runs.map(({ name }) => name)],
    codes.map((code) => [code, ...runs.map((run) => String(run.codes.get(code) ?? 0))]),
  );
}
