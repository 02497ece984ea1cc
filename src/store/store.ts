import type { DataSource, EntityManager, Logger } from 'typeorm';
import { createDataSource } from './data-source';
import { asDatabaseProblem, asOpeningProblem } from './database-problem';
import { type Engine, engineOf } from './engine/engine';
import { sqliteConnection } from './engine/sqlite';
import { preparedBytes } from './engine/sqlite-statements';
import { Folded } from './folded';
import { OpenFile } from './open-file';
import { type Presence, SAYS_SO_ITSELF } from './presence';
import { readPostgres } from './reading/read-postgres';
import { readSqlite } from './reading/read-sqlite';
import type { Work } from './reading/work';
import type { OperationDb } from './sql';
import { bringSchemaUpToDate } from './write/bring-schema-up-to-date';
import { type Patience, USUAL_LOCK_WAIT } from './write/patience';
import { closeBoth, reopen } from './write/reopen';
import { onceFree } from './write/sqlite-transaction';
import { Transactions } from './write/transactions';

/** A migrated database, open. */
export interface Store {
  engine: Engine;
  /** Answers questions at once; never sees a transaction under way. */
  reader: EntityManager;
  /** What one operation reads by: as `reader`, but long statements keep nobody from being answered. */
  read(work: Work): OperationDb;
  /** Long statements that wait for their turn. */
  readonly queued: number;
  /** Memory of the statements that this process keeps prepared on the connection that reads, in bytes; about. */
  readonly preparedBytes: number;
  /** The connection that writes. Everything but `write` and the schema's upkeep leaves it alone. */
  writer: DataSource;
  /** Whether what it reads and writes is the database under its name; what `read` gives asks by itself. */
  presence: Presence;
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
  /** How long a write waits for that of another process, in milliseconds; 0 not to wait. */
  lockWaitMs?: number;
  /** Hears, in a sentence, that a write waits for another process. */
  onWait?: (sentence: string) => void;
  /** Hears, in a sentence, that another file was opened in the place of the one before. */
  onReplaced?: (sentence: string) => void;
  logger?: Logger;
}

/**
 * Connects, and brings the schema up to date.
 *
 * @throws Problem that names the setting and the database when it cannot be opened
 */
export async function openStore({
  databaseUrl,
  replicaUrl,
  setting = 'DATABASE_URL',
  lockWaitMs = USUAL_LOCK_WAIT,
  onWait = () => undefined,
  onReplaced = () => undefined,
  logger,
}: StoreOptions): Promise<Store> {
  const patience = { databaseUrl, setting, lockWaitMs, onWait };
  const writer = await onceFree(patience, () => createDataSource(databaseUrl, 'writer', logger).initialize()).catch(
    (error: unknown) => {
      throw asOpeningProblem(error, patience);
    },
  );
  try {
    await bringSchemaUpToDate(writer, patience);
    const reader = replicaUrl
      ? await connect('DATABASE_REPLICA_URL', replicaUrl, logger)
      : await connect(setting, databaseUrl, logger);
    return storeOf(writer, reader, patience, onReplaced);
  } catch (error) {
    await writer.destroy().catch(() => undefined);
    throw asDatabaseProblem(error, patience);
  }
}

/**
 * Opens a database to read from it.
 *
 * @throws Problem that names the setting and the database when it cannot be opened
 */
export async function connect(setting: string, databaseUrl: string, logger?: Logger): Promise<DataSource> {
  try {
    return await createDataSource(databaseUrl, 'reader', logger).initialize();
  } catch (error) {
    throw asOpeningProblem(error, { setting, databaseUrl });
  }
}

function storeOf(
  writer: DataSource,
  reader: DataSource,
  patience: Patience,
  onReplaced: (sentence: string) => void,
): Store {
  const transactions = new Transactions(writer, patience);
  const engine = engineOf(writer.manager);
  const openOther = (isOldLog: () => boolean): Promise<void> =>
    transactions.between(async () => {
      await reading.close();
      reading = readSqlite(reader, presence);
      await reopen(writer, reader, isOldLog);
      onReplaced(`${patience.setting}: another file stood in the place of the database, and is served from now on`);
    });
  const presence = engine === 'sqlite' ? new OpenFile(String(reader.options.database), openOther) : SAYS_SO_ITSELF;
  let reading = engine === 'sqlite' ? readSqlite(reader, presence) : readPostgres(reader);
  return {
    engine,
    presence,
    reader: reader.manager,
    read: (work) => ({ dataSource: reader, queryRunner: undefined, work, reading, folded: new Folded() }),
    get queued() {
      return reading.queued;
    },
    get preparedBytes() {
      return engine === 'sqlite' ? preparedBytes(sqliteConnection(reader)) : 0;
    },
    writer,
    write: (work) => transactions.run(work),
    close: async () => {
      await transactions.ended();
      await reading.close();
      if (!presence.isThere()) await closeBoth(writer, reader);
      await reader.destroy();
      await writer.destroy();
    },
  };
}
