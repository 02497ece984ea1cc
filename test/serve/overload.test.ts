import { startSeededApi, type TestApi } from '../support/api';
import { listen, socketClient } from '../support/live';

const MOST = 3;
const DEAR =
  '{ papers(first: 50) { nodes { relatedPapers(first: 5) { nodes { title topics { nodes { name } } } } } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi({ MAX_OPERATIONS: String(MOST), ANSWER_CACHE_BYTES: '0' });
});
afterAll(() => api.close());

const ask = (): Promise<Response> =>
  fetch(api.server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: DEAR }),
  });

describe('a server that is asked for too much at once', () => {
  it('answers as much as it may, and says of the rest when to ask again', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(MOST);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(statuses).toHaveLength(statuses.filter((status) => status === 200).length + refused.length);
    for (const one of refused) {
      expect(one.headers.get('retry-after')).toBe('1');
      expect(await one.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVER_BUSY', limit: MOST } }] });
    }
    expect((await ask()).status).toBe(200);
  });

  it('does so over sockets', async () => {
    const client = socketClient(api.server.url);
    const heard = Array.from({ length: 12 }, () => listen(client, DEAR));
    await Promise.all(heard.map(({ over }) => over));
    const codes = heard.flatMap(({ results }) => results.map(({ errors }) => errors?.[0]?.extensions?.code));
    expect(new Set(codes)).toEqual(new Set([undefined, 'SERVER_BUSY']));
  });
});
