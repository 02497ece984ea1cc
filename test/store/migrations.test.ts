import { migrationsOf } from '../../src/store/migrations/all';
import { openStore as open } from '../../src/store/store';
import { createDatabase, engine, openStore } from '../support/store';

const migrations = migrationsOf[engine];

const tablesOf = {
  sqlite: `select name from sqlite_master where type = 'table' and name not in ('migrations', 'sqlite_sequence')`,
  postgres: `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
};

describe('the migrations', () => {
  it('make exactly the schema of the entities: the schema builder has nothing left to do', async () => {
    const store = await openStore();
    const { upQueries } = await store.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await store.close();
  });

  it('can be undone and done again', async () => {
    const store = await openStore();
    for (const _ of migrations) await store.writer.undoLastMigration();
    expect(await store.writer.query(tablesOf[engine])).toEqual([]);
    expect(await store.writer.runMigrations()).toHaveLength(migrations.length);
    await store.close();
  });

  it('order the repositories that are there already', async () => {
    const store = await openStore();
    await store.seed();
    const undone = migrations.length - migrations.findIndex(({ name }) => name.startsWith('OrderRepositories'));
    for (let n = 0; n < undone; n++) await store.writer.undoLastMigration();
    await store.writer.runMigrations();
    const counts: { paper_count: number; count_key: number }[] = await store.writer.query(
      'select paper_count, count_key from repository',
    );
    expect(counts.length).toBeGreaterThan(10);
    for (const { paper_count, count_key } of counts) expect(count_key).toBe(-paper_count);
    await store.close();
  });

  it('run once when several start at the same moment', async () => {
    const database = await createDatabase(engine, 'nothing');
    const stores = await Promise.all(Array.from({ length: 4 }, () => open({ databaseUrl: database.url })));
    const done = await stores[0]?.reader.query('select name from migrations order by id');
    expect(done.map(({ name }: { name: string }) => name)).toEqual(migrations.map(({ name }) => name));
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });
});
