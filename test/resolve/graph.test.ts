import { startSeededApi, type TestApi } from '../support/api';
import { abstractWith, digestText, RANDOM_TEACHERS } from '../support/digest-text';

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi();
  await api.importText(
    '2025-03-12.txt',
    digestText('Mar 12', [
      [
        'A Fresh Look at Widgets',
        abstractWith('Code will be released at https://github.com/acme/widgets/tree/main/src.'),
      ],
      [
        'Random Teachers are Good Teachers',
        abstractWith(`${RANDOM_TEACHERS} Code: https://github.com/SafeLix/DinoPL.`),
      ],
    ]),
  );
  await api.importText('undated.txt', digestText('Jan 2', [['A Paper of Unknown Year', abstractWith('')]]));
});
afterAll(() => api.close());

const badInput = (argument: string) => [{ extensions: { code: 'BAD_USER_INPUT', argument } }];

describe('node', () => {
  it('fetches every kind of object again by its id', async () => {
    const { papers, topics, repositories, digests } = await api.query(
      '{ papers(first: 1) { nodes { id __typename } } topics(first: 1) { nodes { id __typename } } repositories(first: 1) { nodes { id __typename } } digests(first: 1) { nodes { id __typename } } }',
    );
    const known = [papers, topics, repositories, digests].map(({ nodes }) => nodes[0]);
    for (const object of known)
      expect((await api.query('query ($id: ID!) { node(id: $id) { id __typename } }', object)).node).toEqual(object);
    const ids = [known[3].id, known[0].id, known[3].id];
    expect(
      (await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).nodes.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual(ids);
  });

  it('makes ids from public keys alone', async () => {
    const { digest, repository } = await api.query(
      '{ digest(slug: "2025-03-11") { id } repository(owner: "EXPLAINABLEML", name: "bayescap") { id nameWithOwner } }',
    );
    expect(digest.id).toBe(Buffer.from('Digest:2025-03-11').toString('base64url'));
    expect(repository).toEqual({
      id: Buffer.from('Repository:github.com/explainableml/bayescap').toString('base64url'),
      nameWithOwner: 'ExplainableML/BayesCap',
    });
  });

  it('is null where nothing is found', async () => {
    const id = Buffer.from('Paper:no-such-paper').toString('base64url');
    expect(await api.query('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id })).toEqual({
      node: null,
      nodes: [null],
    });
  });

  it.each([
    ['no base64', '???'],
    ['an unknown type', Buffer.from('Author:x').toString('base64url')],
    ['no key', Buffer.from('Paper:').toString('base64url')],
    ['an inherited name for a type', Buffer.from('constructor:x').toString('base64url')],
    ['a repository without owner', Buffer.from('Repository:github.com/x').toString('base64url')],
    ['padding', Buffer.from('Topic:robustness').toString('base64').padEnd(28, '=')],
    ['nothing', ''],
  ])('refuses an id that is malformed: %s', async (_, id) => {
    expect((await api.send('query ($id: ID!) { node(id: $id) { id } }', { id })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('names the id that is malformed among many, and takes at most 100', async () => {
    const good = Buffer.from('Topic:robustness').toString('base64url');
    expect(
      (await api.send('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [good, '?'] })).errors,
    ).toMatchObject(badInput('ids[1]'));
    expect(
      (await api.send('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill(good) })).errors,
    ).toMatchObject(badInput('ids'));
  });
});

describe('a look-up by public key', () => {
  it('is null where nothing is found', async () => {
    expect(
      await api.query(
        '{ paper(by: { slug: "x" }) { id } topic(slug: "x") { id } digest(slug: "x") { id } repository(owner: "x", name: "y") { id } }',
      ),
    ).toEqual({ paper: null, topic: null, digest: null, repository: null });
  });

  it.each([
    ['paper(by: { slug: "Not A Slug" }) { id }', 'by.slug'],
    ['topic(slug: "") { id }', 'slug'],
    ['digest(slug: "2025/03") { id }', 'slug'],
    ['repository(owner: "a b", name: "c") { id }', 'owner'],
    ['repository(owner: "a", name: "") { id }', 'name'],
    ['repository(host: "not a host", owner: "a", name: "b") { id }', 'host'],
  ])('refuses %s', async (field, argument) => {
    expect((await api.send(`{ ${field} }`)).errors).toMatchObject(badInput(argument));
  });
});

describe('resource', () => {
  const resource = async (url: string) =>
    (
      await api.query(
        'query ($url: String!) { resource(url: $url) { __typename ... on Repository { nameWithOwner } ... on Paper { slug } } }',
        { url },
      )
    ).resource;

  it.each([
    'https://github.com/ExplainableML/BayesCap',
    'http://www.github.com/explainableml/bayescap/',
    'github.com/ExplainableML/BayesCap.git',
    'git@github.com:ExplainableML/BayesCap.git',
    'https://github.com/ExplainableML/BayesCap/tree/main/src?tab=readme#usage',
    '  https://github.com/ExplainableML/BayesCap  ',
  ])('finds a repository by %s', async (url) => {
    expect(await resource(url)).toEqual({ __typename: 'Repository', nameWithOwner: 'ExplainableML/BayesCap' });
  });

  it.each(['https://step-law.github.io/', 'step-law.github.io', 'http://STEP-LAW.github.io'])(
    'finds a paper by its project page, %s',
    async (url) => {
      expect(await resource(url)).toMatchObject({
        __typename: 'Paper',
        slug: expect.stringMatching(/^predictable-scale/),
      });
    },
  );

  it('is null for an address that nothing here has', async () => {
    expect(await resource('https://github.com/nobody/nothing')).toBeNull();
    expect(await resource('https://example.org/x')).toBeNull();
  });

  it('refuses what is no address', async () => {
    const { errors } = await api.send('{ resource(url: "just words") { __typename } }');
    expect(errors).toMatchObject(badInput('url'));
    expect((await api.send('{ resource(url: "") { __typename } }')).errors).toBeDefined();
  });
});

describe('a digest', () => {
  it('shows its header as printed', async () => {
    expect(
      (
        await api.query(
          '{ digest(slug: "2025-03-11") { title banner curator dateLabel date dateSource fileName fileSha256 importedAt previous { slug } next { slug } } }',
        )
      ).digest,
    ).toMatchObject({
      title: 'Trending papers, 11 March 2025',
      banner: 'Get trending papers in your email inbox!',
      curator: 'AK and the research community',
      dateLabel: 'Mar 11',
      date: '2025-03-11',
      dateSource: 'FILE_NAME',
      fileName: '2025-03-11.txt',
      fileSha256: 'f3def0312fa65d14f4204a9eab10494e5758d39adbbf454815b70407d454c698',
      previous: null,
      next: { slug: '2025-03-12' },
    });
  });

  it('leaves unknown what the file does not say', async () => {
    expect(
      (
        await api.query(
          '{ digest(slug: "undated") { dateLabel date dateSource previous { slug } next { slug } papers { nodes { firstSeenOn } } } }',
        )
      ).digest,
    ).toEqual({
      dateLabel: 'Jan 2',
      date: null,
      dateSource: null,
      previous: null,
      next: null,
      papers: { nodes: [{ firstSeenOn: null }] },
    });
  });

  it('says of each paper its rank, its line, how it moved, and its rank in the digest before', async () => {
    const { digest } = await api.query(
      '{ digest(slug: "2025-03-12") { papers { edges { rank line movement previousRank node { title firstSeenOn } } } } }',
    );
    expect(digest.papers.edges).toEqual([
      {
        rank: 1,
        line: 11,
        movement: 'NEW',
        previousRank: null,
        node: { title: 'A Fresh Look at Widgets', firstSeenOn: '2025-03-12' },
      },
      {
        rank: 2,
        line: 15,
        movement: 'UP',
        previousRank: 5,
        node: { title: 'Random Teachers are Good Teachers', firstSeenOn: '2025-03-11' },
      },
    ]);
  });

  it('is a place for filters: ranks stay those of the digest', async () => {
    const { digest } = await api.query(
      '{ digest(slug: "2025-03-11") { papers(filter: {hasRepository: true}, first: 2) { totalCount edges { rank } } } }',
    );
    expect(digest.papers).toEqual({ totalCount: 13, edges: [{ rank: 4 }, { rank: 5 }] });
  });

  it('counts for each topic as many of its papers as a filter finds', async () => {
    const { digest } = await api.query(
      '{ digest(slug: "2025-03-11") { topics(first: 5) { edges { digestPaperCount node { slug } } } } }',
    );
    for (const { digestPaperCount, node } of digest.topics.edges) {
      const filter = { digest: '2025-03-11', topics: { any: [node.slug] } };
      const { papers } = await api.query('query ($filter: PaperFilter) { papers(filter: $filter) { totalCount } }', {
        filter,
      });
      expect(papers.totalCount).toBe(digestPaperCount);
    }
  });
});

describe('a paper', () => {
  it('stands in two digests with two ranks, newest first, and shows the newest text', async () => {
    const { paper } = await api.query(
      '{ paper(by: { slug: "random-teachers-are-good-teachers" }) { abstract digests { edges { rank node { slug } } } } }',
    );
    expect(paper.digests.edges).toEqual([
      { rank: 2, node: { slug: '2025-03-12' } },
      { rank: 5, node: { slug: '2025-03-11' } },
    ]);
    expect(paper.abstract).toMatch(/^Widgets/);
  });

  it('gives evidence that its own text bears out', async () => {
    const { papers } = await api.query(
      '{ papers(first: 60) { nodes { title abstract topics { edges { score evidence { field text start end sentence } } } links { evidence { field text start end sentence } } } } }',
    );
    let facts = 0;
    for (const paper of papers.nodes) {
      const evidence = [
        ...paper.topics.edges.flatMap((edge: { evidence: object[] }) => edge.evidence),
        ...paper.links.map((link: { evidence: object }) => link.evidence),
      ];
      for (const { field, text, start, end, sentence } of evidence) {
        const source = field === 'TITLE' ? paper.title : paper.abstract;
        expect(source.slice(start, end)).toBe(text);
        expect(source).toContain(sentence);
        expect(sentence).toContain(text);
        facts += 1;
      }
      for (const edge of paper.topics.edges) {
        expect(edge.evidence.length).toBeGreaterThan(0);
        expect(edge.score).toBeGreaterThan(0);
        expect(edge.score).toBeLessThanOrEqual(1);
      }
    }
    expect(facts).toBeGreaterThan(100);
  });

  it('tells ref and path of a deep link, and what is only announced', async () => {
    const { paper } = await api.query(
      '{ paper(by: { slug: "a-fresh-look-at-widgets" }) { links { kind url urlAsWritten availability ref path repository { url papers { edges { link { path } } } } } } }',
    );
    expect(paper.links).toEqual([
      {
        kind: 'REPOSITORY',
        url: 'https://github.com/acme/widgets',
        urlAsWritten: 'https://github.com/acme/widgets/tree/main/src',
        availability: 'ANNOUNCED',
        ref: 'main',
        path: 'src',
        repository: { url: 'https://github.com/acme/widgets', papers: { edges: [{ link: { path: 'src' } }] } },
      },
    ]);
  });

  it('filters its links by kind', async () => {
    const { paper } = await api.query(
      '{ paper(by: { slug: "a-fresh-look-at-widgets" }) { pages: links(kinds: [PROJECT_PAGE]) { url } code: links(kinds: [REPOSITORY]) { url } all: links { url } } }',
    );
    expect([paper.pages.length, paper.code.length, paper.all.length]).toEqual([0, 1, 1]);
  });

  it('shows the topics from a score on', async () => {
    const { papers } = await api.query(
      '{ papers(first: 50) { nodes { all: topics { edges { score } } some: topics(minScore: 0.7) { totalCount edges { score } } } } }',
    );
    for (const { all, some } of papers.nodes) {
      expect(some.edges).toEqual(all.edges.filter(({ score }: { score: number }) => score >= 0.7));
      expect(some.totalCount).toBe(some.edges.length);
    }
    expect((await api.send('{ papers { nodes { topics(minScore: 2) { totalCount } } } }')).errors).toMatchObject([
      { extensions: { argument: 'minScore' } },
    ]);
  });

  it('has null, not an invention, where no source speaks', async () => {
    const { paper } = await api.query(
      '{ paper(by: { slug: "a-fresh-look-at-widgets" }) { authors { name } publishedOn arxivId doi } }',
    );
    expect(paper).toEqual({ authors: [], publishedOn: null, arxivId: null, doi: null });
  });
});

describe('the papers', () => {
  const titles = async (args: string) =>
    (await api.query(`{ papers(first: 100, ${args}) { totalCount nodes { title slug firstSeenOn } } }`)).papers;

  it('come newest first, then by rank; ascending is the exact reverse; unknown dates count as oldest', async () => {
    const newest = (await titles('orderBy: {field: FIRST_SEEN_ON}')).nodes;
    expect(newest[0].title).toBe('A Fresh Look at Widgets');
    expect(newest[1].title).toMatch(/^Efficient Global Optimization/);
    expect(newest.at(-1).title).toBe('A Paper of Unknown Year');
    expect((await titles('orderBy: {field: FIRST_SEEN_ON, direction: ASC}')).nodes).toEqual([...newest].reverse());
  });

  it('sort by title without regard to case, from A on unless said', async () => {
    const slugsBy = async (order: string): Promise<string[]> =>
      (await titles(`orderBy: {${order}}`)).nodes.map(({ slug }: { slug: string }) => slug);
    const slugs = await slugsBy('field: TITLE');
    expect(slugs).toEqual([...slugs].sort());
    expect(await slugsBy('field: TITLE, direction: null')).toEqual(slugs);
    expect(await slugsBy('field: TITLE, direction: DESC')).toEqual([...slugs].reverse());
  });

  it('trend by places in digests, recent ones weighing more', async () => {
    const trending = (await titles('orderBy: {field: TRENDING}')).nodes.map(({ title }: { title: string }) => title);
    expect(trending[0]).toBe('A Fresh Look at Widgets');
    expect(trending.indexOf('Random Teachers are Good Teachers')).toBeLessThan(
      trending.indexOf('Landscaping Linear Mode Connectivity') + 3,
    );
    expect(trending.at(-1)).toBe('A Paper of Unknown Year');
  });

  it.each([
    ['hasRepository: true', 14],
    ['hasRepository: false', 39],
    ['repositoryHost: "github.com"', 14],
    ['repositoryHost: "gitlab.com"', 0],
    ['digest: "2025-03-12"', 2],
    ['digest: "2025-03-12", hasRepository: true', 2],
    ['firstSeenOn: {from: "2025-03-12"}', 1],
    ['firstSeenOn: {to: "2025-03-11"}', 51],
    ['firstSeenOn: {from: "2025-03-11", to: "2025-03-11"}', 51],
    ['firstSeenOn: {}', 53],
    ['topics: {}', 53],
    ['topics: {any: []}', 53],
  ])('with {%s} are %d', async (filter, count) => {
    const papers = await titles(`filter: {${filter}}`);
    expect(papers.totalCount).toBe(count);
    expect(papers.nodes).toHaveLength(count);
  });

  it('with any, all and none of some topics are the sets that these words mean', async () => {
    const { papers } = await api.query(
      '{ papers(first: 100) { nodes { slug topics { nodes { slug ancestors { slug } } } } } }',
    );
    const under = (topic: string, descendants: boolean) =>
      new Set(
        papers.nodes
          .filter(({ topics }: { topics: { nodes: { slug: string; ancestors: { slug: string }[] }[] } }) =>
            topics.nodes.some(
              ({ slug, ancestors }) =>
                slug === topic || (descendants && ancestors.some((above) => above.slug === topic)),
            ),
          )
          .map(({ slug }: { slug: string }) => slug),
      );
    const found = async (match: object) =>
      (
        await api.query(
          'query ($match: PaperTopicFilter) { papers(first: 100, filter: {topics: $match}) { nodes { slug } } }',
          { match },
        )
      ).papers.nodes
        .map(({ slug }: { slug: string }) => slug)
        .sort();
    const [a, b] = ['optimization', 'deep-learning-theory'];
    for (const includeDescendants of [true, false]) {
      const inA = under(a as string, includeDescendants);
      const inB = under(b as string, includeDescendants);
      const all = papers.nodes.map(({ slug }: { slug: string }) => slug);
      const those = (test: (slug: string) => boolean) => all.filter(test).sort();
      expect(await found({ any: [a, b], includeDescendants })).toEqual(those((slug) => inA.has(slug) || inB.has(slug)));
      expect(await found({ all: [a, b], includeDescendants })).toEqual(those((slug) => inA.has(slug) && inB.has(slug)));
      expect(await found({ none: [a, b], includeDescendants })).toEqual(
        those((slug) => !inA.has(slug) && !inB.has(slug)),
      );
      expect(await found({ any: [a], none: [b], includeDescendants })).toEqual(
        those((slug) => inA.has(slug) && !inB.has(slug)),
      );
    }
    expect(under(a as string, true).size).toBeGreaterThan(under(a as string, false).size);
  });

  it.each([
    ['topics: {any: ["Bad Slug"]}', 'filter.topics.any[0]'],
    ['digest: "Bad Slug"', 'filter.digest'],
    ['repositoryHost: "a/b"', 'filter.repositoryHost'],
    ['firstSeenOn: {from: "2025-03-12", to: "2025-03-11"}', 'filter.firstSeenOn'],
    [`topics: {all: [${Array(51).fill('"a"')}]}`, 'filter.topics.all'],
  ])('with {%s} are refused', async (filter, argument) => {
    expect((await api.send(`{ papers(filter: {${filter}}) { totalCount } }`)).errors).toMatchObject(badInput(argument));
  });

  it('with a day that does not exist are refused', async () => {
    expect(
      (await api.send('{ papers(filter: {firstSeenOn: {from: "2025-02-30"}}) { totalCount } }')).errors?.[0]?.message,
    ).toContain('2025-02-30');
  });
});

describe('a topic', () => {
  it('counts the papers that it lists, with and without descendants', async () => {
    const { topics } = await api.query(
      '{ topics(first: 100, orderBy: {field: PAPER_COUNT}) { nodes { paperCount own: paperCount(includeDescendants: false) papers(first: 0) { totalCount } ownPapers: papers(first: 0, includeDescendants: false) { totalCount } filtered: papers(first: 0, filter: {firstSeenOn: {}}) { totalCount } } } }',
    );
    for (const { paperCount, own, papers, ownPapers, filtered } of topics.nodes) {
      expect([papers.totalCount, ownPapers.totalCount, filtered.totalCount]).toEqual([paperCount, own, paperCount]);
      expect(own).toBeLessThanOrEqual(paperCount);
    }
    expect(topics.nodes[0].paperCount).toBeGreaterThan(5);
  });

  it('says by which topic each paper stands under it', async () => {
    const { topic } = await api.query(
      '{ topic(slug: "optimization") { papers(first: 50) { edges { score via { slug ancestors { slug } } node { topics { edges { score node { slug } } } } } } } }',
    );
    for (const { via, score, node } of topic.papers.edges) {
      const tag = node.topics.edges.find((edge: { node: { slug: string } }) => edge.node.slug === via.slug);
      expect(tag.score).toBe(score);
      expect([via.slug, ...via.ancestors.map(({ slug }: { slug: string }) => slug)]).toContain('optimization');
    }
  });

  it('has its ancestors from the root down, and is a child of its parent', async () => {
    const { topic } = await api.query(
      '{ topic(slug: "sharpness-aware-minimization") { parent { slug children { nodes { slug } } } ancestors { slug } description aliases } }',
    );
    expect(topic.ancestors.map(({ slug }: { slug: string }) => slug)).toEqual([
      'deep-learning-theory',
      'loss-landscape',
      'sharpness-and-flatness',
    ]);
    expect(topic.parent.slug).toBe('sharpness-and-flatness');
    expect(topic.parent.children.nodes).toContainEqual({ slug: 'sharpness-aware-minimization' });
    expect(topic.description).toMatch(/\w{3}/);
    expect(topic.aliases).toContain('SAM');
  });

  it('meets other topics as often as the papers say', async () => {
    const { papers, topic, corpus } = await api.query(
      '{ corpus { paperCount } papers(first: 100) { nodes { topics { nodes { slug } } } } topic(slug: "generalization") { coOccurringTopics(first: 100) { edges { sharedPaperCount lift node { slug } } } } }',
    );
    const carries = (slug: string) =>
      papers.nodes.filter((paper: { topics: { nodes: { slug: string }[] } }) =>
        paper.topics.nodes.some((other) => other.slug === slug),
      );
    const own = carries('generalization');
    for (const { sharedPaperCount, lift, node } of topic.coOccurringTopics.edges) {
      const both = carries(node.slug).filter((paper: object) => own.includes(paper)).length;
      expect(sharedPaperCount).toBe(both);
      expect(lift).toBeCloseTo((both * corpus.paperCount) / (own.length * carries(node.slug).length), 10);
    }
    expect(topic.coOccurringTopics.edges.length).toBeGreaterThan(0);
  });

  it('can be filtered to roots, children and those with papers', async () => {
    const { roots, children, used, unused, all } = await api.query(
      '{ all: topics { totalCount } roots: topics(first: 100, filter: {isRoot: true}) { nodes { parent { slug } } } children: topics(filter: {parent: "loss-landscape"}) { nodes { slug } } used: topics(filter: {hasPapers: true}) { totalCount } unused: topics(filter: {hasPapers: false}) { totalCount } }',
    );
    expect(roots.nodes.every(({ parent }: { parent: null }) => parent === null)).toBe(true);
    expect(children.nodes).toEqual([{ slug: 'mode-connectivity' }, { slug: 'sharpness-and-flatness' }]);
    expect(used.totalCount + unused.totalCount).toBe(all.totalCount);
  });

  it('is ordered by counts from the largest, by names from the first, unless said', async () => {
    const { byCount, byName } = await api.query(
      '{ byCount: topics(first: 50, orderBy: {field: PAPER_COUNT}) { nodes { paperCount } } byName: topics(first: 50, orderBy: {field: NAME}) { nodes { name } } }',
    );
    const counts = byCount.nodes.map(({ paperCount }: { paperCount: number }) => paperCount);
    expect(counts).toEqual([...counts].sort((a: number, b: number) => b - a));
    expect(byName.nodes[0].name).toBe('3D generation');
  });
});

describe('a repository', () => {
  it('is one for all spellings, and shows the one that most papers use', async () => {
    const { repository } = await api.query(
      '{ repository(owner: "SAFELIX", name: "DINOPL") { owner name url paperCount papers { totalCount edges { link { urlAsWritten } node { slug } } } } }',
    );
    expect(repository).toMatchObject({
      owner: 'SafeLix',
      name: 'DinoPL',
      url: 'https://github.com/SafeLix/DinoPL',
      paperCount: 1,
    });
    expect(repository.papers).toMatchObject({
      totalCount: 1,
      edges: [{ link: { urlAsWritten: 'https://github.com/SafeLix/DinoPL' } }],
    });
  });

  it('is found with `www.` and `.git`, as people copy them', async () => {
    const { repository } = await api.query(
      '{ repository(host: "www.github.com", owner: "ExplainableML", name: "BayesCap.git") { nameWithOwner } }',
    );
    expect(repository.nameWithOwner).toBe('ExplainableML/BayesCap');
  });

  it('can be filtered by host and owner without regard to case', async () => {
    const { byOwner, byHost } = await api.query(
      '{ byOwner: repositories(filter: {owner: "explainableml"}) { nodes { nameWithOwner } } byHost: repositories(filter: {host: "GITHUB.com"}) { totalCount } }',
    );
    expect(byOwner.nodes).toEqual([{ nameWithOwner: 'ExplainableML/BayesCap' }]);
    expect(byHost.totalCount).toBe(14);
  });
});

describe('the corpus', () => {
  it('counts what is stored, and its version moves with every import that writes', async () => {
    const before = await api.query(
      '{ corpus { version paperCount topicCount repositoryCount digestCount updatedAt rulesFingerprint } papers { totalCount } topics { totalCount } repositories { totalCount } digests { totalCount } }',
    );
    expect(before.corpus).toMatchObject({
      paperCount: before.papers.totalCount,
      topicCount: before.topics.totalCount,
      repositoryCount: before.repositories.totalCount,
      digestCount: before.digests.totalCount,
    });
    const version = async () => (await api.query('{ corpus { version } }')).corpus.version;
    await api.seed();
    expect(await version()).toBe(before.corpus.version);
  });
});
