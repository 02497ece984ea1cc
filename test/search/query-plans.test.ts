import type { PaperFilter } from '../../src/lists/filter/paper-filter';
import { type FacetName, readFacet } from '../../src/search/answer/facets';
import { countHits, readHits } from '../../src/search/answer/search';
import { searchIndexOf } from '../../src/search/index/search-index-of';
import { prepareSearch } from '../../src/search/rank/prepare-search';
import { BOUNDS, type Bounds } from '../../src/search/rank/top-k/bounds';
import { suggest } from '../../src/search/suggest/suggest';
import { run } from '../../src/store/sql';
import { NOT_FOR_TERMS, queryPlan } from '../support/query-plan';
import type { LoggedStatement } from '../support/statement-log';
import { openSeededStore, type TestStore } from '../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const FACETS: readonly FacetName[] = ['topics', 'repositoryHosts', 'years', 'digests'];
const WINDOW = { limit: 20, after: null, before: null, backwards: false };

/** Nothing is weighed by the index alone, as in a corpus that is large. */
const CHOOSING: Bounds = { ...BOUNDS, visited: 0 };
/** Some words choose, the latest documents of others follow. */
const FILLING: Bounds = { ...BOUNDS, visited: 20, narrow: 0 };

const filters: readonly PaperFilter[] = [
  {},
  { topics: { any: ['optimization'], includeDescendants: true } },
  { topics: { all: ['optimization', 'graph-neural-networks'], none: ['neural-collapse'], includeDescendants: false } },
  { digest: '2025-03-11' },
  { hasRepository: true },
  { hasRepository: false },
  { repositoryHost: 'github.com' },
  { firstSeenOn: { from: '2025-01-01', to: '2025-12-31' } },
];

/** As plans name them: the topics, a fixed number, whose aliases are looked through, and what is counted of all texts. */
const SMALL = ['SCAN t', 'topic', 'search_state'];

async function statementsOf(text: string, filter: PaperFilter, bounds: Bounds) {
  const db = store.reader;
  const { logged } = await store.log.during(async () => {
    const search = await prepareSearch(db, text, ['PAPER', 'TOPIC', 'REPOSITORY'], filter, { bounds });
    await readHits(db, search, WINDOW);
    await readHits(db, search, { ...WINDOW, after: [1, 1], backwards: true });
    await countHits(db, search);
    for (const facet of FACETS) await readFacet(db, search, facet, 20);
    await suggest(db, text);
  });
  return [...logged];
}

describe('the statements of a search', () => {
  it.each([
    'hessian alignment',
    'how does the batch size change the learning rate?',
    '"loss landscape" -mode networks',
    '"neural collapse" OR "gradient descent"',
    'topo* net*',
    'hesian alignmnet',
    'https://github.com/duntrain/topo',
    'duntrain/topo',
    'Random Teachers are Good Teachers',
  ])('for %j read no table that grows from end to end', async (text) => {
    const planned = new Set<string>();
    for (const filter of filters) {
      for (const bounds of [BOUNDS, CHOOSING, FILLING]) {
        for (const statement of await statementsOf(text, filter, bounds)) {
          if (planned.has(statement.text)) continue;
          planned.add(statement.text);
          const { scans } = await queryPlan(store, statement, NOT_FOR_TERMS);
          const others = scans.filter((scan) => !SMALL.includes(scan));
          expect([statement.text, others]).toEqual([statement.text, []]);
        }
      }
    }
  });

  it.each(['any', 'title'] as const)(
    'that go back from the latest text with words in %s field sort nothing',
    async (field) => {
      const match = { field, groups: [[['learn']], [['network'], ['gradient', 'descent']]], excluded: [['loss']] };
      const index = searchIndexOf(store.reader);
      for (const part of [
        { from: 5, to: 40 },
        await index.latestPart(store.reader, { from: 0, to: 2 ** 30 }, field, 10),
      ]) {
        const { logged } = await store.log.during(() => run(store.reader, index.latestDocs(match, part, 10, false)));
        const plan = await queryPlan(store, logged[0] as LoggedStatement);
        expect(plan).toMatchObject({ scans: [], sorts: 0 });
      }
    },
  );

  it('that look for few titles read those only', async () => {
    const match = { field: 'title', groups: [[['hessian']]], excluded: [] } as const;
    const latest = searchIndexOf(store.reader).latestDocs(match, { from: 0, to: 2 ** 30 }, 10, true);
    const { logged } = await store.log.during(() => run(store.reader, latest));
    const { scans, entered } = await queryPlan(store, logged[0] as LoggedStatement, NOT_FOR_TERMS);
    expect(scans).toEqual([]);
    if (store.engine === 'postgres') expect(entered).toContainEqual(expect.stringContaining('ts_filter'));
  });
});
