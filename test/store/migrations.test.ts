import { openStore } from '../support/store';

describe('the migrations', () => {
  it('make exactly the schema of the entities: the schema builder has nothing left to do', async () => {
    const store = await openStore();
    const { upQueries } = await store.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await store.close();
  });

  it('can be undone and done again', async () => {
    const store = await openStore();
    await store.dataSource.undoLastMigration();
    const tables = await store.dataSource.query(
      `select name from sqlite_master where type = 'table' and name in ('paper', 'topic', 'corpus')`,
    );
    expect(tables).toEqual([]);
    expect(await store.dataSource.runMigrations()).toHaveLength(1);
    await store.close();
  });
});
