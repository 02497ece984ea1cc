import { setTimeout as sleep } from 'node:timers/promises';
import { createFactReader } from '../../src/import/facts/facts';
import { importFile } from '../../src/import/import-file';
import { checkSearchIndex } from '../../src/search/index/upkeep/check-search-index';
import { readShippedVocabulary } from '../../src/seeds';
import type { Store } from '../../src/store/store';
import { startCommand } from '../support/cli';
import { contents, wrongCounters } from '../support/contents';
import { writePages } from '../support/pages';
import { createDatabase, engine, openUpToDate } from '../support/store';

/** Imports that are killed while they write, spread over the time that it takes them. */
const KILLS = 5;
/** Processes at a time. */
const AT_A_TIME = 2;
/** Moments of the start, as parts of it, at which processes over an empty database are killed. */
const STARTS = [0.7, 0.85];

const reader = createFactReader(readShippedVocabulary());
// The first file holds one paper: when it is reported, the real work begins.
const files = writePages(4, 16);

type Database = Awaited<ReturnType<typeof createDatabase>>;

/** What is stored before the first file and after each of them. */
const states: unknown[] = [];
/** How long an import that nothing stops takes: until its first line, and from there to its end, in milliseconds. */
let duration: { start: number; work: number };

/** All that imports write, with the log of changes and the version. */
async function dump(store: Store): Promise<unknown> {
  return {
    ...(await contents(store)),
    version: await store.writer.query('select version from corpus'),
    changes: await store.writer.query(
      'select version, position, kind, type, key from change order by version, position',
    ),
  };
}

function startImport({ url }: Database) {
  const command = startCommand(['seed', ...files], { DATABASE_URL: url });
  const firstLine = new Promise<void>((resolve) => command.process.stdout?.once('data', () => resolve()));
  // One that fails before it prints anything is not waited for.
  return { ...command, firstLine: Promise.race([firstLine, command.ended]) };
}

beforeAll(async () => {
  const uninterrupted = await createDatabase(engine);
  const began = Date.now();
  const { ended, firstLine } = startImport(uninterrupted);
  await firstLine;
  const start = Date.now() - began;
  expect(await ended).toMatchObject({ code: 0 });
  duration = { start, work: Date.now() - began - start };

  const stepByStep = await openUpToDate((await createDatabase(engine)).url);
  states.push(await dump(stepByStep));
  for (const file of files) {
    await importFile(stepByStep, reader, file);
    states.push(await dump(stepByStep));
  }
  const whole = await openUpToDate(uninterrupted.url);
  expect(await dump(whole)).toEqual(states.at(-1));
  await Promise.all([stepByStep.close(), whole.close()]);
}, 60_000);

/** Opens what a killed process left, and says how many files it had stored; then imports all, and looks again. */
async function filesStored({ url }: Database): Promise<number> {
  const store = await openUpToDate(url);
  const found = await dump(store);
  const state = states.findIndex((known) => JSON.stringify(known) === JSON.stringify(found));
  // Says what differs when it is none of them.
  if (state < 0) expect(found).toEqual(states[0]);
  expect(await wrongCounters(store)).toEqual([]);
  expect(await checkSearchIndex(store)).toBe(false);
  for (const file of files) await importFile(store, reader, file);
  expect(await dump(store)).toEqual(states.at(-1));
  expect(await checkSearchIndex(store)).toBe(false);
  await store.close();
  return state;
}

describe('an import that is killed', () => {
  it('leaves the state before or after each file, and the next import completes it', async () => {
    const stored: number[] = [];
    // An import that was measured beside other work may be done sooner this time: it is then killed earlier.
    const run = async (moment: number): Promise<void> => {
      const database = await createDatabase(engine);
      const { process, ended, firstLine } = startImport(database);
      await firstLine;
      await sleep(moment * duration.work);
      process.kill('SIGKILL');
      const wasKilled = (await ended).signal === 'SIGKILL';
      const state = await filesStored(database);
      await database.drop();
      if (!wasKilled) return run(moment / 2);
      stored.push(state);
    };
    const moments = Array.from({ length: KILLS }, (_, index) => index / KILLS);
    const lane = async (): Promise<void> => {
      for (let moment = moments.shift(); moment !== undefined; moment = moments.shift()) await run(moment);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    expect(stored).toHaveLength(KILLS);
    expect(Math.min(...stored)).toBeGreaterThanOrEqual(1);
    expect(Math.min(...stored)).toBeLessThan(files.length);
  }, 240_000);

  it('while it makes the tables and the vocabulary leaves what the next one completes', async () => {
    await Promise.all(
      STARTS.map(async (moment) => {
        const database = await createDatabase(engine, 'nothing');
        const { process, ended } = startImport(database);
        await sleep(moment * duration.start);
        process.kill('SIGKILL');
        await ended;
        await filesStored(database);
        await database.drop();
      }),
    );
  }, 120_000);
});
