import { startSeededApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

describe('an argument that is refused', () => {
  it.each([
    ['papers(first: 101) { totalCount nodes { id } }', 'first'],
    ['papers(after: "x") { nodes { id } }', 'after'],
    ['papers(filter: { topics: { any: ["No Slug"] } }) { totalCount }', 'filter.topics.any[0]'],
    ['digests(last: -1) { nodes { id } }', 'last'],
    ['topics(first: 1, last: 1) { nodes { id } }', 'last'],
    ['repositories(filter: { host: "no host" }) { totalCount }', 'filter.host'],
    ['changes(before: "x") { nodes { id } }', 'before'],
    [`search(query: "${'x'.repeat(10_001)}") { totalCount }`, 'query'],
    ['nodes(ids: ["x"]) { id }', 'ids[0]'],
    ['node(id: "x") { id }', 'id'],
    ['paper(by: { slug: "No Slug" }) { id }', 'by.slug'],
    ['papersBy(keys: [{ doi: "x" }]) { id }', 'keys[0].doi'],
    ['topicsBy(slugs: ["No Slug"]) { id }', 'slugs[0]'],
    ['repositoriesBy(urls: ["no address"]) { id }', 'urls[0]'],
    ['papers(filter: { digest: "1999-01-01" }) { totalCount }', 'filter.digest'],
    ['topics(filter: { parent: "no-such-topic" }) { nodes { id } }', 'filter.parent'],
    ['topic(slug: "No Slug") { id }', 'slug'],
    ['digest(slug: "No/Slug") { id }', 'slug'],
    ['repository(owner: "a b", name: "c") { id }', 'owner'],
    ['resource(url: "no address") { __typename }', 'url'],
    // Further down it takes what it is asked of with it.
    ['topic(slug: "optimization") { name papers(first: 101) { totalCount nodes { id } } }', 'first'],
    ['papers(first: 2) { nodes { title topics(minScore: 2) { nodes { id } } } }', 'minScore'],
  ])('leaves its own field null and those beside it whole: %s', async (field, argument) => {
    const { data, errors } = await api.send(
      `{ before: corpus { paperCount } wrong: ${field} after: topics(first: 1) { nodes { slug } } }`,
    );
    expect(data).toEqual({
      before: { paperCount: 51 },
      wrong: null,
      after: { nodes: [{ slug: expect.any(String) }] },
    });
    expect(errors?.length).toBeGreaterThan(0);
    for (const { path, extensions } of errors ?? []) {
      expect(path?.[0]).toBe('wrong');
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    }
  });
});
