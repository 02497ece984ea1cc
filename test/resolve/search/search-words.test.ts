import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

/** Papers by a short name each: title and what the abstract says. */
const PAPERS = {
  nets: ['Convolutions at Sea', 'We train CNNs and LLMs on waves, and two further analyses of swell are given.'],
  margins: ['Margins of Old Boats', 'We train SVMs and LSTMs on old boats, and weigh three hypotheses.'],
  inequality: ['Polyak-Łojasiewicz Tides', 'We use the Polyak-Łojasiewicz inequality for tides.'],
  street: ['Counting Boats at the Straße', 'We count boats at the Straße, as Sørensen did.'],
  means: [
    "Fr\\'echet Means of Currents",
    'We compute Fr\\"ochet means of currents, as Erd\\H{o}s and {\\L}ukasz did not.',
  ],
  plus: ['C++ Templates for Tide Models', 'We write tide models in C++ with templates.'],
  sharp: ['C# Services for Tide Models', 'We write tide services in C# and .NET for the harbour office.'],
  plain: ['C for Tide Models', 'We write tide models in plain C, far from the net.'],
  paths: [
    'Path Finding with A* on Charts',
    'A* finds paths on charts faster than Dijkstra, RRT$^*$ finds them shorter.',
  ],
  fit: ['How Well a Tide Fits', 'The fit has an R$^2$ of nearly one.'],
  moon: ['Tides of the Moon', 'The moon has tides, too.'],
  river: ['Tides of the River', 'The river has tides where it meets the sea.'],
  chinese: ['潮汐模型的深度学习方法', '我们用深度学习方法预测四十个港口的潮汐。'],
  japanese: ['潮の満ち引きの予測モデル', '深層学習で港の潮位を予測する。'],
  matrix: ['Of Matrices and Vertices', 'Indices of spectra, criteria for optima, and bases of spaces.'],
} as const;
type Name = keyof typeof PAPERS;

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.importText(
    '2025-05-21.txt',
    digestText(
      'May 21',
      Object.values(PAPERS).map(([title, text]) => [title, abstractWith(text)] as const),
    ),
  );
});
afterAll(() => api.close());

async function found(query: string): Promise<Name[]> {
  const { search } = await api.query(
    'query ($query: String!) { search(query: $query, types: [PAPER], first: 50) { nodes { ... on Paper { title } } } }',
    { query },
  );
  const names = Object.keys(PAPERS) as Name[];
  return search.nodes.map(({ title }: { title: string }) => names.find((name) => PAPERS[name][0] === title));
}

describe('a search for', () => {
  const cases: [string, Name[]][] = [
    ['CNN', ['nets']],
    ['cnns', ['nets']],
    ["LLM's", ['nets']],
    ['SVM', ['margins']],
    ['lstm', ['margins']],
    ['analysis', ['nets']],
    ['hypothesis', ['margins']],
    ['matrix', ['matrix']],
    ['vertex', ['matrix']],
    ['index', ['matrix']],
    ['spectrum', ['matrix']],
    ['criterion', ['matrix']],
    ['basis', ['matrix']],
    ['media', []],
    ['Lojasiewicz', ['inequality']],
    ['\\L{}ojasiewicz', ['inequality']],
    ['Łukasz', ['means']],
    ['Strasse', ['street']],
    ['Sorensen', ['street']],
    ['Fréchet', ['means']],
    ['Frechet', ['means']],
    ["Fr{\\'e}chet", ['means']],
    ['Fröchet', ['means']],
    ['Erdős', ['means']],
    ['Erdos', ['means']],
    ['C++', ['plus']],
    ['c++', ['plus']],
    ['C#', ['sharp']],
    ['.net', ['sharp']],
    ['net', ['plain']],
    ['A*', ['paths']],
    ['a-star', ['paths']],
    ['RRT', ['paths']],
    ['RRT*', ['paths']],
    ['rr*', ['paths']],
    ['R^2', ['fit']],
    ['R²', ['fit']],
    ['潮汐预测', ['chinese']],
    ['学习', ['chinese']],
    ['港の予測', ['japanese']],
    ['潮位', ['japanese']],
    ['river NOT moon', ['river']],
    ['moon -river', ['moon']],
    ['moon AND river', []],
    ['river AND sea', ['river']],
    ['"river has tides', ['river']],
  ];
  it.each(cases)('%j finds what has the word', async (query, names) => {
    expect((await found(query)).slice(0, Math.max(names.length, 1))).toEqual(names);
  });

  it('a word leaves out what NOT names', async () => {
    expect(await found('tides NOT moon')).toEqual(expect.arrayContaining(['river', 'inequality']));
    expect(await found('tides NOT moon')).not.toContain('moon');
  });

  it('what stands nowhere has its words, and says so', async () => {
    const ask = async (query: string) => {
      const { search } = await api.query(
        'query ($query: String!) { search(query: $query, types: [PAPER]) { totalCount unmatched } }',
        { query },
      );
      return search;
    };
    // Both words are there, and never side by side.
    expect(await found('"harbour office services"')).toEqual(await found('harbour office services'));
    expect(await ask('"harbour office services"')).toMatchObject({ unmatched: ['"harbour office services"'] });
    expect(await ask('"harbour office" "boats of the moon"')).toEqual({
      totalCount: (await found('"harbour office" boats of the moon')).length,
      unmatched: ['"boats of the moon"'],
    });
    expect(await ask('tides AND zeppelins')).toMatchObject({ unmatched: ['zeppelins'] });
    expect(new Set(await found('tides AND zeppelins'))).toEqual(new Set(await found('tides')));
    expect(await ask('"zeppelins at sea" OR "harbour office"')).toEqual({ totalCount: 1, unmatched: [] });
    // Each stands somewhere: that no text has both is an answer.
    expect(await ask('"harbour office" "old boats"')).toEqual({ totalCount: 0, unmatched: [] });
    expect(await ask('"zeppelins at noon"')).toEqual({ totalCount: 0, unmatched: ['"zeppelins at noon"'] });
  });

  it('a language does not find the one whose name it begins with', async () => {
    expect(await found('C')).not.toContain('plus');
    expect(await found('C++')).not.toContain('plain');
  });

  it('a title of letters of TeX marks the whole word', async () => {
    const { search } = await api.query(
      'query ($query: String!) { search(query: $query, first: 1) { edges { highlights { field fragment ranges { start end } } } } }',
      { query: 'Fréchet' },
    );
    const [title] = search.edges[0].highlights;
    expect(
      title.ranges.map(({ start, end }: { start: number; end: number }) => title.fragment.slice(start, end)),
    ).toEqual(["Fr\\'echet"]);
  });
});

describe('a pasted abstract', () => {
  const sentence = 'We write tide models in C++ -with templates- and do NOT use "plain C". ';
  it.each([2_500, 10_000])('of %i characters is a query', async (length) => {
    const other = 'Nothing of it was ever said before of anything else in the literature. ';
    const text = (sentence + other.repeat(150)).slice(0, length);
    expect((await found(text))[0]).toBe('plus');
  });
});

describe('a suggestion', () => {
  const suggested = async (query: string) =>
    (await api.query('query ($query: String!) { search(query: $query) { suggestion } }', { query })).search.suggestion;

  it('is made for a misspelled word', async () => {
    expect(await suggested('templaets for boats')).toBe('templates for boats');
    expect(await suggested('Templaets')).toBe('templates');
  });

  it.each([
    'templaet*',
    'templaets/charst',
    'templaets.org',
    'templaets_v',
    'Templ4tes',
    'papers by Templaets',
    'TempLates',
    'arXiv:2503.12345',
    '@templaets',
  ])('is not made for %j', async (query) => expect(await suggested(query)).toBeNull());
});

describe('a search while somebody types', () => {
  const typed = (query: string, prefix: boolean) =>
    api.query(
      'query ($query: String!, $prefix: Boolean!) { search(query: $query, prefix: $prefix, types: [PAPER]) { totalCount suggestion edges { highlights { fragment ranges { start end } } node { ... on Paper { title } } } } }',
      { query, prefix },
    );

  it('finds the paper from its first letters on', async () => {
    const title = PAPERS.matrix[0];
    for (let length = 'Of Mat'.length; length <= title.length; length += 1) {
      const { search } = await typed(title.slice(0, length), true);
      expect([length, search.edges[0]?.node.title]).toEqual([length, title]);
    }
  });

  it('has the last word stand for those that begin so, and no other', async () => {
    const [whole, open] = [await typed('hypothe', false), await typed('hypothe', true)];
    expect([whole.search.totalCount, open.search.totalCount]).toEqual([0, 1]);
    expect((await typed('hypothe tides', true)).search.totalCount).toBe((await typed('tides', true)).search.totalCount);
    expect((await typed('hypothe ', true)).search.totalCount).toBe(0);
    const { fragment, ranges } = open.search.edges[0].highlights[0];
    expect(fragment.slice(ranges[0].start, ranges[0].end)).toBe('hypotheses');
  });

  it('says the same as a star behind the word', async () => {
    const [open, starred] = [await typed('tide mod', true), await typed('tide mod*', false)];
    expect(open).toEqual(starred);
  });

  it('corrects what was typed, but not what is being typed', async () => {
    expect((await typed('convolutoins at wavs', true)).search.suggestion).toBe('convolutions at wavs');
    expect((await typed('convolutoins', true)).search.suggestion).toBeNull();
    expect((await typed('convolutoins', false)).search.suggestion).toBe('convolutions');
  });

  it('has cursors of its own', async () => {
    const { search } = await api.query('{ search(query: "tide", first: 1) { pageInfo { endCursor } } }');
    const { errors } = await api.send(
      'query ($after: String) { search(query: "tide", prefix: true, after: $after) { totalCount } }',
      { after: search.pageInfo.endCursor },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });
});
