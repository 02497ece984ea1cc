import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import sql from 'sql-template-tag';
import { copyDatabase } from '../../../../src/commands/copy';
import { createFactReader } from '../../../../src/import/facts/facts';
import { importFile } from '../../../../src/import/import-file';
import { readShippedVocabulary } from '../../../../src/seeds';
import { Work, WorkStopped } from '../../../../src/store/reading/work';
import { run } from '../../../../src/store/sql';
import { openStore, type Store } from '../../../../src/store/store';
import { listen, socketClient } from '../../../support/live';
import { writePages } from '../../../support/pages';
import { Pooler, type PoolMode } from '../../../support/pooler';
import { asAdmin } from '../../../support/postgres';
import { serve } from '../../../support/serve';
import { createDatabase, openUpToDate } from '../../../support/store';
import { post } from '../../../support/unavailable';
import { until } from '../../../support/until';

const reader = createFactReader(readShippedVocabulary());
const quiet = { started: () => undefined, entered: () => undefined, seen: () => undefined };
const COUNT = '{ papers { totalCount } }';

describe.each<PoolMode>(['session', 'transaction'])('through a pooler in %s mode', (mode) => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let pooler: Pooler;
  let store: Store;
  beforeAll(async () => {
    database = await createDatabase('postgres', 'nothing');
    pooler = await Pooler.open(database.url, mode);
    // Of two that start at once one migrates.
    const [one, other] = await Promise.all([openStore({ databaseUrl: pooler.url }), openUpToDate(pooler.url)]);
    await one.close();
    store = other;
  });
  afterAll(async () => {
    await store.close();
    pooler.close();
    await database.drop();
  });

  it('imports, answers, and tells subscribers', async () => {
    const server = await serve(store, pooler.url);
    const client = socketClient(server.url);
    const heard = listen(client, 'subscription { digestImported { digest { slug } } }');
    // Until it is surely known to the server.
    await sleep(300);
    for (const file of writePages(3, 6)) await importFile(store, reader, file);
    await heard.until(3);
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(server.url, COUNT)));
    for (const { status, text } of answers) expect([status, text]).toEqual([200, answers[0]?.text]);
    expect(answers[0]?.text).toBe('{"data":{"papers":{"totalCount":9}}}\n');
    await client.dispose();
    await server.stop();
  });

  it('does not write where it reads', async () => {
    await expect(run(store.reader, sql`update corpus set version = 7`)).rejects.toThrow('read-only transaction');
    await expect(run(store.read(new Work(5_000)), sql`update corpus set version = 7`)).rejects.toThrow('read-only');
  });

  it('ends what nobody waits for, and nothing else', async () => {
    const sleeping = () =>
      asAdmin(`select pid from pg_stat_activity where state = 'active' and query like 'select pg_sleep(21)%'
        and datname = '${new URL(database.url).pathname.slice(1)}'`);
    const work = new Work(20_000);
    const stopped = run(store.read(work), sql`select pg_sleep(21) as nothing`);
    const outcome = expect(stopped).rejects.toThrow(WorkStopped);
    await until(sleeping, (rows) => rows.length === 1);
    work.leave();
    await outcome;
    await until(sleeping, (rows) => rows.length === 0);
    const many = Array.from({ length: 20 }, () => run(store.read(new Work(5_000)), sql`select 1 as one`));
    expect(await Promise.all(many)).toEqual(many.map(() => [{ one: 1 }]));
  });

  it('copies, from and to', async () => {
    const target = await createDatabase('postgres', 'nothing');
    const there = await Pooler.open(target.url, mode);
    const sums = await copyDatabase(pooler.url, there.url, false, quiet);
    expect(sums.find(({ table }) => table === 'paper')?.rows).toBe(9);
    await expect(copyDatabase(pooler.url, database.url, true, quiet)).rejects.toThrow(/expected another database/);
    there.close();
    await target.drop();
  });

  it('leaves nothing behind on connections that others get next', async () => {
    const client = new Client({ connectionString: pooler.url });
    await client.connect();
    for (let connection = 0; connection < 12; connection++) {
      const { rows } = await client.query(`select current_setting('default_transaction_read_only') as read_only,
        current_setting('statement_timeout') as timeout, (select count(*)::int from pg_prepared_statements) as prepared,
        (select count(*)::int from pg_listening_channels()) as channels,
        (select count(*)::int from pg_locks where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())) as locks`);
      expect(rows).toEqual([{ read_only: 'off', timeout: '0', prepared: 0, channels: 0, locks: 0 }]);
    }
    await client.end();
  });

  it('says what a setting in the address that it does not take is called', async () => {
    await expect(openStore({ databaseUrl: `${pooler.url}?options=-c%20work_mem%3D8MB` })).rejects.toThrow(
      /^DATABASE_URL: expected a PostgreSQL database at \S+, got: unsupported startup parameter: options; .*ignore_startup_parameters/,
    );
  });
});
