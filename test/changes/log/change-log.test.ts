import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseVocabulary } from '../../../src/extract/topics/vocabulary';
import { createFactReader } from '../../../src/import/facts/facts';
import { syncVocabulary } from '../../../src/import/facts/sync-vocabulary';
import { importFile } from '../../../src/import/import-file';
import { migrationsOf } from '../../../src/store/migrations/all';
import { abstractWith, digestText } from '../../support/digest-text';
import { engine, openSeededStore, openStore, openUpToDate, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

interface Line {
  version: number;
  position: number;
  kind: string;
  type: string;
  key: string;
}

const log = (): Promise<Line[]> =>
  store.writer.query('select version, position, kind, type, key from change order by version, position');
const logFrom = async (start: number): Promise<string[]> =>
  (await log()).slice(start).map(({ kind, type, key }) => `${kind} ${type} ${key}`);
const during = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { length } = await log();
  await work();
  return logFrom(length);
};

/** The slugs that are left when the log is applied to nothing; a line that does not fit those before it fails. */
function replay(lines: readonly Line[]): string[] {
  const there = new Set<string>();
  for (const { kind, type, key } of lines) {
    const name = `${type} ${key}`;
    expect([name, there.has(name)]).toEqual([name, kind !== 'ADDED']);
    if (kind === 'REMOVED') there.delete(name);
    else there.add(name);
  }
  return [...there].sort();
}

const stored = async (): Promise<string[]> => {
  const rows: { name: string }[] = await store.writer.query(
    `select 'PAPER ' || slug as name from paper union all select 'DIGEST ' || slug from digest`,
  );
  return rows.map(({ name }) => name).sort();
};

const widgets = ['Widgets in the Wild', abstractWith('We use federated learning.')] as const;
const gadgets = ['Gadgets at Home', abstractWith('See https://gadgets.github.io/.')] as const;
const gizmos = ['Gizmos for All', abstractWith('')] as const;

describe('the change log', () => {
  it('names the digest and its papers under the new version of the corpus', async () => {
    expect(await during(() => store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets])))).toEqual([
      'ADDED DIGEST 2025-01-02',
      'ADDED PAPER widgets-in-the-wild',
      'ADDED PAPER gadgets-at-home',
    ]);
    const [corpus] = await store.writer.query('select version from corpus');
    expect((await log()).map(({ version, position }) => [version, position])).toEqual([
      [corpus.version, 0],
      [corpus.version, 1],
      [corpus.version, 2],
    ]);
  });

  it('has nothing of an import that changes nothing', async () => {
    const text = digestText('Jan 2', [widgets, gadgets]);
    await store.importText('2025-01-02.txt', text);
    expect(await during(() => store.importText('2025-01-02.txt', text))).toEqual([]);
  });

  it('tells texts, places, first appearances and removals that changed, and nothing else', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets, gizmos]));
    const reworded = [gadgets[0], abstractWith('Now with more words.')] as const;
    expect(await during(() => store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, reworded])))).toEqual([
      'CHANGED DIGEST 2025-01-02',
      'CHANGED PAPER gadgets-at-home',
      'REMOVED PAPER gizmos-for-all',
    ]);
    expect(await during(() => store.importText('2025-01-02.txt', digestText('Jan 2', [reworded, widgets])))).toEqual([
      'CHANGED DIGEST 2025-01-02',
      'CHANGED PAPER gadgets-at-home',
      'CHANGED PAPER widgets-in-the-wild',
    ]);
    expect(await during(() => store.importText('2025-01-03.txt', digestText('Jan 3', [widgets])))).toEqual([
      'ADDED DIGEST 2025-01-03',
      'CHANGED PAPER widgets-in-the-wild',
    ]);
  });

  it('names every paper when the vocabulary changes', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets]));
    const vocabulary = parseVocabulary(
      JSON.stringify(store.factReader.vocabulary.slice(0, 1).map((topic) => ({ ...topic, parent: null }))),
      'small.json',
    );
    expect(await during(() => syncVocabulary(store, createFactReader(vocabulary)))).toEqual([
      'CHANGED PAPER widgets-in-the-wild',
      'CHANGED PAPER gadgets-at-home',
    ]);
  });

  it('begins with what an earlier version of the database held', async () => {
    await store.close();
    store = await openSeededStore();
    const place = migrationsOf[engine].findIndex(({ name }) => name.startsWith('LogChanges'));
    const later = migrationsOf[engine].length - place;
    for (let undone = 0; undone < later; undone++) await store.writer.undoLastMigration();
    await store.writer.runMigrations();
    expect(replay(await log())).toEqual(await stored());
  });

  it('applied to nothing gives what is stored, whatever is imported, corrected and removed by several at once', async () => {
    const titles = Array.from({ length: 6 }, (_, index) => `Paper Number ${'ABCDEF'[index]}`);
    const other = await openUpToDate(store.databaseUrl);
    const folder = mkdtempSync(join(tmpdir(), 'offprint-log-'));
    const paper = fc.record({ title: fc.constantFrom(...titles), text: fc.constantFrom('One.', 'Two.') });
    const page = fc.uniqueArray(paper, { selector: ({ title }) => title, minLength: 1, maxLength: 5 });
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            month: fc.integer({ min: 1, max: 3 }),
            pages: fc.dictionary(fc.constantFrom('4', '5', '6'), page, { minKeys: 1 }),
          }),
          {
            minLength: 2,
            maxLength: 6,
          },
        ),
        async (imports) => {
          await Promise.all(
            imports.map(async ({ month, pages }, index) => {
              const text = Object.entries(pages)
                .map(([dayOfMonth, papers]) =>
                  digestText(
                    `${['Jan', 'Feb', 'Mar'][month - 1]} ${dayOfMonth}`,
                    papers.map(({ title, text }) => [title, abstractWith(text)] as const),
                  ),
                )
                .join('\n');
              const path = join(folder, String(files++));
              const file = join(path, `pages-${month}.txt`);
              mkdirSync(path);
              writeFileSync(file, text);
              await importFile(index % 2 === 0 ? store : other, store.factReader, file, { date: '2025' });
            }),
          );
          expect(replay(await log())).toEqual(await stored());
        },
      ),
      { numRuns: 8 },
    );
    const lines = await log();
    expect(new Set(lines.map(({ version, type, key }) => `${version} ${type} ${key}`)).size).toBe(lines.length);
    expect(lines.some(({ kind }) => kind === 'REMOVED')).toBe(true);
    await other.close();
    rmSync(folder, { recursive: true });
  });
});
