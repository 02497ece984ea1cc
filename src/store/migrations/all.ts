import { LogChanges1763949600000 as LogChangesOnPostgres } from './postgres/1763949600000-log-changes';
import { FindWordsByLength1763953200000 } from './postgres/1763953200000-find-words-by-length';
import { FindWordsInTitles1763956800000 } from './postgres/1763956800000-find-words-in-titles';
import { GatherTerms1764115200000 as GatherTermsOnPostgres } from './postgres/1764115200000-gather-terms';
import { OrderTopicPapers1764201600000 as OrderTopicPapersOnPostgres } from './postgres/1764201600000-order-topic-papers';
import { KeyTitles1764374400000 as KeyTitlesOnPostgres } from './postgres/1764374400000-key-titles';
import { FindArxivIds1764374500000 as FindArxivIdsOnPostgres } from './postgres/1764374500000-find-arxiv-ids';
import { StoreOwnDetails1764460800000 as StoreOwnDetailsOnPostgres } from './postgres/1764460800000-store-own-details';
import { FindDois1764460900000 as FindDoisOnPostgres } from './postgres/1764460900000-find-dois';
import { OrderRepositories1764547200000 as OrderRepositoriesOnPostgres } from './postgres/1764547200000-order-repositories';
import { KeyOwnTitles1764633600000 as KeyOwnTitlesOnPostgres } from './postgres/1764633600000-key-own-titles';
import { CreateCorpus1763942400000 } from './postgres/first/1763942400000-create-corpus';
import { CreateSearch1763946000000 } from './postgres/first/1763946000000-create-search';
import { KeepMentions1764979200000 as KeepMentionsOnPostgres } from './postgres/ranking/1764979200000-keep-mentions';
import { StoreVectors1765065600000 as StoreVectorsOnPostgres } from './postgres/ranking/1765065600000-store-vectors';
import { ReadPostings1765152000000 as ReadPostingsOnPostgres } from './postgres/ranking/1765152000000-read-postings';
import { KeepRecords1764720000000 as KeepRecordsOnPostgres } from './postgres/records/1764720000000-keep-records';
import { LabelPapers1764806400000 as LabelPapersOnPostgres } from './postgres/records/1764806400000-label-papers';
import { GatherBenchmarks1764892800000 as GatherBenchmarksOnPostgres } from './postgres/records/1764892800000-gather-benchmarks';
import { KeepWantedSlugs1765281600000 as KeepWantedSlugsOnPostgres } from './postgres/records/1765281600000-keep-wanted-slugs';
import { LogChanges1763949600000 as LogChangesOnSqlite } from './sqlite/1763949600000-log-changes';
import { CountTerms1763953200000 } from './sqlite/1763953200000-count-terms';
import { StoreEvidenceInRows1763956800000 } from './sqlite/1763956800000-store-evidence-in-rows';
import { GatherTerms1764115200000 as GatherTermsOnSqlite } from './sqlite/1764115200000-gather-terms';
import { OrderTopicPapers1764201600000 as OrderTopicPapersOnSqlite } from './sqlite/1764201600000-order-topic-papers';
import { KeyTitles1764374400000 as KeyTitlesOnSqlite } from './sqlite/1764374400000-key-titles';
import { FindArxivIds1764374500000 as FindArxivIdsOnSqlite } from './sqlite/1764374500000-find-arxiv-ids';
import { StoreOwnDetails1764460800000 as StoreOwnDetailsOnSqlite } from './sqlite/1764460800000-store-own-details';
import { FindDois1764460900000 as FindDoisOnSqlite } from './sqlite/1764460900000-find-dois';
import { OrderRepositories1764547200000 as OrderRepositoriesOnSqlite } from './sqlite/1764547200000-order-repositories';
import { KeyOwnTitles1764633600000 as KeyOwnTitlesOnSqlite } from './sqlite/1764633600000-key-own-titles';
import { CreateCorpus1741651200000 } from './sqlite/first/1741651200000-create-corpus';
import { RelatePapersAndTopics1741737600000 } from './sqlite/first/1741737600000-relate-papers-and-topics';
import { CreateSearch1741824000000 } from './sqlite/first/1741824000000-create-search';
import { KeepMentions1764979200000 as KeepMentionsOnSqlite } from './sqlite/ranking/1764979200000-keep-mentions';
import { StoreVectors1765065600000 as StoreVectorsOnSqlite } from './sqlite/ranking/1765065600000-store-vectors';
import { ReadPostings1765152000000 as ReadPostingsOnSqlite } from './sqlite/ranking/1765152000000-read-postings';
import { KeepRecords1764720000000 as KeepRecordsOnSqlite } from './sqlite/records/1764720000000-keep-records';
import { LabelPapers1764806400000 as LabelPapersOnSqlite } from './sqlite/records/1764806400000-label-papers';
import { GatherBenchmarks1764892800000 as GatherBenchmarksOnSqlite } from './sqlite/records/1764892800000-gather-benchmarks';
import { KeepWantedSlugs1765281600000 as KeepWantedSlugsOnSqlite } from './sqlite/records/1765281600000-keep-wanted-slugs';

/** Every migration of each engine, oldest first. */
export const migrationsOf = {
  sqlite: [
    CreateCorpus1741651200000,
    RelatePapersAndTopics1741737600000,
    CreateSearch1741824000000,
    LogChangesOnSqlite,
    CountTerms1763953200000,
    StoreEvidenceInRows1763956800000,
    GatherTermsOnSqlite,
    OrderTopicPapersOnSqlite,
    KeyTitlesOnSqlite,
    FindArxivIdsOnSqlite,
    StoreOwnDetailsOnSqlite,
    FindDoisOnSqlite,
    OrderRepositoriesOnSqlite,
    KeyOwnTitlesOnSqlite,
    KeepRecordsOnSqlite,
    LabelPapersOnSqlite,
    GatherBenchmarksOnSqlite,
    KeepMentionsOnSqlite,
    StoreVectorsOnSqlite,
    ReadPostingsOnSqlite,
    KeepWantedSlugsOnSqlite,
  ],
  postgres: [
    CreateCorpus1763942400000,
    CreateSearch1763946000000,
    LogChangesOnPostgres,
    FindWordsByLength1763953200000,
    FindWordsInTitles1763956800000,
    GatherTermsOnPostgres,
    OrderTopicPapersOnPostgres,
    KeyTitlesOnPostgres,
    FindArxivIdsOnPostgres,
    StoreOwnDetailsOnPostgres,
    FindDoisOnPostgres,
    OrderRepositoriesOnPostgres,
    KeyOwnTitlesOnPostgres,
    KeepRecordsOnPostgres,
    LabelPapersOnPostgres,
    GatherBenchmarksOnPostgres,
    KeepMentionsOnPostgres,
    StoreVectorsOnPostgres,
    ReadPostingsOnPostgres,
    KeepWantedSlugsOnPostgres,
  ],
};
