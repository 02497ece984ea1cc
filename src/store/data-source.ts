import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import { engineOf } from './engine/engine';
import { postgresOptions } from './engine/postgres';
import type { Role } from './engine/role';
import { sqliteOptions } from './engine/sqlite';
import { Change } from './entities/change';
import { Corpus } from './entities/corpus';
import { Digest } from './entities/digest/digest';
import { DigestPaper } from './entities/digest/digest-paper';
import { Paper } from './entities/paper/paper';
import { PaperLabel } from './entities/paper/paper-label';
import { PaperLink } from './entities/paper/paper-link';
import { PaperMention } from './entities/paper/paper-mention';
import { PaperRepository } from './entities/paper/paper-repository';
import { PaperTerms } from './entities/paper/paper-terms';
import { PaperTopic } from './entities/paper/paper-topic';
import { PaperVector } from './entities/paper/paper-vector';
import { Repository } from './entities/repository';
import { PaperRecord } from './entities/source/paper-record';
import { RecordKey } from './entities/source/record-key';
import { Source } from './entities/source/source';
import { WantedSlug } from './entities/source/wanted-slug';
import { Benchmark } from './entities/topic/benchmark';
import { BenchmarkPaper } from './entities/topic/benchmark-paper';
import { Term } from './entities/topic/term';
import { Topic } from './entities/topic/topic';
import { TopicAncestor } from './entities/topic/topic-ancestor';
import { TopicPair } from './entities/topic/topic-pair';
import { TopicPaper } from './entities/topic/topic-paper';
import { migrationsOf } from './migrations/all';

const entities = [
  Benchmark,
  BenchmarkPaper,
  Source,
  PaperRecord,
  RecordKey,
  WantedSlug,
  Change,
  Corpus,
  Digest,
  DigestPaper,
  Paper,
  PaperLabel,
  PaperLink,
  PaperMention,
  PaperRepository,
  PaperTerms,
  PaperTopic,
  PaperVector,
  Repository,
  Term,
  Topic,
  TopicAncestor,
  TopicPair,
  TopicPaper,
];

/**
 * The TypeORM data source for a database URL, not yet connected.
 *
 * @param databaseUrl `sqlite:FILE` or `postgres://…`
 * @param logger hears of every statement; tests count them
 * @throws Error that says what was expected when the scheme is not supported
 */
export function createDataSource(databaseUrl: string, role: Role = 'writer', logger?: Logger): DataSource {
  const engine = databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgres';
  const options = engine === 'sqlite' ? sqliteOptions(databaseUrl, role) : postgresOptions(databaseUrl, role);
  return new CodePointDataSource({
    ...options,
    entities,
    migrations: migrationsOf[engine],
    migrationsTransactionMode: 'each',
    ...(logger && { logger, logging: true }),
  } as DataSourceOptions);
}

/** Texts sort by code point on both engines; PostgreSQL has to be told so column by column. */
class CodePointDataSource extends DataSource {
  protected override async buildMetadatas(): Promise<void> {
    await super.buildMetadatas();
    if (engineOf(this.manager) !== 'postgres') return;
    for (const { columns } of this.entityMetadatas) {
      for (const column of columns) {
        if (['varchar', 'text', 'simple-json'].includes(String(column.type))) column.collation = 'C';
      }
    }
  }
}
