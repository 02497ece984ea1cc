import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const page = (...titles: string[]) =>
  digestText(
    'Jan 2',
    titles.map((title) => [title, abstractWith('')] as const),
  );
const endOfLog = async (): Promise<string | null> =>
  (await api.query('{ changes(last: 1) { pageInfo { endCursor } } }')).changes.pageInfo.endCursor;

describe('changes', () => {
  it('are none in an empty database, and begin without a cursor', async () => {
    expect(await endOfLog()).toBeNull();
    expect((await api.query('{ changes { totalCount nodes { action } } }')).changes).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });

  it('go on behind the cursor that a client kept, in pages, with nothing missed and nothing twice', async () => {
    await api.importText('2025-01-02.txt', page('Alpha', 'Beta'));
    const kept = await endOfLog();
    await api.importText('2025-01-02.txt', page('Beta', 'Gamma'));
    const seen: string[] = [];
    let after = kept;
    for (let more = true; more; ) {
      const { changes } = await api.query(
        'query ($after: String) { changes(first: 2, after: $after) { nodes { action version nodeId node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      for (const { action, nodeId, node } of changes.nodes) {
        seen.push(`${action} ${Buffer.from(nodeId, 'base64url')}`);
        expect(node).toEqual(action === 'REMOVED' ? null : { id: nodeId });
      }
      more = changes.pageInfo.hasNextPage;
      after = changes.pageInfo.endCursor ?? after;
    }
    expect(seen).toEqual([
      'CHANGED Digest:2025-01-02',
      'CHANGED Paper:beta',
      'ADDED Paper:gamma',
      'REMOVED Paper:alpha',
    ]);
    const rest = await api.query('query ($after: String) { changes(after: $after) { nodes { action } } }', { after });
    expect(rest.changes.nodes).toEqual([]);
  });

  it('take three statements with their nodes, however many there are', async () => {
    for (const first of [2, 7]) {
      const { statements } = await api.log.during(() =>
        api.query(`{ changes(first: ${first}) { nodes { occurredAt node { id } } } }`),
      );
      expect(statements).toHaveLength(3);
    }
  });
});
