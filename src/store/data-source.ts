import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import { Corpus } from './entities/corpus';
import { Digest } from './entities/digest';
import { DigestPaper } from './entities/digest-paper';
import { Paper } from './entities/paper';
import { PaperLink } from './entities/paper-link';
import { PaperRepository } from './entities/paper-repository';
import { PaperTerm } from './entities/paper-term';
import { PaperTopic } from './entities/paper-topic';
import { Repository } from './entities/repository';
import { Term } from './entities/term';
import { Topic } from './entities/topic';
import { TopicAncestor } from './entities/topic-ancestor';
import { TopicPair } from './entities/topic-pair';
import { TopicPaper } from './entities/topic-paper';
import { migrations } from './migrations/all';

const entities = [
  Corpus,
  Digest,
  DigestPaper,
  Paper,
  PaperLink,
  PaperRepository,
  PaperTerm,
  PaperTopic,
  Repository,
  Term,
  Topic,
  TopicAncestor,
  TopicPair,
  TopicPaper,
];

/** How long a statement waits for another process's write lock, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * The TypeORM data source for a database URL, not yet connected.
 *
 * @param databaseUrl `sqlite:FILE`, or `sqlite::memory:`; the folders above FILE are made
 * @param logger hears of every statement; tests count them
 * @throws Error that names the URL when its scheme is not supported
 */
export function createDataSource(databaseUrl: string, logger?: Logger): DataSource {
  const shared = { entities, migrations, migrationsTransactionMode: 'each', ...(logger && { logger, logging: true }) };
  return new DataSource({ ...sqliteOptions(databaseUrl), ...shared } as DataSourceOptions);
}

function sqliteOptions(databaseUrl: string) {
  const database = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  if (database === undefined) {
    throw new Error(`DATABASE_URL: expected sqlite:FILE, got ${JSON.stringify(databaseUrl)}`);
  }
  if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true });
  return {
    type: 'better-sqlite3',
    database,
    enableWAL: true,
    timeout: BUSY_TIMEOUT,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      connection.pragma('synchronous = NORMAL');
    },
  } as const;
}

/**
 * Connects and brings the schema up to date.
 *
 * @throws Error that names the file when it cannot be opened or is no database
 */
export async function openDataSource(dataSource: DataSource): Promise<DataSource> {
  await dataSource.initialize().catch((error: Error) => {
    const { database } = dataSource.options;
    throw new Error(`DATABASE_URL: expected an SQLite database at ${String(database)}, got: ${error.message}`);
  });
  await dataSource.runMigrations();
  return dataSource;
}
