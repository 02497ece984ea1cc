import { topicsBySlug } from '../../../src/lists/topics';
import { openStore } from '../../../src/store/store';
import { createDatabase } from '../../support/store';

describe('a PostgreSQL store', () => {
  it('reads on connections that cannot write', async () => {
    const database = await createDatabase('postgres');
    const store = await openStore({ databaseUrl: database.url });
    await expect(store.reader.query('update corpus set version = 7')).rejects.toThrow('read-only transaction');
    await store.close();
    await database.drop();
  });

  it('keeps statements that it was asked before prepared', async () => {
    const database = await createDatabase('postgres');
    const store = await openStore({ databaseUrl: database.url });
    for (const slugs of [['neural-collapse'], ['optimization', 'sharpness']]) await topicsBySlug(store.reader, slugs);
    // One after another they run on one connection, and so does this.
    const prepared = await store.reader.query(
      `select from_sql, generic_plans + custom_plans as runs from pg_prepared_statements where statement like '%from topic t%'`,
    );
    expect(prepared).toEqual([{ from_sql: false, runs: 2 }]);
    await store.close();
    await database.drop();
  });

  it('names a server that does not answer, and keeps the password to itself', async () => {
    await expect(openStore({ databaseUrl: 'postgres://someone:secret@localhost:1/offprint' })).rejects.toThrow(
      /^DATABASE_URL: expected a PostgreSQL database at postgres:\/\/…@localhost:1\/offprint, got: .*ECONNREFUSED/,
    );
  });

  it('sorts texts by code point whatever the locale of the database', async () => {
    const database = await createDatabase('postgres');
    const store = await openStore({ databaseUrl: database.url });
    const collations = await store.reader.query(
      `select distinct c.collname from pg_attribute a join pg_class t on t.oid = a.attrelid
       join pg_collation c on c.oid = a.attcollation
       where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and t.relname <> 'migrations' and a.attnum > 0`,
    );
    expect(collations).toEqual([{ collname: 'C' }]);
    await store.close();
    await database.drop();
  });

  it('says when the replica does not answer', async () => {
    const database = await createDatabase('postgres');
    const replicaUrl = 'postgres://someone:secret@localhost:1/offprint';
    await expect(openStore({ databaseUrl: database.url, replicaUrl })).rejects.toThrow(/^DATABASE_REPLICA_URL: /);
    await database.drop();
  });
});
