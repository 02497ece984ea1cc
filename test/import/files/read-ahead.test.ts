import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createFactReader } from '../../../src/import/facts/facts';
import { type Reading, readAhead } from '../../../src/import/files/read-ahead';
import { createReader, Reader } from '../../../src/import/files/reader';
import { storeFile } from '../../../src/import/import-file';
import { contents } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { openStore, type TestStore } from '../../support/store';

const folder = mkdtempSync(join(tmpdir(), 'offprint-ahead-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** More files than are read without a thread, of which the fifth is no digest; the first ones take the longest to read. */
const files = Array.from({ length: 14 }, (_, index) => {
  const day = String(index + 1);
  const file = join(folder, `2025-01-${day.padStart(2, '0')}.txt`);
  const abstract = abstractWith('Federated learning at https://github.com/example-lab/widgets, by gradients.');
  const papers: [string, string][] = [
    ['Widgets in the Wild', abstract],
    ...Array.from({ length: index < 3 ? 400 : 1 }, (_, n): [string, string] => [
      `Gadgets ${n} of Day ${day}`,
      abstract,
    ]),
  ];
  writeFileSync(file, index === 4 ? '{"not": "a digest"}' : digestText(`Jan ${day}`, papers));
  return file;
});

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

async function gather(readings: AsyncIterable<Reading>): Promise<string[]> {
  const found: string[] = [];
  for await (const reading of readings) found.push('problem' in reading ? reading.problem : reading.file.path);
  return found;
}

async function importAll(readings: AsyncIterable<Reading>, into: TestStore): Promise<string[]> {
  const problems: string[] = [];
  for await (const reading of readings) {
    if ('problem' in reading) problems.push(reading.problem);
    else await storeFile(into, reading.reader, reading.file);
  }
  return problems;
}

const changes = ({ writer }: TestStore) =>
  writer.query('select version, position, kind, type, key from change order by version, position');

// On one core there is nothing to read ahead with.
const describeOnCores = availableParallelism() > 1 ? describe : describe.skip;

describeOnCores('reading ahead', () => {
  it('stores the files in their order, and tells problems in their place, as reading one by one does', async () => {
    const other = await openStore();
    const problems = await importAll(readAhead(files, {}, store.factReader), store);
    expect(problems).toEqual([expect.stringMatching(/2025-01-05\.txt:1: expected .* got/)]);
    for (const file of files) await importAll(readAhead([file], {}, other.factReader), other);
    const withoutTime = async (of: TestStore) => ({ ...(await contents(of)), corpus: [] });
    expect(await withoutTime(store)).toEqual(await withoutTime(other));
    expect(await changes(store)).toEqual(await changes(other));
    await other.close();
  });

  it('reads the texts in the threads alone', async () => {
    const idle = { ...createFactReader(store.factReader.vocabulary), read: () => fail('a text was read again') };
    expect(await importAll(readAhead(files, {}, idle), store)).toHaveLength(1);
  });

  it('gives each answer to its own question, whenever it comes', async () => {
    const backwards = `const { parentPort } = require('node:worker_threads');
      const waiting = [];
      parentPort.on('message', ({ number, path }) => {
        waiting.push({ number, answer: { problem: path } });
        if (waiting.length === 2) for (const reply of waiting.splice(0).reverse()) parentPort.postMessage(reply);
      });`;
    const reader = new Reader(() => new Worker(backwards, { eval: true }));
    expect(await Promise.all([reader.read('one'), reader.read('two')])).toEqual([
      { problem: 'one' },
      { problem: 'two' },
    ]);
    await reader.close();
  });

  it.each([
    ['by an error', `throw new Error('no memory left')`, 'no memory left'],
    ['without a word', 'process.exit(3)', 'exit code 3'],
  ])('tells of the file over which a thread ends %s, and reads the others', async (_, end, reason) => {
    const dying = `require('node:worker_threads').parentPort.on('message', ({ number, path }) => {
      if (path.includes('-07')) { ${end} }
      require('node:worker_threads').parentPort.postMessage({ number, answer: { problem: path } });
    });`;
    const readings = readAhead(files, {}, store.factReader, () => new Reader(() => new Worker(dying, { eval: true })));
    const expected = files.map((file) =>
      basename(file) === '2025-01-07.txt' ? `${file}: the thread that reads digest files ended: ${reason}` : file,
    );
    expect(await gather(readings)).toEqual(expected);
  });

  it('ends the threads of who stops before the end', async () => {
    const closed: Promise<void>[] = [];
    for await (const _ of readAhead(files, {}, store.factReader, (data) => {
      const thread = createReader(data);
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
