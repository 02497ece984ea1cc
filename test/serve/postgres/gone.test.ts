import { setTimeout as sleep } from 'node:timers/promises';
import { createFactReader } from '../../../src/import/facts/facts';
import { importFile } from '../../../src/import/import-file';
import { readShippedVocabulary } from '../../../src/seeds';
import type { Store } from '../../../src/store/store';
import { listen, socketClient, streamClient } from '../../support/live';
import { writePages } from '../../support/pages';
import { asAdmin } from '../../support/postgres';
import { serve, type TestServer } from '../../support/serve';
import { createDatabase, openUpToDate } from '../../support/store';
import { errorsOver, post, UNAVAILABLE, UNAVAILABLE_OVER_HTTP } from '../../support/unavailable';
import { until } from '../../support/until';
import { Way } from '../../support/way';

const COUNT = '{ papers { totalCount } }';
const NEWS = 'subscription { digestImported { digest { slug } } }';
const files = writePages(2, 3);

let database: Awaited<ReturnType<typeof createDatabase>>;
let way: Way;
let store: Store;
let server: TestServer;
beforeEach(async () => {
  database = await createDatabase('postgres');
  way = await Way.open(database.url);
  store = await openUpToDate(way.url);
  server = await serve(store, way.url, { SHUTDOWN_GRACE_MS: '100', OPERATION_TIMEOUT_MS: '1000' });
  await importPage(0);
});
afterEach(async () => {
  await server.stop();
  await store.close();
  way.shut();
  await database.drop();
});

const importPage = (page: number) =>
  importFile(store, createFactReader(readShippedVocabulary()), files[page] as string);
const ask = (query: string) => post(server.url, query);
const counted = (count: number) => `${JSON.stringify({ data: { papers: { totalCount: count } } })}\n`;
/** Until a subscription that was sent is surely known to the server. */
const settled = () => sleep(300);

describe('while PostgreSQL is down', () => {
  it('every operation says so, over every transport, and nothing else; it goes on when it is back', async () => {
    for (const _ of ['made', 'kept']) expect((await ask(COUNT)).text).toBe(counted(1));
    const clients = [socketClient(server.url), streamClient(server.url)];
    const heard = clients.map((client) => listen(client, NEWS));
    await settled();
    way.shut();
    for (const query of [COUNT, '{ search(query: "widgets") { totalCount } digests { nodes { slug } } }']) {
      expect(await ask(query)).toEqual(UNAVAILABLE_OVER_HTTP);
      expect(await errorsOver(server.url, query)).toEqual([[UNAVAILABLE], [UNAVAILABLE]]);
    }
    expect(await errorsOver(server.url, NEWS)).toEqual([[UNAVAILABLE], [UNAVAILABLE]]);
    await way.open();
    expect((await ask(COUNT)).text).toBe(counted(1));
    await importPage(1);
    for (const { until: comes } of heard) await comes(1);
    for (const client of clients) await client.dispose();
  });

  it('it says so of its database, too', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await asAdmin(`alter database ${name} allow_connections false`);
    await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    expect(
      await until(
        () => ask(COUNT),
        ({ status }) => status === 503,
      ),
    ).toEqual(UNAVAILABLE_OVER_HTTP);
    await asAdmin(`alter database ${name} allow_connections true`);
    expect((await ask(COUNT)).text).toBe(counted(1));
  });
});

describe('an operation whose connection is lost while it reads', () => {
  /** Keeps what reads papers waiting until it is called. */
  async function lock(): Promise<() => Promise<void>> {
    const runner = store.writer.createQueryRunner();
    await runner.query('begin; lock table paper');
    return async () => {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
    };
  }
  /** Who waits for that, and something that is done to them. */
  const waiting = (andDo = '') =>
    asAdmin<{ pid: number }>(`select pid ${andDo} from pg_stat_activity
      where datname = '${new URL(database.url).pathname.slice(1)}' and wait_event_type = 'Lock'`);

  it.each([
    ['by the network', async () => way.cut()],
    ['by the server', () => waiting(', pg_terminate_backend(pid)')],
  ])('%s says so, and the next one is answered', async (_, lose) => {
    const unlock = await lock();
    const asked = ask('{ papers { nodes { slug } } }');
    await until(
      () => waiting(),
      (rows) => rows.length > 0,
    );
    await lose();
    expect(await asked).toEqual(UNAVAILABLE_OVER_HTTP);
    await unlock();
    expect((await ask(COUNT)).text).toBe(counted(1));
  });
});

describe('while nothing comes through to PostgreSQL', () => {
  it('operations end with their time, connections are closed, and all goes on when something does', async () => {
    await ask(COUNT);
    way.swallow(true);
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(COUNT)));
    expect(performance.now() - began).toBeLessThan(3_000);
    for (const { text } of answers) expect(text).toMatch(/OPERATION_TIMED_OUT|DATABASE_UNAVAILABLE/);
    way.swallow(false);
    await until(
      () => ask(COUNT),
      ({ text }) => text === counted(1),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
