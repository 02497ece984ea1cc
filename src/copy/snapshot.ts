import sql from 'sql-template-tag';
import { engineOf } from '../store/engine/engine';
import { readSchemaState } from '../store/schema-state';
import { type Db, run } from '../store/sql';
import { connect } from '../store/store';

/** A database as it was at one moment, whatever is written to it meanwhile. */
export interface Snapshot {
  db: Db;
  close(): Promise<void>;
}

const BEGIN = { sqlite: 'begin', postgres: 'begin isolation level repeatable read, read only' };

/**
 * Opens a database to read all of it. Nothing is written to it, and it may go on serving and importing.
 *
 * @param setting what the person who gave the address calls it, for messages
 * @throws Error when the database is not one of this version of Offprint
 */
export async function openSnapshot(setting: string, databaseUrl: string): Promise<Snapshot> {
  const dataSource = await connect(setting, databaseUrl);
  try {
    // The manager of one connection: the transaction is that connection's.
    const runner = dataSource.createQueryRunner();
    const db = runner.manager;
    await runner.query(BEGIN[engineOf(db)]);
    await expectOurs(setting, db);
    return {
      db,
      close: async () => {
        try {
          await run(db, sql`rollback`);
          await runner.release();
        } finally {
          // A connection that was lost has nothing to roll back.
          await dataSource.destroy();
        }
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function expectOurs(setting: string, db: Db): Promise<void> {
  const state = await readSchemaState(db);
  if (state.is === 'new') throw new Error(`${setting}: expected a database of Offprint, got one without tables`);
  if (state.is === 'foreign') {
    throw new Error(`${setting}: expected a database of Offprint, got one with the tables ${state.tables.join(', ')}`);
  }
  if (state.unknown.length > 0) {
    throw new Error(
      `${setting}: expected the schema of this version, got a later one (${state.unknown.join(', ')}); use that version`,
    );
  }
  if (state.missing.length > 0) {
    throw new Error(
      `${setting}: expected the schema of this version, got an earlier one (without ${state.missing.join(', ')}); start the server on it once, then try again`,
    );
  }
}
