import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { type CopiedSum, type CopyProgress, type CopyStep, copyStore } from '../copy/copy-store';
import { isSameDatabase } from '../copy/same-database';
import { openSnapshot } from '../copy/snapshot';
import { checkTarget, expectNoDigests } from '../copy/target';
import { isDatabaseUrl, sqliteUrlProblem, withoutPassword } from '../store/engine/database-url';
import { openStore } from '../store/store';

interface Options {
  from?: string;
  to?: string;
  replace?: boolean;
}

/** Digits of a checksum that are shown. */
const SHOWN_DIGITS = 16;

/** `copy`: makes a database hold exactly what another does, whatever their engines. */
export const copyCommand = new Command('copy')
  .description('copy a database into another one, of the same engine or the other')
  .option('--from <url>', 'sqlite:FILE or postgres://…; only read, and may go on serving and importing')
  .option('--to <url>', 'sqlite:FILE or postgres://…; new, or without digests')
  .option('--replace', 'delete whatever the target holds')
  .action(async ({ from, to, replace = false }: Options) => {
    expectDatabaseUrl('--from', from);
    expectDatabaseUrl('--to', to);
    const sums = await copyDatabase(from, to, replace, createProgress());
    console.log(`${toLines(sums).join('\n')}\nCopied from ${withoutPassword(from)} to ${withoutPassword(to)}.`);
  });

function expectDatabaseUrl(option: string, text: string | undefined): asserts text is string {
  if (text !== undefined && isDatabaseUrl(text)) {
    const problem = sqliteUrlProblem(text);
    if (problem === null) return;
    throw new Error(`${option}: ${problem}, got ${JSON.stringify(text)}`);
  }
  const got = text === undefined ? 'nothing' : JSON.stringify(withoutPassword(text));
  throw new Error(`${option}: expected sqlite:FILE or postgres://…, got ${got}`);
}

/** Copies all of a database, or nothing. */
export async function copyDatabase(
  from: string,
  to: string,
  replace: boolean,
  progress: CopyProgress,
): Promise<CopiedSum[]> {
  const source = await openSnapshot('--from', from);
  try {
    await checkTarget('--to', to, replace);
    const target = await openStore({ databaseUrl: to, setting: '--to' });
    try {
      return await copyStore(
        source,
        target,
        async (db) => {
          if (await isSameDatabase(source.db, db))
            throw new Error('--to: expected another database than that of --from');
          if (!replace) await expectNoDigests('--to', db);
        },
        progress,
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** A bar in a terminal, a line for each step elsewhere. */
function createProgress(): CopyProgress {
  const { stderr } = process;
  if (!stderr.isTTY) {
    let last: CopyStep | undefined;
    return {
      started: (rows) => console.error(`${rows} rows to copy`),
      entered: (step) => {
        if (step !== last) console.error(step);
        last = step;
      },
      seen: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: '{bar} {percentage}%, {eta} s left, {step}',
    stream: stderr,
    clearOnComplete: true,
  });
  return {
    started: (rows) => {
      bar.start(2 * rows, 0, { step: '' });
      // A failure is not to leave the cursor hidden.
      process.once('exit', () => bar.stop());
    },
    entered: (step, table) => bar.update({ step: describe(step, table) }),
    seen: (rows) => bar.increment(rows),
  };
}

function describe(step: CopyStep, table: string | null): string {
  return table === null ? step : `${step} ${table}`;
}

function toLines(sums: readonly CopiedSum[]): string[] {
  const width = (values: readonly string[]) => Math.max(...values.map(({ length }) => length));
  const names = width(['table', ...sums.map(({ table }) => table)]);
  const counts = width(['rows', ...sums.map(({ rows }) => String(rows))]);
  const line = (table: string, rows: string, sum: string) => `${table.padEnd(names)}  ${rows.padStart(counts)}  ${sum}`;
  return [
    line('table', 'rows', 'checksum, the same on both sides'),
    ...sums.map(({ table, rows, sha256 }) => line(table, String(rows), sha256.slice(0, SHOWN_DIGITS))),
  ];
}
