import { startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi({ PUBLIC_URL: 'https://papers.test/below/' });
  await api.importText(
    'graphql.txt',
    digestText('', [['Rivers of Japan', abstractWith('See https://doi.org/10.1145/3292500.3330701 for more.')]]),
  );
});
afterAll(() => api.close());

const SHOWN = '__typename ... on UniformResourceLocatable { id url resourcePath }';

interface Located {
  __typename: string;
  id: string;
  url: string;
  resourcePath: string;
}

async function everything(): Promise<Located[]> {
  const { papers, topics, repositories, digests } = await api.query(`{
    papers(first: 100) { nodes { ${SHOWN} } }
    topics(first: 100, filter: { hasPapers: true }) { nodes { ${SHOWN} } }
    repositories(first: 100) { nodes { ${SHOWN} } }
    digests { nodes { ${SHOWN} } }
  }`);
  return [papers, topics, repositories, digests].flatMap(({ nodes }) => nodes);
}

const resource = async (url: string) =>
  (await api.query(`query ($url: String!) { resource(url: $url) { ${SHOWN} } }`, { url })).resource;

describe('url and resourcePath', () => {
  it('lead back to each paper, topic, repository and digest', async () => {
    const all = await everything();
    const types = new Set(all.map(({ __typename }) => __typename));
    expect([...types].sort()).toEqual(['Digest', 'Paper', 'Repository', 'Topic']);
    for (const each of all) {
      expect(await resource(each.url)).toEqual(each);
      expect(await resource(each.resourcePath)).toEqual(each);
      expect(await resource(`https://papers.test/below${each.resourcePath}`)).toEqual(each);
    }
  });

  it('are the address of a repository on its code host, and of all else on this server', async () => {
    for (const { __typename, url, resourcePath } of await everything()) {
      expect(resourcePath).toMatch(/^\/(?:papers|topics|code|digests|\d{4}-\d\d-\d\d)/);
      if (__typename === 'Repository') expect(`/code/${url.replace('https://', '')}`).toBe(resourcePath);
      else expect(url).toBe(`https://papers.test/below${resourcePath}`);
    }
  });

  it('find a paper as its key, and nothing else as one', async () => {
    const { papers, topics } = await api.query(
      '{ papers(first: 1) { nodes { id url } } topics(first: 1) { nodes { url } } }',
    );
    const keys = [{ url: papers.nodes[0].url }, { url: topics.nodes[0].url }];
    const { papersBy } = await api.query('query ($keys: [PaperKey!]!) { papersBy(keys: $keys) { id } }', { keys });
    expect(papersBy).toEqual([{ id: papers.nodes[0].id }, null]);
  });

  it('of what is not there lead to null', async () => {
    for (const path of [
      '/papers/no-such',
      '/topics/no-such',
      '/code/github.com/no/such',
      '/1999-01-01',
      '/digests/x',
    ]) {
      expect(await resource(path)).toBeNull();
    }
  });
});

describe('a DOI', () => {
  it.each([
    '10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
    'https://doi.org/10.1145/3292500.3330701',
    'http://dx.doi.org/10.1145/3292500.3330701',
  ])('leads to the paper whose text gives it: %s', async (url) => {
    const { resource } = await api.query('query ($url: String!) { resource(url: $url) { ... on Paper { title } } }', {
      url,
    });
    expect(resource).toEqual({ title: 'Rivers of Japan' });
  });
});
