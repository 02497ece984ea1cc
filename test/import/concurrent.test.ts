import { createFactReader } from '../../src/import/facts/facts';
import { importFile } from '../../src/import/import-file';
import { checkSearchIndex } from '../../src/search/index/upkeep/check-search-index';
import { readShippedVocabulary } from '../../src/seeds';
import { runCommand } from '../support/cli';
import { contents, wrongCounters } from '../support/contents';
import { writePages } from '../support/pages';
import { createDatabase, engine, openUpToDate } from '../support/store';

const reader = createFactReader(readShippedVocabulary());

describe('imports of several processes at once', () => {
  it('of the same and of different digests, into an empty database, leave the same as one after the other', async () => {
    const [one, two, three, four] = writePages(4, 16) as [string, string, string, string];
    const together = await createDatabase(engine, 'nothing');
    const ended = await Promise.all(
      [
        [one, two, three],
        [three, two, one],
        [four, two],
        [two, four, three],
      ].map((files) => runCommand(['seed', ...files], { DATABASE_URL: together.url })),
    );
    for (const { code, output } of ended) expect([code, output]).toEqual([0, expect.stringContaining('failed: 0.')]);
    // Whoever came first, each digest was added once.
    const added = ended.flatMap(({ output }) => [...output.matchAll(/^(\S+): added/gm)].map(([, slug]) => slug));
    expect(added.sort()).toEqual(['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04']);

    const inTurn = await createDatabase(engine);
    const [found, expected] = [await openUpToDate(together.url), await openUpToDate(inTurn.url)];
    for (const file of [one, two, three, four]) await importFile(expected, reader, file);
    expect(await contents(found)).toEqual(await contents(expected));
    expect(await wrongCounters(found)).toEqual([]);
    expect(await checkSearchIndex(found)).toBe(false);
    await Promise.all([found.close(), expected.close()]);
    await Promise.all([together.drop(), inTurn.drop()]);
  }, 120_000);
});
