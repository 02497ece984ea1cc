import { readHits } from '../../src/search/answer/search';
import { prepareSearch } from '../../src/search/rank/prepare-search';
import { BOUNDS, type Bounds } from '../../src/search/rank/top-k/bounds';
import { createRandom } from '../bench/corpus/random';
import { openSeededStore, type TestStore } from '../support/store';
import { anyText } from '../support/truth/any-text';

let store: TestStore;
let pieces: readonly string[];
beforeAll(async () => {
  store = await openSeededStore();
  const papers: { title: string; abstract: string }[] = await store.writer.query('select title, abstract from paper');
  pieces = papers.flatMap(({ title, abstract }) => [title, ...abstract.split(/(?<=[.!?])\s+/)]);
});
afterAll(() => store.close());

/** All is weighed; rare words choose and others follow; the latest that match are listed. */
const WAYS: readonly Bounds[] = [
  BOUNDS,
  { ...BOUNDS, visited: 20, listed: { PAPER: 5, TOPIC: 2, REPOSITORY: 2 } },
  { ...BOUNDS, visited: 0, listed: { PAPER: 5, TOPIC: 2, REPOSITORY: 2 }, postings: 200 },
];
const ALL = ['PAPER', 'TOPIC', 'REPOSITORY'] as const;
/** As many each time the tests are run; others each time. */
const TEXTS = 800;
const AT_A_TIME = 8;

describe('a text of the sentences of the corpus', () => {
  it(`is a query without an error, in ${TEXTS} of ${TEXTS} cases`, async () => {
    const window = { limit: 2, after: null, before: null, backwards: false };
    const ask = async (query: string, way: Bounds): Promise<void> => {
      try {
        await readHits(store.reader, await prepareSearch(store.reader, query, ALL, {}, { bounds: way }), window);
      } catch (error) {
        throw new Error(`${JSON.stringify(query)}: ${String(error)}`);
      }
    };
    const random = createRandom(Date.now());
    const queries = Array.from({ length: TEXTS }, () => anyText(random, pieces));
    for (let start = 0; start < TEXTS; start += AT_A_TIME) {
      const some = queries.slice(start, start + AT_A_TIME);
      await Promise.all(some.map((query, index) => ask(query, WAYS[(start + index) % WAYS.length] as Bounds)));
    }
  });
});
