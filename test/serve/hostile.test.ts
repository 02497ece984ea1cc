import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { startSeededApi, type TestApi } from '../support/api';

let api: TestApi;
let port: number;

beforeAll(async () => {
  api = await startSeededApi();
  port = Number(new URL(api.server.url).port);
});
afterAll(() => api.close());

const PATIENCE = 10_000;

/** Sends bytes and gives what comes back until the server closes, or says nothing more for a moment. */
async function exchange(bytes: string | Buffer): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  let answer = '';
  const closed = new Promise<void>((resolve) => {
    socket.on('close', resolve);
    socket.on('error', () => resolve());
  });
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
    socket.end();
  });
  socket.write(bytes);
  await Promise.race([closed, sleep(300)]);
  socket.destroy();
  return answer;
}

const stillServes = async () => expect((await api.query('{ corpus { paperCount } }')).corpus.paperCount).toBe(51);

const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
const targets = [
  '//',
  '/\\',
  '///graphql',
  'http://[',
  '*',
  'http://a b/',
  '/%',
  `/${'%'.repeat(8_000)}`,
  '/graphql?%',
  '/graphql/..',
  '?',
  '/\u00ff',
  'graphql',
];
const headers = [
  'Host: [',
  'Host: \u0001',
  'Origin: null',
  'Origin: http://[',
  'Origin: //',
  'Accept: text/event-stream;q=,,;',
  'Accept: */*, text/event-stream',
  'Content-Type: ;;;charset',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
  'If-None-Match: ",",W/,*',
  'Sec-WebSocket-Protocol: ,,,',
  'Sec-WebSocket-Key: x',
  'Sec-WebSocket-Extensions: permessage-deflate; =',
  'X-Forwarded-For: \u0000',
  ...Array.from({ length: 20 }, (_, index) => `Cookie: ${'a'.repeat(index * 2_000)}`),
];

describe('a server that anybody can reach', () => {
  it('goes on whatever stands where a request has its target, with or without an upgrade', async () => {
    for (const target of targets) {
      for (const upgrade of [
        '',
        UPGRADE,
        'Connection: Upgrade\r\nUpgrade: x\r\n',
        'Connection: Upgrade\r\nUpgrade: h2c\r\n',
      ]) {
        await exchange(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`, 'latin1'));
      }
    }
    await exchange('CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n');
    await stillServes();
  });

  it('does not keep a connection whose socket it refused, though the client keeps its side open', async () => {
    const refused = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    refused.on('error', () => undefined).resume();
    refused.write(`GET /nothing HTTP/1.1\r\nHost: x\r\n${UPGRADE}\r\n`);
    await once(refused, 'end');
    // Only a closed connection answers this by a reset.
    const writing = setInterval(() => refused.write('x'), 20).unref();
    await new Promise((resolve) => refused.once('close', resolve));
    clearInterval(writing);
  });

  it('goes on whatever stands in the headers', async () => {
    for (const header of headers) {
      for (const upgrade of ['', UPGRADE]) {
        await exchange(
          Buffer.from(`GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n${header}\r\n${upgrade}\r\n`, 'latin1'),
        );
      }
    }
    await stillServes();
  });

  it('goes on whatever bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'GET ', `GET /graphql HTTP/1.1\r\nHost: x\r\n${UPGRADE}\r\n`),
        fc.constantFrom('', ` HTTP/1.1\r\nHost: x\r\n${UPGRADE}\r\n`),
        async (bytes, start, end) => {
          await exchange(Buffer.concat([Buffer.from(start), bytes, Buffer.from(end)]));
        },
      ),
      { numRuns: 20 },
    );
    await stillServes();
  });

  it('goes on when clients leave in the middle of a request, an answer, a stream and a socket', async () => {
    const body = '{"query":"{ papers(first: 100) { nodes { title abstract } } }"}';
    const post = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const beginnings = [
      post,
      post + body.slice(0, 20),
      post + body,
      `GET /graphql HTTP/1.1\r\nHost: x\r\n${UPGRADE}\r\n`,
      `GET /graphql?query=subscription%7BdigestImported%7Bdigest%7Bslug%7D%7D%7D HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n`,
    ];
    for (const beginning of beginnings) {
      for (const wait of [0, 5, 30]) {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(beginning);
        await sleep(wait);
        socket.resetAndDestroy();
      }
    }
    await sleep(50);
    await stillServes();
    expect(api.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it(
    'answers others while one socket sends thousands of operations in a burst',
    async () => {
      const socket = new WebSocket(api.server.url.replace('http', 'ws'), 'graphql-transport-ws');
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(JSON.stringify({ type: 'connection_init' }));
      await new Promise((resolve) => socket.once('message', resolve));
      for (let id = 0; id < 20_000; id++) {
        socket.send(
          JSON.stringify({
            id: String(id),
            type: 'subscribe',
            payload: { query: '{ papers(first: 5) { nodes { title } } }' },
          }),
        );
      }
      let answered = 0;
      socket.on('message', () => {
        answered += 1;
      });
      const started = Date.now();
      for (let turn = 0; turn < 10; turn++) await stillServes();
      expect(Date.now() - started).toBeLessThan(PATIENCE);
      // Of the burst a few hundred are let through at once, and a hundred a second.
      expect(answered).toBeLessThan(5_000);
      socket.terminate();
      await stillServes();
    },
    3 * PATIENCE,
  );

  it('answers others while one socket sends thousands of pings in a burst', async () => {
    const socket = new WebSocket(api.server.url.replace('http', 'ws'), 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    let pongs = 0;
    socket.on('pong', () => {
      pongs += 1;
    });
    for (let n = 0; n < 20_000; n++) socket.ping();
    for (let turn = 0; turn < 10; turn++) await stillServes();
    expect(pongs).toBeLessThan(5_000);
    socket.terminate();
  });

  it('answers a client that keeps to the pace as it always did', async () => {
    const client = createClient({ url: api.server.url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const answers = await Promise.all(
      Array.from({ length: 15 }, async () => {
        for await (const { data } of client.iterate({ query: '{ corpus { paperCount } }' })) return data;
        return null;
      }),
    );
    expect(answers).toEqual(answers.map(() => ({ corpus: { paperCount: 51 } })));
    await client.dispose();
  });
});
