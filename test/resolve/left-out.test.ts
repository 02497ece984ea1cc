import { startApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.seed();
});
afterAll(() => api.close());

const WITH_LINKS = 'paper(by: { slug: "random-teachers-are-good-teachers" })';

describe('an argument or a condition that is null', () => {
  it.each([
    [`${WITH_LINKS} { links(kinds: null) { url } }`, `${WITH_LINKS} { links { url } }`],
    [`${WITH_LINKS} { excerpt(length: null) }`, `${WITH_LINKS} { excerpt }`],
    [`${WITH_LINKS} { topics(first: null, minScore: null) { totalCount } }`, `${WITH_LINKS} { topics { totalCount } }`],
    [
      'repository(host: null, owner: "fiveai", name: "LAME") { url }',
      'repository(owner: "fiveai", name: "LAME") { url }',
    ],
    [
      'topic(slug: "optimization") { paperCount(includeDescendants: null) papers(includeDescendants: null) { totalCount } }',
      'topic(slug: "optimization") { paperCount papers { totalCount } }',
    ],
    [
      'papers(filter: { topics: { any: ["optimization"], all: null, includeDescendants: null }, minTopicScore: null, digest: null, hasRepository: null, repositoryHost: null, repository: null, linkKinds: null, availability: null, firstSeenOn: { from: null } }) { totalCount }',
      'papers(filter: { topics: { any: ["optimization"] } }) { totalCount }',
    ],
    ['papers(filter: null, orderBy: null) { nodes { slug } }', 'papers { nodes { slug } }'],
    [
      'repositories(orderBy: { field: PAPER_COUNT, direction: null }) { nodes { url } }',
      'repositories(orderBy: { field: PAPER_COUNT }) { nodes { url } }',
    ],
    ['topics(filter: { parent: null, isRoot: null, hasPapers: null }) { totalCount }', 'topics { totalCount }'],
    ['digests(filter: { date: null }) { totalCount }', 'digests { totalCount }'],
    [
      'search(query: "neural", prefix: null, types: null, filter: null, orderBy: null) { totalCount facets { topics(first: null) { value } } }',
      'search(query: "neural") { totalCount facets { topics { value } } }',
    ],
  ])('counts as left out: %s', async (given, leftOut) => {
    const { one, other } = await api.query(`{ one: ${given} other: ${leftOut} }`);
    expect(one).toEqual(other);
    expect(JSON.stringify(one)).toMatch(/[1-9]|\w{3}/);
  });
});

describe('an empty list of conditions', () => {
  it.each([
    [`${WITH_LINKS} { links(kinds: []) { url } }`, `${WITH_LINKS} { links { url } }`],
    ['papers(filter: { linkKinds: [], topics: { any: [], none: [] } }) { totalCount }', 'papers { totalCount }'],
    ['search(query: "neural", types: []) { totalCount }', 'search(query: "neural") { totalCount }'],
  ])('sets none: %s', async (given, leftOut) => {
    const { one, other } = await api.query(`{ one: ${given} other: ${leftOut} }`);
    expect(one).toEqual(other);
    expect(JSON.stringify(one)).toMatch(/https|[1-9]/);
  });
});
