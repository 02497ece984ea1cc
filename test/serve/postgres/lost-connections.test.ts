import { setTimeout as sleep } from 'node:timers/promises';
import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { listen, socketClient } from '../../support/live';
import { asAdmin } from '../../support/postgres';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** What a restart of the server or a fail-over does to every connection of the database. */
async function cutOff(): Promise<number> {
  const name = new URL(api.databaseUrl).pathname.slice(1);
  const cut = await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return cut.length;
}

describe('connections that PostgreSQL cuts off', () => {
  it('are made again: questions are answered, imports go on, and subscribers hear of them', async () => {
    const client = socketClient(api.server.url);
    const heard = listen(client, 'subscription { paperAdded { paper { slug } } }');
    await sleep(300);
    await api.importText('2025-01-01.txt', digestText('Jan 1', [['A First Paper on Widgets', abstractWith('One.')]]));
    await heard.until(1);
    expect(await cutOff()).toBeGreaterThan(1);
    await api.importText('2025-01-02.txt', digestText('Jan 2', [['A Second Paper on Widgets', abstractWith('Two.')]]));
    await heard.until(2);
    expect(await api.query('{ papers { totalCount } }')).toEqual({ papers: { totalCount: 2 } });
    expect(heard.results.map(({ data }) => data?.paperAdded?.paper?.slug)).toEqual([
      'a-first-paper-on-widgets',
      'a-second-paper-on-widgets',
    ]);
    await client.dispose();
  });
});
