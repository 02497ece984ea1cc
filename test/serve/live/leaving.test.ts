import { once } from 'node:events';
import { request } from 'node:http';
import WebSocket from 'ws';
import { Work } from '../../../src/store/reading/work';
import { startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { listen, socketClient } from '../../support/live';

/** Of operations alone: other readings have other limits. */
const LIMIT = 9_876;

let api: TestApi;
let works: Set<Work>;

beforeAll(async () => {
  api = await startSeededApi({ MAX_COST: '100000', OPERATION_TIMEOUT_MS: `${LIMIT}` });
});
afterAll(() => api.close());
beforeEach(() => {
  works = new Set();
  const { account } = Work.prototype;
  jest.spyOn(Work.prototype, 'account').mockImplementation(function (this: Work, ...statement) {
    if (this.limitMs === LIMIT) works.add(this);
    account.apply(this, statement);
  });
});
afterEach(() => jest.restoreAllMocks());

/** Takes many statements one after another, and so many turns of the event loop. */
const LEVELS = `${'relatedPapers(first: 2) { nodes { title '.repeat(5)}${'} } '.repeat(5)}`;
const LONG = `{ papers(first: 10) { nodes { ${LEVELS} } } }`;

/** The statements of the operation that is under way, once nothing is done for it any more. */
const statementsOnceLeft = async (): Promise<number> => {
  const [work] = [...works];
  if (!work) throw new Error('Expected an operation that has read something');
  while (work.stopReason === null) await new Promise(setImmediate);
  expect(work.stopReason).toBe('GONE');
  await new Promise((resolve) => setTimeout(resolve, 200));
  return work.statements;
};

const untilItReads = async (): Promise<void> => {
  while (works.size === 0) await new Promise(setImmediate);
};

const openSocket = async (query = LONG): Promise<WebSocket> => {
  const socket = new WebSocket(api.server.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: 'a', type: 'subscribe', payload: { query } }));
  return socket;
};

describe('an operation nobody waits for any more', () => {
  let whole: number;
  beforeEach(async () => {
    const client = socketClient(api.server.url);
    const { over, results } = listen(client, LONG);
    expect(await over).toBeNull();
    expect(results[0]?.errors).toBeUndefined();
    whole = [...works][0]?.statements as number;
    await client.dispose();
    works.clear();
  });

  it('stops when its socket closes', async () => {
    const socket = await openSocket();
    await untilItReads();
    socket.terminate();
    expect(await statementsOnceLeft()).toBeLessThan(whole);
  });

  it('stops when its client completes it, and its socket goes on', async () => {
    const socket = await openSocket();
    socket.send('{"id":"a","type":"complete"}');
    await untilItReads();
    expect(await statementsOnceLeft()).toBeLessThan(whole);
    socket.send('{"type":"ping"}');
    expect(JSON.parse(String((await once(socket, 'message'))[0]))).toEqual({ type: 'pong' });
    socket.terminate();
  });

  it('stops when it answers an event of a subscription and its socket closes', async () => {
    const socket = await openSocket(`subscription { paperAdded { paper { ${LEVELS} } } }`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // What it took to subscribe.
    works.clear();
    const text = digestText('Apr 2', [['Widgets That Language Models Make', abstractWith('')]]);
    const imported = api.importText('2025-04-02.txt', text);
    await untilItReads();
    socket.terminate();
    await statementsOnceLeft();
    await imported;
  });

  it('stops when its stream closes', async () => {
    const asking = request(api.server.url, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    });
    asking.on('error', () => undefined);
    asking.end(JSON.stringify({ query: LONG }));
    await untilItReads();
    asking.destroy();
    expect(await statementsOnceLeft()).toBeLessThan(whole);
  });

  it('is not missed where it was refused while it read: nothing fails that nobody waits for', async () => {
    const failed: unknown[] = [];
    const hear = (error: unknown) => failed.push(error);
    process.on('unhandledRejection', hear);
    const bad = [
      '{ topicsBy(slugs: ["optimization", "a\\u0000b"]) { id } }',
      '{ nodes(ids: ["VG9waWM6YQ", "!"]) { id } }',
    ];
    for (const query of bad) {
      const socket = await openSocket(query);
      await once(socket, 'message');
      socket.terminate();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    process.off('unhandledRejection', hear);
    expect(failed).toEqual([]);
  });
});
