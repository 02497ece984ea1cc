import { renameSync, rmSync } from 'node:fs';
import { createFactReader } from '../../../../src/import/facts/facts';
import { importFile } from '../../../../src/import/import-file';
import { checkSearchIndex } from '../../../../src/search/index/upkeep/check-search-index';
import { readShippedVocabulary } from '../../../../src/seeds';
import type { Store } from '../../../../src/store/store';
import { contents, wrongCounters } from '../../../support/contents';
import { seedEnds, underLimit } from '../../../support/ends';
import { writePages } from '../../../support/pages';
import { createDatabase, openUpToDate } from '../../../support/store';

const reader = createFactReader(readShippedVocabulary());
const files = writePages(5, 16);

/** What is stored after all files, whatever happened on the way. */
let expected: Record<string, unknown[]>;
beforeAll(async () => {
  const database = await createDatabase('sqlite');
  const store = await openUpToDate(database.url);
  for (const file of files) await importFile(store, reader, file);
  expected = await contents(store);
  await store.close();
  await database.drop();
});

const stored = async ({ reader: db }: Store): Promise<string[]> =>
  (await db.query('select slug from digest order by slug')).map(({ slug }: { slug: string }) => slug);

async function completes(store: Store): Promise<void> {
  for (const file of files) await importFile(store, reader, file);
  expect(await contents(store)).toEqual(expected);
  expect(await wrongCounters(store)).toEqual([]);
  expect(await checkSearchIndex(store)).toBe(false);
}

/** Leaves room for some more pages, to the connection that writes now. */
async function leaveRoom({ writer }: Store, pages: number): Promise<void> {
  const [{ page_count: count }] = await writer.query('pragma page_count');
  await writer.query(`pragma max_page_count = ${count + pages}`);
}

describe('an import on a full disk', () => {
  it.each([0, 2, 5, 9])(
    'with room for %d pages more reports what is stored, and so does the next one',
    async (pages) => {
      const database = await createDatabase('sqlite');
      const store = await openUpToDate(database.url);
      const reported: string[] = [];
      const problems: unknown[] = [];
      for (const [index, file] of files.entries()) {
        if (index % 2 === 1) await leaveRoom(store, pages);
        await importFile(store, reader, file).then(
          ({ digests }) => reported.push(...digests.map(({ slug }) => slug)),
          (error) => problems.push(error.message),
        );
        expect(await stored(store)).toEqual(reported);
      }
      const place = database.url.replace('sqlite:', '');
      const full = `DATABASE_URL: expected room for ${place}, got a full disk; make room, and try again`;
      expect(new Set(problems)).toEqual(new Set([full]));
      await completes(store);
      await store.close();
      await database.drop();
    },
  );

  it.each([300_000, 700_000])('that fails as it commits, with logs of %d bytes, is not reported', async (bytes) => {
    const database = await createDatabase('sqlite');
    const { code, said } = await seedEnds({ DATABASE_URL: database.url }, underLimit(bytes), files);
    const reported = said.flatMap((line) => /^(\S+): added/.exec(line)?.[1] ?? []);
    expect(code).toBe(1);
    expect(said.filter((line) => /^error: .*: not stored: DATABASE_URL: expected/.test(line))).toHaveLength(
      files.length - reported.length,
    );
    const store = await openUpToDate(database.url);
    expect(await stored(store)).toEqual(reported);
    // There is room again.
    const again = await seedEnds({ DATABASE_URL: database.url }, [], files);
    expect([again.code, again.said.at(-1)]).toEqual([0, expect.stringMatching(/files that failed: 0\.$/)]);
    await completes(store);
    await store.close();
    await database.drop();
  });
});

describe('an import into a file', () => {
  it.each([
    ['that was deleted', (file: string) => rmSync(file), 'none'],
    ['that another one has taken the place of', (file: string) => renameSync(files[0] as string, file), 'another one'],
  ])('%s is not reported', async (_, change, got) => {
    const database = await createDatabase('sqlite');
    const store = await openUpToDate(database.url);
    const file = database.url.replace('sqlite:', '');
    change(file);
    await expect(importFile(store, reader, files[1] as string)).rejects.toThrow(
      `DATABASE_URL: expected ${file} to be the file that was opened, got ${got} in its place; start again`,
    );
    await store.close();
    await database.drop();
  });

  it('that may only be read says so', async () => {
    const database = await createDatabase('sqlite');
    const store = await openUpToDate(database.url);
    await store.writer.query('pragma query_only = on');
    await expect(importFile(store, reader, files[1] as string)).rejects.toThrow(
      /^DATABASE_URL: expected \S+ and its folder to be writable, got a read-only one$/,
    );
    await store.close();
    await database.drop();
  });
});
