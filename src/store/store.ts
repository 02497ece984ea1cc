import type { DataSource, EntityManager, Logger } from 'typeorm';
import { createDataSource } from './data-source';
import { withoutPassword } from './database-url';
import { type Engine, engineOf } from './engine/engine';
import { migratePostgres } from './engine/postgres';
import { migrateSqlite } from './engine/sqlite';
import { touchCorpus } from './import/corpus';
import { readPostgres } from './reading/read-postgres';
import { readSqlite } from './reading/read-sqlite';
import type { Work } from './reading/work';
import { forgetWords } from './search/words';
import type { OperationDb } from './sql';

/** A migrated database, open. */
export interface Store {
  engine: Engine;
  /** Answers questions at once; never sees a transaction under way. */
  reader: EntityManager;
  /** What one operation reads by: as `reader`, but long statements keep nobody from being answered. */
  read(work: Work): OperationDb;
  /** Long statements that wait for their turn. */
  readonly queued: number;
  /** The connection that writes. Everything but `write` and the schema's upkeep leaves it alone. */
  writer: DataSource;
  /**
   * Does work in a transaction: all of it is stored, or nothing. Writes follow one another, those of other processes
   * included, so what the work reads stays true until it is done.
   */
  write<Done>(work: (db: EntityManager) => Promise<Done>): Promise<Done>;
  close(): Promise<void>;
}

/** Where a store is, and who listens to its statements. */
export interface StoreOptions {
  /** `sqlite:FILE` or `postgres://…`. */
  databaseUrl: string;
  /** A PostgreSQL server that follows the first one, to read from. */
  replicaUrl?: string | null;
  /** What the person who gave the first address calls it, for messages. */
  setting?: string;
  logger?: Logger;
}

/**
 * Connects, and brings the schema up to date.
 *
 * @throws Error that names the setting and the database when it cannot be opened
 */
export async function openStore({
  databaseUrl,
  replicaUrl,
  setting = 'DATABASE_URL',
  logger,
}: StoreOptions): Promise<Store> {
  const writer = await connect(setting, createDataSource(databaseUrl, 'writer', logger));
  try {
    await (engineOf(writer.manager) === 'sqlite' ? migrateSqlite(writer) : migratePostgres(writer));
    const reading = createDataSource(replicaUrl ?? databaseUrl, 'reader', logger);
    const reader = await connect(replicaUrl ? 'DATABASE_REPLICA_URL' : setting, reading);
    return storeOf(writer, reader);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

/** @throws Error that names the setting and the database when it cannot be opened */
export async function connect(setting: string, dataSource: DataSource): Promise<DataSource> {
  return dataSource.initialize().catch((error: Error) => {
    const { options } = dataSource;
    const expected =
      options.type === 'postgres'
        ? `a PostgreSQL database at ${withoutPassword(String(options.url))}`
        : `an SQLite database at ${String(options.database)}`;
    throw new Error(`${setting}: expected ${expected}, got: ${error.message}`);
  });
}

function storeOf(writer: DataSource, reader: DataSource): Store {
  let last: Promise<unknown> = Promise.resolve();
  const engine = engineOf(writer.manager);
  const reading = engine === 'sqlite' ? readSqlite(reader) : readPostgres(reader);
  return {
    engine,
    reader: reader.manager,
    read: (work) => ({ dataSource: reader, queryRunner: undefined, work, reading }),
    get queued() {
      return reading.queued;
    },
    writer,
    // One after another: TypeORM has one SQLite connection, and what is written there during another's transaction
    // would be rolled back with it.
    write: (work) => {
      const done = last.then(() =>
        writer.transaction(async (db) => {
          await touchCorpus(db);
          return work(db);
        }),
      );
      last = done.catch(() => forgetWords(writer));
      return done;
    },
    close: async () => {
      await last;
      await reading.close();
      await reader.destroy();
      await writer.destroy();
    },
  };
}
