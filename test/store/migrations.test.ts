import { migrations } from '../../src/store/migrations/all';
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
    for (const _ of migrations) await store.dataSource.undoLastMigration();
    const tables = await store.dataSource.query(
      `select name from sqlite_master where type = 'table' and name not in ('migrations', 'sqlite_sequence')`,
    );
    expect(tables).toEqual([]);
    expect(await store.dataSource.runMigrations()).toHaveLength(migrations.length);
    await store.close();
  });
});
