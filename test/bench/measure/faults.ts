import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeDigests } from '../corpus/write-digests';
import { postgresVictims, sqliteVictims, type Victim, type Victims } from '../faults/engines';
import { type Import, inspect, startImport } from '../faults/imports';
import { report } from '../report';
import { markdownTable } from '../table';

const PAPERS = 200;
/** The two minutes, where there is so much time. */
const LONGEST_LOCK = 120_000;
/** Files of so many bytes are where a full disk hurts: some of the imports fit, and some do not. */
const LIMITS = { least: 400_000, most: 4_000_000 } as const;

/** What happens to imports; `start` starts one of all files. */
type Fault = (start: (limit?: number) => Import, victim: Victim, usualMs: number) => Promise<Import[]>;

/**
 * Does harm to imports over and over, and looks each time whether what was reported is stored, and whether the next import
 * makes it what an undisturbed one does.
 *
 * @param seconds how long each kind of harm is done
 */
export async function measureFaults(seconds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-faults-'));
  const digests = join(folder, 'digests');
  mkdirSync(digests);
  const files = writeDigests(digests, PAPERS).map((file) => join(digests, file));
  const rows: string[][] = [];
  for (const victims of [sqliteVictims(folder), await postgresVictims()]) {
    try {
      rows.push(...(await harm(victims, files, seconds)));
    } finally {
      await victims.stop();
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return markdownTable(
    ['imports', 'engine', 'times', 'digests reported', 'of these not stored', 'wrong after the next import'],
    rows,
  );
}

async function harm(victims: Victims, files: readonly string[], seconds: number): Promise<string[][]> {
  const undisturbed = await victims.create();
  const began = performance.now();
  await startImport(undisturbed.url, files).reported;
  const usualMs = performance.now() - began;
  const { all: expected } = await inspect(undisturbed.url);
  await undisturbed.drop();
  const rows: string[][] = [];
  for (const [name, fault] of Object.entries(faultsOf(victims, seconds))) {
    const sum = { times: 0, reported: 0, lost: 0, wrong: 0 };
    for (const end = performance.now() + seconds * 1_000; sum.times === 0 || performance.now() < end; sum.times++) {
      report(`${victims.engine}, imports ${name}: ${sum.times + 1}`);
      const victim = await victims.create();
      const imports = await fault((limit) => startImport(victim.url, files, limit), victim, usualMs);
      const reported = (await Promise.all(imports.map((each) => each.reported))).flat();
      const found = await inspect(victim.url);
      sum.reported += reported.length;
      sum.lost += reported.filter((slug) => !found.digests.has(slug)).length;
      await startImport(victim.url, files).reported;
      const after = await inspect(victim.url);
      if (after.all !== expected || after.wrong > 0 || found.wrong > 0) sum.wrong += 1;
      await victim.drop();
    }
    rows.push([name, victims.engine, ...[sum.times, sum.reported, sum.lost, sum.wrong].map(String)]);
  }
  return rows;
}

function faultsOf({ engine, cutOff, restart }: Victims, seconds: number): Record<string, Fault> {
  const during = (act: () => Promise<void>): Fault => {
    return async (start, _, usualMs) => {
      const one = start();
      await sleep(Math.random() * usualMs);
      await act();
      return [one];
    };
  };
  const lockMs = Math.min(LONGEST_LOCK, seconds * 1_000);
  return {
    killed: async (start, _, usualMs) => {
      const one = start();
      await sleep(Math.random() * usualMs);
      one.kill();
      return [one];
    },
    'of the same files at once': async (start) => [start(), start()],
    [`while the database is locked for ${lockMs / 1_000} s`]: async (start, { keepLock }, usualMs) => {
      const one = start();
      await sleep(usualMs * 0.7);
      const letGo = await keepLock();
      await sleep(lockMs);
      await letGo();
      return [one];
    },
    ...(engine === 'SQLite' && {
      'on a full disk': async (start) => [start(LIMITS.least + Math.random() * (LIMITS.most - LIMITS.least))],
    }),
    ...(cutOff && { 'whose connections are cut': during(cutOff) }),
    ...(restart && { 'while the server is restarted': during(restart) }),
  };
}
