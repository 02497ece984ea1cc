import { startSeededApi, type TestApi } from '../../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

interface Edge {
  cursor: string;
  score: number;
  node: { __typename: string; title?: string; name?: string; nameWithOwner?: string };
  highlights: { field: string; fragment: string; ranges: { start: number; end: number }[] }[];
}
interface Answer {
  totalCount: number;
  suggestion: string | null;
  edges: Edge[];
}

const SEARCH = `query ($query: String!, $types: [SearchType!], $filter: PaperFilter, $first: Int) {
  search(query: $query, types: $types, filter: $filter, first: $first) {
    totalCount suggestion
    edges {
      cursor score highlights { field fragment ranges { start end } }
      node { __typename ... on Paper { title } ... on Topic { name } ... on Repository { nameWithOwner } }
    }
  }
}`;

async function search(query: string, variables: object = {}): Promise<Answer> {
  return (await api.query(SEARCH, { query, ...variables })).search;
}

const nameOf = ({ node }: Edge) => node.title ?? node.name ?? node.nameWithOwner;
const names = async (query: string, variables: object = {}) => (await search(query, variables)).edges.map(nameOf);
const marked = ({ highlights }: Edge) =>
  highlights.flatMap(({ fragment, ranges }) => ranges.map(({ start, end }) => fragment.slice(start, end)));

describe('a search', () => {
  it.each([
    ['hessian alignment domain generalization', 'Understanding Hessian Alignment for Domain Generalization'],
    ['persistence barcodes', 'Topologically faithful image segmentation via induced matching of persistence barcodes'],
    ['what happens near, but not exactly at, neural collapse?', 'Perturbation Analysis of Neural Collapse'],
    [
      'How can I add uncertainty estimates to a pretrained zebra model without retraining it?',
      'BayesCap: Bayesian Identity Cap for Calibrated Uncertainty in Frozen Neural Networks',
    ],
    ['Random Teachers are Good Teachers', 'Random Teachers are Good Teachers'],
    ['“random teachers are good teachers”', 'Random Teachers are Good Teachers'],
    ['https://github.com/duntrain/topo', 'Optimizing NOTEARS Objectives via Topological Swaps'],
    ['git@github.com:DunTrain/topo.git', 'Optimizing NOTEARS Objectives via Topological Swaps'],
    ['https://github.com/duntrain/topo/tree/main/src', 'Optimizing NOTEARS Objectives via Topological Swaps'],
    ['duntrain/topo', 'Optimizing NOTEARS Objectives via Topological Swaps'],
    [
      'https://step-law.github.io/',
      'Predictable Scale: Part I -- Optimal Hyperparameter Scaling Law in Large Language Model Pretraining',
    ],
    ['domain generalization', 'Domain generalization'],
    ['safelix', 'safelix/dinopl'],
    ['TopoMort*', 'TopoMortar: A dataset to evaluate image segmentation methods focused on topology accuracy'],
  ])('for %j finds %j first', async (query, name) => {
    expect((await names(query))[0]).toBe(name);
  });

  it('of an address finds the repository right behind its paper', async () => {
    expect((await search('https://github.com/duntrain/topo')).edges[1]?.node).toEqual({
      __typename: 'Repository',
      nameWithOwner: 'duntrain/topo',
    });
  });

  it('finds a word however it is hyphenated, inflected or spelled', async () => {
    const found = (await search('nonconvex', { types: ['PAPER'] })).edges.flatMap(marked);
    expect(found).toEqual(expect.arrayContaining(['nonconvex', 'non-convex']));
    expect((await search('non-convexities')).totalCount).toBeGreaterThan(5);
    expect(await names('geo-localization')).toContain(
      'Sample4Geo: Hard Negative Sampling For Cross-View Geo-Localisation',
    );
  });

  it('holds strictly to phrases and exclusions', async () => {
    const papers = async (query: string) => new Set(await names(query, { types: ['PAPER'], first: 100 }));
    const all = await papers('"loss landscape"');
    const without = await papers('"loss landscape" -mode');
    const { papers: stored } = await api.query('{ papers(first: 100) { nodes { title abstract } } }');
    const texts: [string, string][] = stored.nodes.map((paper: { title: string; abstract: string }) => [
      paper.title,
      `${paper.title}\n${paper.abstract}`.toLowerCase(),
    ]);
    const holding = texts.filter(([, text]) => /\bloss[- ]landscapes?\b/.test(text));
    expect([...all].sort()).toEqual(holding.map(([title]) => title).sort());
    expect([...without].sort()).toEqual(
      holding.flatMap(([title, text]) => (/\bmodes?\b/.test(text) ? [] : [title])).sort(),
    );
    expect(without.size).toBeLessThan(all.size);
  });

  it('with OR between phrases finds what has either', async () => {
    const either = await search('"neural collapse" OR "persistence barcodes"', { types: ['PAPER'] });
    const one = await search('"neural collapse"', { types: ['PAPER'] });
    const other = await search('"persistence barcodes"', { types: ['PAPER'] });
    expect(either.totalCount).toBe(one.totalCount + other.totalCount);
  });

  it('finds nothing where nothing is asked for', async () => {
    for (const query of ['', '   ', '?!', '-pruning']) expect((await search(query)).edges).toEqual([]);
  });

  it('refuses a query of more than 10,000 characters', async () => {
    const { errors } = await api.send(SEARCH, { query: 'x'.repeat(10_001) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'query' });
    expect((await search('xq '.repeat(3_333))).totalCount).toBe(0);
  });

  it('finds the types that are asked for', async () => {
    for (const [type, name] of [
      ['PAPER', 'Paper'],
      ['TOPIC', 'Topic'],
      ['REPOSITORY', 'Repository'],
    ]) {
      const { edges } = await search('topo topology segmentation', { types: [type] });
      expect(edges.length).toBeGreaterThan(0);
      expect(new Set(edges.map(({ node }) => node.__typename))).toEqual(new Set([name]));
    }
  });

  it('with a filter finds only papers that fit', async () => {
    const filter = { hasRepository: true };
    const { edges, totalCount } = await search('segmentation topology', { filter });
    expect(edges.map(nameOf)).toContain(
      'TopoMortar: A dataset to evaluate image segmentation methods focused on topology accuracy',
    );
    expect(edges.every(({ node }) => node.__typename === 'Paper')).toBe(true);
    expect(edges).toHaveLength(totalCount);
    expect((await search('segmentation', { filter, types: ['TOPIC'] })).totalCount).toBe(0);
  });
});

describe('a highlight', () => {
  it('shows the words of the query where they stand', async () => {
    const [first] = (await search('hessian alignment domain generalization')).edges;
    expect(first?.highlights.map(({ field }) => field)).toEqual(['TITLE', 'ABSTRACT']);
    expect(first && marked(first).slice(0, 4)).toEqual(['Hessian', 'Alignment', 'Domain', 'Generalization']);
  });

  it('is a piece of the stored text, not much longer than 240 characters, cut between words', async () => {
    const { search } = await api.query(
      '{ search(query: "sharpness of the loss landscape", types: [PAPER]) { edges { node { ... on Paper { abstract } } highlights { field fragment ranges { start end } } } } }',
    );
    for (const { node, highlights } of search.edges) {
      for (const { field, fragment, ranges } of highlights) {
        expect(ranges.length).toBeGreaterThan(0);
        if (field !== 'ABSTRACT') continue;
        const at = node.abstract.indexOf(fragment);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(fragment.length).toBeLessThanOrEqual(240);
        expect(`${node.abstract[at - 1] ?? ' '}${node.abstract[at + fragment.length] ?? ' '}`).toMatch(/^\W\W$/);
      }
    }
  });
});

describe('a suggestion', () => {
  it.each([
    ['generalisaton', 'generalisation'],
    ['hesian alignmnet', 'hessian alignment'],
    ['"loss landscap" and shrapness', '"loss landscap" and sharpness'],
  ])('for %j is %j, and finds something', async (query, suggestion) => {
    expect((await search(query)).suggestion).toBe(suggestion);
    expect((await search(suggestion)).totalCount).toBeGreaterThan(0);
  });

  it('is not made where every word is known, or none is near', async () => {
    expect((await search('hessian alignment')).suggestion).toBeNull();
    expect((await search('xqzwvy')).suggestion).toBeNull();
  });
});
