import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  const [one, two, three, four] = ['Ants', 'Bees', 'Cats', 'Dogs'].map(
    (animal) => [`A Study of ${animal} in the City`, abstractWith(`${animal} were there.`)] as const,
  ) as [Entry, Entry, Entry, Entry];
  await api.importText('2025-03-01.txt', digestText('Mar 1', [one, two, three]));
  await api.importText('2025-03-08.txt', digestText('Mar 8', [two, one, four]));
  await api.importText('2025-03-09.txt', digestText('Mar 9', [two, four, one]));
  await api.importText('undated.txt', digestText('May 5', [['A Paper of an Unknown Year', abstractWith('')], one]));
});
type Entry = readonly [string, string];
afterAll(() => api.close());

interface Trending {
  score: number;
  asOf: string;
  formula: string;
  components: { name: string; value: number; weight: number }[];
}

describe('trending', () => {
  it('orders papers by a score that anyone can compute again from its components', async () => {
    const { papers } = await api.query(
      '{ papers(orderBy: {field: TRENDING}) { nodes { slug trending { score asOf formula components { name value weight } } digests { edges { rank node { date } } } } } }',
    );
    const scores: number[] = [];
    for (const { trending, digests } of papers.nodes.filter((paper: { trending: Trending | null }) => paper.trending)) {
      const { score, asOf, components, formula } = trending as Trending;
      expect(asOf).toBe('2025-03-09');
      expect(formula).toContain('1 / log2(rank + 1)');
      expect(score).toBeCloseTo(
        components.reduce((sum, { value, weight }) => sum + value * weight, 0),
        12,
      );
      const fromTheGraph = digests.edges
        .filter(({ node }: { node: { date: string | null } }) => node.date)
        .map(({ rank, node }: { rank: number; node: { date: string } }) => {
          const days = (Date.parse(asOf) - Date.parse(node.date)) / 86_400_000;
          return (1 / Math.log2(rank + 1)) * 2 ** (-days / 7);
        });
      expect(components).toHaveLength(fromTheGraph.length);
      expect(score).toBeCloseTo(
        fromTheGraph.reduce((sum: number, part: number) => sum + part, 0),
        12,
      );
      scores.push(score);
    }
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(papers.nodes.map(({ slug }: { slug: string }) => slug)).toEqual([
      'a-study-of-bees-in-the-city',
      'a-study-of-ants-in-the-city',
      'a-study-of-dogs-in-the-city',
      'a-study-of-cats-in-the-city',
      'a-paper-of-an-unknown-year',
    ]);
  });

  it('is null where nothing is known', async () => {
    expect(
      (await api.query('{ paper(by: { slug: "a-paper-of-an-unknown-year" }) { trending { score } } }')).paper.trending,
    ).toBeNull();
  });

  it('takes one statement for a page of papers', async () => {
    const { statements } = await api.log.during(() => api.query('{ papers { nodes { trending { score } } } }'));
    expect(statements).toHaveLength(2);
  });
});

const CHANGES = `{ since { slug }
  enteredPapers { totalCount edges { rank node { slug } } } leftPapers { totalCount edges { rank node { slug } } } movedPapers { totalCount edges { fromRank toRank node { slug } } } }`;

describe('changes from digest to digest', () => {
  it('are those since the digest before, unless another is named', async () => {
    const { digest } = await api.query(`{ digest(slug: "2025-03-08") { changesSince ${CHANGES} } }`);
    expect(digest.changesSince).toEqual({
      since: { slug: '2025-03-01' },
      enteredPapers: { totalCount: 1, edges: [{ rank: 3, node: { slug: 'a-study-of-dogs-in-the-city' } }] },
      leftPapers: { totalCount: 1, edges: [{ rank: 3, node: { slug: 'a-study-of-cats-in-the-city' } }] },
      movedPapers: {
        totalCount: 2,
        edges: [
          { fromRank: 2, toRank: 1, node: { slug: 'a-study-of-bees-in-the-city' } },
          { fromRank: 1, toRank: 2, node: { slug: 'a-study-of-ants-in-the-city' } },
        ],
      },
    });
  });

  it('can be asked against any digest, later ones and itself too', async () => {
    const { digest } = await api.query(
      `{ digest(slug: "2025-03-01") { back: changesSince(digest: "2025-03-09") ${CHANGES} self: changesSince(digest: "2025-03-01") ${CHANGES} } }`,
    );
    expect(digest.back).toMatchObject({
      enteredPapers: { edges: [{ node: { slug: 'a-study-of-cats-in-the-city' } }] },
      leftPapers: { edges: [{ rank: 2, node: { slug: 'a-study-of-dogs-in-the-city' } }] },
      movedPapers: {
        edges: [
          { fromRank: 3, toRank: 1 },
          { fromRank: 1, toRank: 2 },
        ],
      },
    });
    expect(digest.self).toMatchObject({
      enteredPapers: { totalCount: 0 },
      leftPapers: { totalCount: 0 },
      movedPapers: { totalCount: 0 },
    });
  });

  it('are null without a digest to compare with', async () => {
    const { first, undated, missing } = await api.query(
      `{ first: digest(slug: "2025-03-01") { changesSince { since { slug } } }
         undated: digest(slug: "undated") { changesSince { since { slug } } }
         missing: digest(slug: "2025-03-01") { changesSince(digest: "2031-01-01") { since { slug } } } }`,
    );
    expect([first.changesSince, undated.changesSince, missing.changesSince]).toEqual([null, null, null]);
    expect(
      (await api.send('{ digest(slug: "undated") { changesSince(digest: "No Slug") { since { slug } } } }')).errors,
    ).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'digest' } }]);
  });

  it('page in both directions and take a constant number of statements', async () => {
    const page = async (args: string) =>
      (
        await api.query(
          `{ digest(slug: "2025-03-08") { changesSince { movedPapers(${args}) { pageInfo { endCursor hasNextPage } edges { toRank } } } } }`,
        )
      ).digest.changesSince.movedPapers;
    const first = await page('first: 1');
    expect(first).toMatchObject({ edges: [{ toRank: 1 }], pageInfo: { hasNextPage: true } });
    expect((await page(`first: 1, after: "${first.pageInfo.endCursor}"`)).edges).toEqual([{ toRank: 2 }]);
    expect((await page('last: 1')).edges).toEqual([{ toRank: 2 }]);
    const { statements } = await api.log.during(() => api.query(`{ digests { nodes { changesSince ${CHANGES} } } }`));
    expect(statements).toHaveLength(1 + 2 + 6);
  });
});
