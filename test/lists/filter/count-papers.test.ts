import sql, { join } from 'sql-template-tag';
import { countPapers } from '../../../src/lists/filter/count-papers';
import { type PaperFilter, paperConditions } from '../../../src/lists/filter/paper-filter';
import { run } from '../../../src/store/sql';
import { digestText } from '../../support/digest-text';
import { importRecordsText } from '../../support/import-records';
import { openSeededStore, type TestStore } from '../../support/store';

let store: TestStore;

beforeAll(async () => {
  store = await openSeededStore();
  await store.importText(
    '2024-12-30.txt',
    digestText('Dec 30', [
      ['Neural Collapse in Deep Linear Networks', 'We study neural collapse. Code: https://gitlab.com/some/code'],
    ]),
  );
  await store.importText(
    'undated.txt',
    digestText('Dec 31', [['Widgets in the Wild', 'We count widgets by image segmentation.']]),
  );
});
afterAll(() => store.close());

/** Counts by holding each paper against all conditions. */
async function countEach(filter: PaperFilter): Promise<number> {
  const rows = await run(
    store.reader,
    sql`select p.id from paper p where ${join([sql`1 = 1`, ...paperConditions(filter)], ' and ')}`,
  );
  return rows.length;
}

const parts: Record<string, (PaperFilter[keyof PaperFilter] | undefined)[]> = {
  topics: [
    undefined,
    { any: ['neural-collapse'], includeDescendants: true },
    { any: ['deep-learning-theory'], includeDescendants: false },
    { all: ['deep-learning-theory'], includeDescendants: true },
    { any: ['neural-collapse', 'optimization'], includeDescendants: true },
    { all: ['neural-collapse', 'deep-learning-theory'], none: ['optimization'], includeDescendants: true },
    { none: ['optimization'], includeDescendants: true },
    { any: ['there-is-none'], includeDescendants: true },
    { any: ['neural-collapse'], includeDescendants: true, minScore: 0.2 },
    { all: ['optimization', 'loss-functions'], includeDescendants: false, minScore: 0.3 },
  ],
  digest: [undefined, null, '2025-03-11', '2024-12-30', 'there-is-none'],
  hasRepository: [undefined, true, false],
  repositoryHost: [undefined, 'github.com', 'GitLab.com'],
  firstSeenOn: [undefined, { from: '2025-01-01' }, { to: '2024-12-31' }, { from: '2024-01-01', to: '2025-12-31' }],
};

describe('the number of papers that fit a filter', () => {
  it('is that of the papers that meet all conditions, for every combination of conditions', async () => {
    for (const topics of parts.topics ?? [])
      for (const digest of parts.digest ?? [])
        for (const hasRepository of parts.hasRepository ?? [])
          for (const repositoryHost of parts.repositoryHost ?? [])
            for (const firstSeenOn of parts.firstSeenOn ?? []) {
              const filter = { topics, digest, hasRepository, repositoryHost, firstSeenOn } as PaperFilter;
              expect({ filter, n: await countPapers(store.reader, filter) }).toEqual({
                filter,
                n: await countEach(filter),
              });
            }
  });

  it('is that, too, by links, by a repository, and by the score of topics', async () => {
    const neuralCollapse = { any: ['neural-collapse'], includeDescendants: true };
    const repository = 'github.com/fiveai/lame';
    const code = { kinds: ['REPOSITORY'] as const, availability: null };
    const more: PaperFilter[] = [
      { repository },
      { repository, hasRepository: true },
      { repository, repositoryHost: 'gitlab.com' },
      { repository: 'github.com/there-is/none' },
      { link: code },
      { link: { ...code, availability: 'ANNOUNCED' } },
      { link: { kinds: ['DATASET', 'MODEL'] } },
      { link: code, repositoryHost: 'github.com' },
      { link: code, topics: neuralCollapse },
      { topics: { ...neuralCollapse, minScore: 0.9 } },
      { topics: { none: ['optimization'], includeDescendants: true, minScore: 0.7 } },
      { topics: { all: ['deep-learning-theory'], includeDescendants: false, minScore: 0.5 }, link: code },
      { topics: { any: ['deep-learning-theory'], includeDescendants: true, minScore: 0.95 }, digest: '2025-03-11' },
    ];
    const counts = await Promise.all(more.map((filter) => countPapers(store.reader, filter)));
    expect(counts).toEqual(await Promise.all(more.map(countEach)));
    expect(new Set(counts).size).toBeGreaterThan(5);
  });

  it('is that, too, by what sources say of papers', async () => {
    await importRecordsText(
      store,
      'a.bib',
      `@article{a, title={Widgets in the Wild}, author={Example, Ada and Muster, Ben}, year={2026}, journal={Nature}, eprint={2605.01234}, eprinttype={arxiv}, primaryclass={cs.LG}}
       @article{b, title={Gadgets at Home}, author={A. Example and B. Example}, year={2026}, month={5}, journal={Nature Methods}}
       @article{c, title={Gears and Springs}, author={Muster, Ben}, year={2025}, journal={ICML 2025}, eprint={2505.01234}, eprinttype={arxiv}, primaryclass={cs.CV}}`,
    );
    const authors = [undefined, 'Ada Example', 'example', 'B. Muster', 'Nobody'];
    const venues = [undefined, 'nature', 'Nature Methods'];
    const categories = [undefined, 'cs', 'cs.lg'];
    const times = [undefined, { from: '2026-01-01', to: '2026-12-31' }, { to: '2026-05-30' }];
    const others: PaperFilter[] = [
      {},
      { hasRepository: true },
      { hasRepository: false },
      { source: 'BIBTEX' },
      { topics: { none: ['optimization'], includeDescendants: true } },
    ];
    const counts = new Set<number>();
    for (const author of authors)
      for (const venue of venues)
        for (const category of categories)
          for (const published of times)
            for (const other of others) {
              const filter: PaperFilter = { author, venue, category, published, ...other };
              const n = await countPapers(store.reader, filter);
              expect({ filter, n }).toEqual({ filter, n: await countEach(filter) });
              counts.add(n);
            }
    expect(counts.size).toBeGreaterThan(4);
  });

  it('comes out of a counter where one repository is all that is asked for', async () => {
    const { statements } = await store.log.during(() => countPapers(store.reader, { repository: 'github.com/a/b' }));
    expect(statements).toEqual([expect.stringMatching(/^select paper_count as n from repository/)]);
  });

  it('comes out of a counter where one topic is all that is asked for', async () => {
    const { statements } = await store.log.during(() =>
      countPapers(store.reader, { topics: { any: ['neural-collapse'], includeDescendants: true } }),
    );
    expect(statements).toEqual([expect.stringMatching(/^select paper_count as n from topic/)]);
  });
});
