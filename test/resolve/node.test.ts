import { startSeededApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const idOf = (text: string): string => Buffer.from(text).toString('base64url');
const LINK = '__typename id url urlAsWritten evidence { start } repository { id }';
const CHANGE = '__typename id version action occurredAt nodeId node { id }';
const CORPUS = '__typename id version paperCount';
const SHOWN = `... on PaperLink { ${LINK} } ... on Change { ${CHANGE} } ... on Corpus { ${CORPUS} }`;
const again = async (ids: string[]) =>
  (await api.query(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${SHOWN} } }`, { ids })).nodes;

describe('links, changes and the corpus', () => {
  it('have ids by which they are found again, as they are', async () => {
    const { papers, repositories, changes, corpus } = await api.query(`{
      papers(first: 60) { nodes { links { ${LINK} } repositories { edges { link { id } } } } }
      repositories { nodes { papers { edges { link { id } } } } }
      changes(first: 5) { nodes { ${CHANGE} } }
      corpus { ${CORPUS} }
    }`);
    const links = papers.nodes.flatMap((paper: { links: { id: string }[] }) => paper.links);
    const known: { id: string }[] = [...links, ...changes.nodes, corpus];
    expect(links.length).toBeGreaterThan(10);
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
    expect(await again(known.map(({ id }) => id))).toEqual(known);
    const [first] = known;
    expect((await api.query(`query ($id: ID!) { node(id: $id) { ${SHOWN} } }`, { id: first?.id })).node).toEqual(first);

    // The same link has the same id wherever it is met.
    const ids = new Set(links.map(({ id }: { id: string }) => id));
    type Linked = { edges: { link: { id: string } }[] };
    const met = [
      ...papers.nodes.map((paper: { repositories: Linked }) => paper.repositories),
      ...repositories.nodes.map((repository: { papers: Linked }) => repository.papers),
    ].flatMap(({ edges }: Linked) => edges.map(({ link }) => link.id));
    expect(met.length).toBeGreaterThan(10);
    expect(met.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are null where there are none, though there could be', async () => {
    const { papers } = await api.query('{ papers(first: 1, filter: { hasRepository: true }) { nodes { slug } } }');
    const ids = [
      `PaperLink:${papers.nodes[0].slug}/999`,
      'PaperLink:no-paper/0',
      'Change:1.99999',
      'Change:2147483647.0',
    ];
    expect(await again(ids.map(idOf))).toEqual([null, null, null, null]);
  });

  it.each([
    'PaperLink:no-paper',
    'PaperLink:no-paper/',
    'PaperLink:no-paper/00',
    'PaperLink:no-paper/-1',
    'PaperLink:No Paper/0',
    'PaperLink:/0',
    'Change:1',
    'Change:1.',
    'Change:01.0',
    'Change:1.0.0',
    'Change:2147483648.0',
    'Change:1.99999999999',
    'Corpus:other',
  ])('have no id that could never be one: %s', async (text) => {
    const { errors } = await api.send('query ($id: ID!) { node(id: $id) { id } }', { id: idOf(text) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'id' } }]);
  });

  it('are read together, however many are asked for', async () => {
    const { changes, papers } = await api.query(
      '{ changes(first: 20) { nodes { id } } papers(first: 60) { nodes { links { id } } } }',
    );
    const ids: string[] = [
      ...changes.nodes.map(({ id }: { id: string }) => id),
      ...papers.nodes.flatMap(({ links }: { links: { id: string }[] }) => links.map(({ id }) => id)),
    ];
    for (const few of [ids.slice(18, 22), ids]) {
      const { statements } = await api.log.during(() =>
        api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: few }),
      );
      // The changes, the papers that the links are of, and the links.
      expect(statements).toHaveLength(3);
    }
  });
});
