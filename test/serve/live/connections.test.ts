import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { startApi } from '../../support/api';
import { startMain } from '../../support/main';
import { createDatabase, engine } from '../../support/store';
import { until } from '../../support/until';

const MOST = 20;

const QUERY = '{"query":"{ corpus { paperCount } }"}';

describe('connections to a server', () => {
  it('are closed beyond those that one may have, while those who are there are answered, and let in again when some go', async () => {
    const api = await startApi({ MAX_CONNECTIONS: String(MOST) });
    const port = Number(new URL(api.server.url).port);
    const open = async (): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      return socket;
    };
    const ask = async (socket: Socket): Promise<string> => {
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      return Promise.race([
        once(socket, 'data').then(([chunk]) => String(chunk).slice(0, 12)),
        new Promise<string>((resolve) => socket.once('close', () => resolve('closed'))),
      ]);
    };

    const inside: Socket[] = [];
    for (let n = 0; n < MOST; n++) {
      const socket = await open();
      expect(await ask(socket)).toBe('HTTP/1.1 200');
      inside.push(socket);
    }
    for (let n = 0; n < 3 * MOST; n++) expect(await ask(await open())).toBe('closed');
    for (const socket of inside) expect(await ask(socket)).toBe('HTTP/1.1 200');

    inside.pop()?.destroy();
    let again = 'closed';
    while (again === 'closed') again = await ask(await open());
    expect(again).toBe('HTTP/1.1 200');
    for (const socket of inside) socket.destroy();
    await api.close();
  });

  it('are answered again when descriptors that had run out are there again', async () => {
    const database = await createDatabase(engine);
    const main = startMain({ DATABASE_URL: database.url, DRAIN_MS: '0' }, undefined, 100);
    try {
      const { msg } = await main.line(/^Offprint is ready/);
      const url = /http\S+/.exec(msg)?.[0] as string;
      const port = Number(new URL(url).port);
      const sockets = Array.from({ length: 150 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
      const outcomes = sockets.map((socket) => {
        socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
        return new Promise((resolve) => {
          socket.once('data', () => resolve('answered')).once('close', () => resolve('closed'));
        });
      });
      expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['answered', 'closed']));
      for (const socket of sockets) socket.destroy();
      const ask = async (): Promise<string> =>
        (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: QUERY })).text();
      const answer = await until(
        () => ask().catch(() => ''),
        (text) => text !== '',
      );
      expect(answer).toContain('"paperCount":51');
    } finally {
      main.process.kill('SIGTERM');
      await main.ended;
      await database.drop();
    }
  });
});
