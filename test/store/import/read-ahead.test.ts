import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFactReader } from '../../../src/store/import/facts';
import { storeFile } from '../../../src/store/import/import-file';
import { type Reading, readAhead } from '../../../src/store/import/read-ahead';
import { Reader } from '../../../src/store/import/reader';
import { contents } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { openStore, type TestStore } from '../../support/store';

const PROGRAM = join(__dirname, '../../../src/store/import/reader-thread.ts');

const folder = mkdtempSync(join(tmpdir(), 'offprint-ahead-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program for a thread; it is JavaScript, as this process has no loader for anything else. */
function program(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const real = program(
  'real.js',
  `require(${JSON.stringify(require.resolve('tsx/cjs'))}); require(${JSON.stringify(PROGRAM)});`,
);

/** More files than are read without a thread, of which the fifth is no digest. */
const files = Array.from({ length: 14 }, (_, index) => {
  const day = String(index + 1);
  const file = join(folder, `2025-01-${day.padStart(2, '0')}.txt`);
  const abstract = abstractWith('Federated learning at https://github.com/example-lab/widgets, by gradients.');
  const papers: [string, string][] = [
    ['Widgets in the Wild', abstract],
    [`Gadgets of Day ${day}`, abstract],
  ];
  writeFileSync(file, index === 4 ? '{"not": "a digest"}' : digestText(`Jan ${day}`, papers));
  return file;
});

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

async function importAll(readings: AsyncIterable<Reading>, into: TestStore): Promise<string[]> {
  const problems: string[] = [];
  for await (const reading of readings) {
    if ('problem' in reading) problems.push(reading.problem);
    else await storeFile(into, reading.reader, reading.file);
  }
  return problems;
}

// On one core there is nothing to read ahead with.
const describeOnCores = availableParallelism() > 1 ? describe : describe.skip;

describeOnCores('reading ahead', () => {
  it('gives the files in their order, and problems with their place, as reading one by one does', async () => {
    const other = await openStore();
    const start = (data: ConstructorParameters<typeof Reader>[0]) => new Reader(data, real);
    const problems = await importAll(readAhead(files, {}, store.factReader, start), store);
    expect(problems).toEqual([expect.stringMatching(/2025-01-05\.txt:1: expected .* got/)]);
    for (const file of files) await importAll(readAhead([file], {}, other.factReader), other);
    const withoutTime = async (of: TestStore) => ({ ...(await contents(of)), corpus: [] });
    expect(await withoutTime(store)).toEqual(await withoutTime(other));
    await other.close();
  });

  it('reads the texts in the threads alone', async () => {
    const idle = { ...createFactReader(store.factReader.vocabulary), read: () => fail('a text was read again') };
    const start = (data: ConstructorParameters<typeof Reader>[0]) => new Reader(data, real);
    expect(await importAll(readAhead(files, {}, idle, start), store)).toHaveLength(1);
  });

  it.each([
    ['by an error', `throw new Error('no memory left')`, 'no memory left'],
    ['without a word', 'process.exit(3)', 'exit code 3'],
  ])('fails when a thread ends %s', async (_, end, reason) => {
    const dying = program('dying.js', `require('node:worker_threads').parentPort.on('message', () => { ${end} });`);
    const readings = readAhead(files, {}, store.factReader, (data) => new Reader(data, dying));
    await expect(importAll(readings, store)).rejects.toThrow(`The thread that reads digest files ended: ${reason}`);
  });

  it('ends the threads of who stops before the end', async () => {
    const closed: Promise<void>[] = [];
    for await (const _ of readAhead(files, {}, store.factReader, (data) => {
      const thread = new Reader(data, real);
      const close = thread.close.bind(thread);
      thread.close = () => {
        const done = close();
        closed.push(done);
        return done;
      };
      return thread;
    })) {
      break;
    }
    expect(closed.length).toBeGreaterThan(0);
    await Promise.all(closed);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
