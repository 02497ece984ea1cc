import { startApi, type TestApi } from '../support/api';
import { abstractWith, digestText } from '../support/digest-text';

/** Of each repository how many papers link to it. */
const COUNTS = { zebra: 3, beta: 2, Yak: 2, alpha: 1, delta: 1, Cod: 1, xylo: 1 };

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.importText('2025-03-12.txt', page(COUNTS));
});
afterAll(() => api.close());

/** A digest of as many papers as there are links to repositories. */
function page(counts: Record<string, number>): string {
  const names = Object.entries(counts).flatMap(([name, count]) => Array.from({ length: count }, (_, n) => [name, n]));
  return digestText(
    'Mar 12',
    names.map(([name, n]) => [`Widgets of ${name} ${n}`, abstractWith(`Code: https://github.com/acme/${name}.`)]),
  );
}

/** The list, read page by page. */
async function listed(direction: string, size: number, way: 'first' | 'last'): Promise<string[]> {
  const cursor = way === 'first' ? 'after' : 'before';
  const found: string[] = [];
  for (let at: string | null = null; ; ) {
    const { repositories } = await api.query(
      `query ($at: String) { repositories(${way}: ${size}, ${cursor}: $at, orderBy: { field: PAPER_COUNT, direction: ${direction} }) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { name paperCount } } }`,
      { at },
    );
    const items = repositories.nodes.map(({ name, paperCount }: Listed) => `${name} ${paperCount}`);
    if (way === 'first') found.push(...items);
    else found.unshift(...items);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = repositories.pageInfo;
    if (!(way === 'first' ? hasNextPage : hasPreviousPage)) return found;
    at = way === 'first' ? endCursor : startCursor;
  }
}

interface Listed {
  name: string;
  paperCount: number;
}

describe('repositories by papers', () => {
  const mostFirst = ['zebra 3', 'beta 2', 'Yak 2', 'alpha 1', 'Cod 1', 'delta 1', 'xylo 1'];
  const fewestFirst = ['alpha 1', 'Cod 1', 'delta 1', 'xylo 1', 'beta 2', 'Yak 2', 'zebra 3'];

  it.each([1, 2, 3, 100])('have those with as many from A on, whichever way, on pages of %d', async (size) => {
    for (const way of ['first', 'last'] as const) {
      expect(await listed('DESC', size, way)).toEqual(mostFirst);
      expect(await listed('ASC', size, way)).toEqual(fewestFirst);
    }
  });

  it('follow what a corrected digest says', async () => {
    await api.importText('2025-03-12.txt', page({ zebra: 1, beta: 2, Yak: 3, alpha: 1 }));
    expect(await listed('DESC', 2, 'first')).toEqual(['Yak 3', 'beta 2', 'alpha 1', 'zebra 1']);
    expect(await listed('ASC', 2, 'first')).toEqual(['alpha 1', 'zebra 1', 'beta 2', 'Yak 3']);
  });
});
