import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { listen, socketClient, streamClient } from '../../support/live';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({
    MAX_SUBSCRIPTIONS: '5',
    MAX_SUBSCRIPTIONS_PER_CONNECTION: '3',
    MAX_BODY_BYTES: '20000',
    CORS_ORIGIN: 'https://one.test',
  });
});
afterAll(() => api.close());

const PAPERS = 'subscription { paperAdded { paper { slug abstract } } }';
const address = () => api.server.url.replace('http', 'ws');
const open = (options: { headers?: Record<string, string>; protocol?: string } = {}) =>
  new WebSocket(address(), options.protocol ?? 'graphql-transport-ws', { headers: options.headers });

/** Papers with long abstracts, enough to fill every buffer on the way to a client that does not read. */
const many = (month: string, count: number) =>
  digestText(
    `${month} 5`,
    Array.from({ length: count }, (_, index) => {
      const name = `${month} Paper ${(index + 1296).toString(36)}`;
      return [name, abstractWith('So much can be said of widgets that it never ends. '.repeat(15))] as const;
    }),
  );

describe('limits on live connections', () => {
  it('refuse more operations than one socket may have, and free those that end', async () => {
    const client = socketClient(api.server.url);
    const three = [1, 2, 3].map(() => listen(client, PAPERS));
    await sleep(200);
    const fourth = listen(client, PAPERS);
    expect(await fourth.over).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }]);
    for (const heard of three) heard.stop();
    await sleep(200);
    const query = listen(client, '{ corpus { version } }');
    expect(await query.over).toBeNull();
    await client.dispose();
  });

  it('count queries over a socket as operations under way', async () => {
    const client = socketClient(api.server.url);
    const search = Array.from({ length: 20 }, (_, index) => `a${index}: search(query: "model") { totalCount }`);
    const heard = Array.from({ length: 8 }, () => listen(client, `{ ${search.join(' ')} }`));
    const over = await Promise.all(heard.map((one) => one.over));
    const refused = over.filter((error) => error !== null);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.flat()).toEqual(
      refused.map(() => expect.objectContaining({ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } })),
    );
    expect(heard.filter(({ results }) => results.length === 1)).toHaveLength(8 - refused.length);
    await client.dispose();
  });

  it('refuse more subscriptions than the process may have, over both transports together, and free those that end', async () => {
    const sockets = [socketClient(api.server.url), socketClient(api.server.url)];
    const stream = streamClient(api.server.url);
    const heard = [...sockets, ...sockets].map((client) => listen(client, PAPERS));
    heard.push(listen(stream, PAPERS));
    await sleep(300);
    const refused = listen(streamClient(api.server.url), PAPERS);
    await refused.over;
    expect(refused.results[0]?.errors?.[0]?.extensions?.code).toBe('TOO_MANY_SUBSCRIPTIONS');
    for (const one of heard) one.stop();
    await sleep(300);
    const again = listen(stream, PAPERS);
    await sleep(200);
    expect(again.results).toEqual([]);
    again.stop();
    for (const socket of sockets) await socket.dispose();
  });

  it('cut off messages too large, and sockets that speak another protocol or none', async () => {
    const large = open();
    await once(large, 'open');
    large.send(JSON.stringify({ type: 'connection_init', payload: { text: 'x'.repeat(30_000) } }));
    expect((await once(large, 'close'))[0]).toBe(1009);
    const other = open({ protocol: 'graphql-ws' });
    await expect(once(other, 'open')).rejects.toThrow('no subprotocol');
    const rude = open();
    await once(rude, 'open');
    rude.send('{"type":"subscribe","id":"1","payload":{"query":"{ corpus { version } }"}}');
    expect((await once(rude, 'close'))[0]).toBe(4401);
  });

  it('let in pages of allowed origins, of its own, and what is no browser', async () => {
    const statusFrom = (origin: string) =>
      new Promise((resolve) => {
        const socket = open({ headers: { origin } });
        socket.on('open', () => {
          resolve(101);
          socket.close();
        });
        socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
        socket.on('error', () => undefined);
      });
    expect(await statusFrom('https://one.test')).toBe(101);
    expect(await statusFrom(new URL(api.server.url).origin)).toBe(101);
    expect(await statusFrom('https://other.test')).toBe(403);
    const stream = await fetch(`${api.server.url}?query=${encodeURIComponent('{ corpus { version } }')}`, {
      headers: { accept: 'text/event-stream', origin: 'https://other.test' },
    });
    expect(stream.status).toBe(403);
  });
});

describe('a subscriber that does not read', () => {
  it('is ended, is told to catch up, and keeps nobody else waiting for long', async () => {
    const large = Array.from({ length: 30 }, (_, index) => `a${index}: abstract`).join(' ');
    const client = socketClient(api.server.url);
    const reading = listen(client, 'subscription { paperAdded { paper { slug } } }');
    const response = await new Promise<import('node:http').IncomingMessage>((resolve) => {
      request(
        api.server.url,
        { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json' } },
        resolve,
      ).end(JSON.stringify({ query: `subscription { paperAdded { paper { ${large} } } }` }));
    });
    response.pause();
    await sleep(300);
    const count = 850;
    const months = ['Jan', 'Feb'];
    for (const [index, month] of months.entries()) {
      await api.importText(`2025-0${index + 1}-05.txt`, many(month, count));
      await reading.until(count * (index + 1));
    }
    let told = '';
    response.setEncoding('utf8').on('data', (chunk) => {
      told = told.slice(-2_000) + chunk;
    });
    response.resume();
    await once(response, 'end');
    expect(told).toMatch(/SUBSCRIBER_TOO_SLOW.*\n\nevent: complete/s);
    expect(told).toContain('Subscribe again with `after`');
    reading.stop();
    await client.dispose();
  }, 240_000);
});

describe('a socket that asks and does not read', () => {
  it('is not heard any more, is cut off beyond its part of what may be unread, and nobody else is', async () => {
    const small = await startSeededApi({ MAX_UNREAD_BYTES: '2000000' });
    const socket = new WebSocket(small.server.url.replace('http', 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.pause();
    const abstracts = Array.from({ length: 10 }, (_, index) => `a${index}: abstract`).join(' ');
    const query = `{ papers(first: 50) { nodes { ${abstracts} } } }`;
    for (let id = 0; id < 200; id++)
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }));
    const isCutOff = () => small.logged.some((line) => line.includes('does not read its answers was cut off'));
    while (!isCutOff()) expect((await small.query('{ corpus { paperCount } }')).corpus.paperCount).toBe(51);
    socket.terminate();
    await small.close();
  });
});

describe('stopping', () => {
  it('closes sockets as going away, completes streams, and leaves nothing open', async () => {
    const stopping = await startApi();
    const socket = listen(socketClient(stopping.server.url), PAPERS);
    const stream = listen(streamClient(stopping.server.url), PAPERS);
    await sleep(300);
    const started = Date.now();
    await stopping.close();
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(await socket.over).toMatchObject({ code: 1001 });
    expect(await stream.over).toBeNull();
  });
});
