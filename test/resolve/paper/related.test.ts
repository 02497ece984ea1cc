import { extractTerms } from '../../../src/extract/terms/terms';
import { createFactReader } from '../../../src/import/facts/facts';
import { syncVectors } from '../../../src/import/facts/sync-vectors';
import { LEAST_NEAR } from '../../../src/related/near-terms';
import { splitTerms } from '../../../src/search/index/index-entry';
import { indexText } from '../../../src/search/index/upkeep/index-text';
import { tokenize } from '../../../src/search/text/tokenize';
import { readShippedVocabulary, shippedWeights } from '../../../src/seeds';
import { cosine, encode, type TextVector } from '../../../src/vectors/encode';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

interface Related {
  score: number;
  wordScore: number;
  vectorScore: number;
  sharedTopics: { slug: string }[];
  sharedTerms: string[];
  node: { slug: string };
}

const EDGES = '{ edges { score wordScore vectorScore sharedTopics { slug } sharedTerms node { slug } } }';

async function relatedTo(slug: string, of: TestApi = api): Promise<Related[]> {
  const { paper } = await of.query(
    `query ($slug: String!) { paper(by: { slug: $slug }) { relatedPapers(first: 100) ${EDGES} } }`,
    {
      slug,
    },
  );
  return paper.relatedPapers.edges;
}

interface KnownPaper {
  slug: string;
  title: string;
  abstract: string | null;
  topics: { edges: { score: number; node: { slug: string } }[] };
}

async function allPapers(of: TestApi = api): Promise<KnownPaper[]> {
  const { papers } = await of.query(
    '{ papers(first: 100) { nodes { slug title abstract topics(first: 100) { edges { score node { slug } } } } } }',
  );
  return papers.nodes;
}

const slugOf = async (start: string) =>
  (await allPapers()).find(({ title }) => title.startsWith(start))?.slug as string;

describe('related papers', () => {
  it.each([
    ['Neural Tangent Kernel: Convergence', 'Feature Learning in Infinite-Width'],
    ['Feature Learning in Infinite-Width', 'Neural Tangent Kernel: Convergence'],
    ['TopoMortar', 'Topologically faithful image segmentation'],
    ['Learning Rates as a Function of Batch Size', 'Train longer, generalize better'],
  ])('of "%s" begin with "%s"', async (start, expected) => {
    const [first] = await relatedTo(await slugOf(start));
    expect(first?.node.slug).toBe(await slugOf(expected));
  });

  it('of a paper whose words are near those of many have the one that shares its words among the first three', async () => {
    const first = (await relatedTo(await slugOf('Global Convergence of Sub-gradient'))).slice(0, 3);
    expect(first.map(({ node }) => node.slug)).toContain(await slugOf('Efficient Global Optimization'));
  });

  it('have the score that anyone can work out from the published formula', async () => {
    const papers = await allPapers();
    const rounded = (weight: number) => Math.round(weight * 1000) / 1000;
    const termsOf = new Map(
      papers.map((paper) => [
        paper.slug,
        new Map([
          ...extractTerms(paper).map(({ key, weight }) => [key, rounded(weight)] as const),
          ...paper.topics.edges.map(({ score, node }) => [`#${node.slug}`, rounded(score)] as const),
        ]),
      ]),
    );
    const holders = (key: string) => [...termsOf.values()].filter((terms) => terms.has(key)).length;
    const idf = (key: string) => Math.log(1 + papers.length / holders(key));
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    const vectorOf = new Map(
      papers.map(({ slug, title, abstract }) => {
        const { title: inTitle, body } = indexText(title, abstract);
        const vector = encode(shippedWeights().read(), [...splitTerms(inTitle), ...splitTerms(body)]);
        return [slug, vector as TextVector] as const;
      }),
    );
    const found: number[] = [];
    for (const { slug } of papers.slice(0, 5)) {
      const own = [...(termsOf.get(slug) ?? [])];
      const total = sum(own.map(([key, weight]) => weight * idf(key)));
      const vector = vectorOf.get(slug) as TextVector;
      const expected = papers.flatMap((other) => {
        const theirs = termsOf.get(other.slug) ?? new Map<string, number>();
        const share = sum(own.map(([key, weight]) => Math.min(weight, theirs.get(key) ?? 0) * idf(key))) / total;
        if (other.slug === slug || share < 0.03) return [];
        const { bytes, coverage } = vectorOf.get(other.slug) as TextVector;
        const v = 0.4 * (rounded(vector.coverage) * rounded(coverage)) ** 2;
        const parts = { words: (1 - v) * share, vectors: v * Math.max(0, cosine(vector.bytes, bytes)) };
        return [[other.slug, parts] as const];
      });
      const related = await relatedTo(slug);
      expect(new Set(related.map(({ node }) => node.slug))).toEqual(new Set(expected.map(([other]) => other)));
      const partsOf = new Map(expected);
      for (const { score, wordScore, vectorScore, node } of related) {
        const { words, vectors } = partsOf.get(node.slug) as { words: number; vectors: number };
        expect(wordScore).toBeCloseTo(words, 5);
        expect(vectorScore).toBeCloseTo(vectors, 5);
        expect(score).toBeCloseTo(wordScore + vectorScore, 8);
        found.push(vectorScore);
      }
    }
    expect(found.filter((score) => score > 0.05).length).toBeGreaterThan(10);
  });

  it('say which of their words are near to each other without being the same', async () => {
    const { papers } = await api.query(
      `{ papers(first: 12) { nodes { title abstract
          relatedPapers(first: 12) { edges { sharedTerms nearTerms { term otherTerm similarity } node { title abstract } } } } } }`,
    );
    const weights = shippedWeights().read();
    const directionOf = (text: string) =>
      (
        encode(
          weights,
          tokenize(text).map(({ term }) => term),
        ) as TextVector
      ).bytes;
    const printedIn = ({ title, abstract }: { title: string; abstract: string | null }) => [
      ...extractTerms({ title, abstract }).map(({ text }) => text),
    ];
    let told = 0;
    for (const paper of papers.nodes) {
      const own = printedIn(paper);
      for (const { sharedTerms, nearTerms, node } of paper.relatedPapers.edges) {
        const theirs = printedIn(node);
        for (const { term, otherTerm, similarity } of nearTerms) {
          expect(own).toContain(term);
          expect(theirs).toContain(otherTerm);
          expect(sharedTerms).not.toContain(term);
          expect(similarity).toBeGreaterThanOrEqual(LEAST_NEAR);
          expect(similarity).toBeCloseTo(cosine(directionOf(term), directionOf(otherTerm)), 8);
          told += 1;
        }
        const found: number[] = nearTerms.map(({ similarity }: { similarity: number }) => similarity);
        expect(found).toEqual([...found].sort((one, other) => other - one));
        expect(new Set(nearTerms.map(({ term }: { term: string }) => term)).size).toBe(nearTerms.length);
        expect(new Set(nearTerms.map(({ otherTerm }: { otherTerm: string }) => otherTerm)).size).toBe(nearTerms.length);
      }
    }
    expect(told).toBeGreaterThan(100);
  });

  it('go by words alone where vectors know too little, or are turned off', async () => {
    const alone = await startSeededApi({ ANSWER_CACHE_BYTES: '0' });
    const slug = await slugOf('Neural Tangent Kernel: Convergence');
    const withVectors = await relatedTo(slug, alone);
    await alone.writer.query('update paper_vector set coverage = 10');
    for (const { score, wordScore, vectorScore } of await relatedTo(slug, alone)) {
      expect(vectorScore).toBe(0);
      expect(score).toBe(wordScore);
    }
    await syncVectors(alone, createFactReader(readShippedVocabulary(), null));
    const byWords = await relatedTo(slug, alone);
    expect(byWords.map(({ node }) => node.slug).sort()).toEqual(withVectors.map(({ node }) => node.slug).sort());
    for (const { score, wordScore, vectorScore } of byWords) {
      expect(vectorScore).toBe(0);
      expect(score).toBe(wordScore);
    }
    expect(byWords.map(({ score }) => score)).not.toEqual(withVectors.map(({ score }) => score));
    await alone.close();
  });

  it('never hold the paper itself, each other one once, best first, with scores above 0 and at most 1', async () => {
    const { papers } = await api.query(
      '{ papers(first: 51) { nodes { slug relatedPapers(first: 100) { edges { score node { slug } } } } } }',
    );
    expect(
      papers.nodes.some(({ relatedPapers }: { relatedPapers: { edges: Related[] } }) => relatedPapers.edges.length > 5),
    ).toBe(true);
    for (const { slug, relatedPapers } of papers.nodes as { slug: string; relatedPapers: { edges: Related[] } }[]) {
      const slugs = relatedPapers.edges.map(({ node }) => node.slug);
      expect(slugs).not.toContain(slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      const scores = relatedPapers.edges.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    }
  });

  it('say why: topics that both carry, and terms that both texts use', async () => {
    const papers = new Map((await allPapers()).map((paper) => [paper.slug, paper]));
    for (const slug of [...papers.keys()].slice(0, 10)) {
      const paper = papers.get(slug) as KnownPaper;
      const keysOf = (text: KnownPaper) => new Set(extractTerms(text).map(({ key }) => key));
      const topicsOf = ({ topics }: KnownPaper) => topics.edges.map(({ node }) => node.slug);
      for (const { node, sharedTopics, sharedTerms } of await relatedTo(slug)) {
        const other = papers.get(node.slug) as KnownPaper;
        const both = topicsOf(paper).filter((topic) => topicsOf(other).includes(topic));
        expect(sharedTopics.map((topic) => topic.slug).sort()).toEqual(both.sort());
        expect(sharedTopics.length + sharedTerms.length).toBeGreaterThan(0);
        const printed = new Map(extractTerms(paper).map(({ key, text }) => [text, key]));
        for (const term of sharedTerms) expect(keysOf(other)).toContain(printed.get(term));
      }
    }
  });

  it('give a phrase instead of its words', async () => {
    const [first] = await relatedTo(await slugOf('Neural Tangent Kernel: Convergence'));
    expect(first?.sharedTerms).toContain('Tangent Kernel');
    expect(first?.sharedTerms).not.toContain('Kernel');
  });

  it('can be filtered, without change of score', async () => {
    const slug = await slugOf('Efficient Global Optimization');
    const all = await relatedTo(slug);
    const { paper } = await api.query(
      `query ($slug: String!) { paper(by: { slug: $slug }) { relatedPapers(first: 100, filter: {topics: {any: ["convergence-analysis"]}}) { totalCount edges { score wordScore vectorScore sharedTopics { slug } sharedTerms node { slug } } } } }`,
      { slug },
    );
    const under = new Set(
      (await allPapers())
        .filter(({ topics }) => topics.edges.some(({ node }) => node.slug === 'convergence-analysis'))
        .map((found) => found.slug),
    );
    expect(paper.relatedPapers.edges).toEqual(all.filter(({ node }) => under.has(node.slug)));
    expect(paper.relatedPapers.totalCount).toBe(paper.relatedPapers.edges.length);
    expect(paper.relatedPapers.edges.length).toBeGreaterThan(0);
    expect(paper.relatedPapers.edges.length).toBeLessThan(all.length);
  });

  it('page to the end in both directions, as many as totalCount says', async () => {
    const slug = await slugOf('Neural Tangent Kernel: Convergence');
    const all = (await relatedTo(slug)).map(({ node }) => node.slug);
    const walk = async (size: string, from: string, cursor: string, more: string) => {
      const found: string[][] = [];
      for (let at: string | null = null; ; ) {
        const { paper }: Awaited<ReturnType<TestApi['query']>> = await api.query(
          `query ($slug: String!, $at: String) { paper(by: { slug: $slug }) { relatedPapers(${size}: 2, ${from}: $at) { totalCount nodes { slug } pageInfo { ${cursor} ${more} } } } }`,
          { slug, at },
        );
        expect(paper.relatedPapers.totalCount).toBe(all.length);
        found.push(paper.relatedPapers.nodes.map((node: { slug: string }) => node.slug));
        if (!paper.relatedPapers.pageInfo[more]) return found;
        at = paper.relatedPapers.pageInfo[cursor];
      }
    };
    expect(all.length).toBeGreaterThan(4);
    expect((await walk('first', 'after', 'endCursor', 'hasNextPage')).flat()).toEqual(all);
    expect((await walk('last', 'before', 'startCursor', 'hasPreviousPage')).reverse().flat()).toEqual(all);
  });

  it('refuse a cursor of another paper or another filter', async () => {
    const { papers } = await api.query(
      '{ papers(first: 2) { nodes { slug relatedPapers(first: 1) { edges { cursor } } } } }',
    );
    const [one, other] = papers.nodes;
    const after = one.relatedPapers.edges[0].cursor;
    for (const [slug, filter] of [
      [other.slug, ''],
      [one.slug, ', filter: {hasRepository: true}'],
    ]) {
      const { errors } = await api.send(
        `query ($slug: String!, $after: String) { paper(by: { slug: $slug }) { relatedPapers(after: $after${filter}) { nodes { id } } } }`,
        { slug, after },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
    }
  });

  it('are the same whatever the order of imports', async () => {
    const gadgets = digestText('Mar 12', [
      ['Kernels of Infinite Width', abstractWith('Neural tangent kernels again.')],
    ]);
    const widgets = digestText('Mar 13', [['Widgets for Image Segmentation', abstractWith('Topology and pixels.')]]);
    const [one, other] = [await startSeededApi(), await startApi()];
    await one.importText('2025-03-12.txt', gadgets);
    await one.importText('2025-03-13.txt', widgets);
    await other.importText('2025-03-13.txt', widgets);
    await other.importText('2025-03-12.txt', gadgets);
    await other.seed();
    const everything = `{ papers(first: 60) { nodes { slug relatedPapers(first: 10) ${EDGES} } } }`;
    expect(await one.query(everything)).toEqual(await other.query(everything));
    await one.close();
    await other.close();
  });

  it('of a paper without words to tell it apart are none', async () => {
    const alone = await startApi();
    await alone.importText(
      '2025-01-02.txt',
      digestText('Jan 2', [
        ['On It', '我们证明了这个结果。'],
        ['Lattice Kernels', abstractWith('')],
      ]),
    );
    const { papers } = await alone.query('{ papers { nodes { relatedPapers { totalCount nodes { id } } } } }');
    for (const { relatedPapers } of papers.nodes) expect(relatedPapers).toEqual({ totalCount: 0, nodes: [] });
    await alone.close();
  });

  // Of four papers each: what they and those that they may be related to have, and where these are by their vectors, how
  // rare that is, who has it, and when.
  const ofFour = 6;

  it.each([
    ['papers', 'nodes { slug }', 3],
    ['papers, with what they share', 'edges { score sharedTopics { slug } sharedTerms node { slug } }', 5],
    ['papers and their number', 'totalCount edges { sharedTopics { slug } sharedTerms }', 5],
    ['their number alone', 'totalCount', 2],
    [
      'pages and numbers under several names',
      'totalCount nodes { slug } } again: relatedPapers(last: 3) { totalCount',
      4,
    ],
  ])('cost a fixed number of statements for each four papers: %s', async (_, fields, once) => {
    for (const n of [1, 10, 50]) {
      const { statements } = await api.log.during(() =>
        api.query(`{ papers(first: ${n}) { nodes { relatedPapers(first: 5) { ${fields} } } } }`),
      );
      expect(statements.length).toBeLessThanOrEqual(once + ofFour * Math.ceil(n / 4));
    }
  });
});
