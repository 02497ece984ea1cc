import { readCorpus } from '../lists/corpus';
import type { Store } from '../store/store';
import { textMemory } from './admit/check-text';
import { costMemory } from './cost/check-cost';
import type { Readiness } from './health';
import type { AnswerCache } from './kept-answers/answer-cache';
import type { Unread } from './live/unread';
import type { Executor } from './operations/execute-operation';
import type { RememberedDocuments } from './operations/remembered-documents';
import type { Metrics } from './telemetry/metrics';

/** Those of whom numbers are read. */
export interface Read {
  store: Store;
  executor: Executor;
  cache: AnswerCache;
  documents: RememberedDocuments;
  unread: Unread;
  readiness: Readiness;
  /** Connections of each kind that are open. */
  connections(): Promise<Record<string, number>>;
}

/** Has the numbers of the moment read whenever somebody asks for them. */
export function addReadings(
  metrics: Metrics,
  { store, executor, cache, documents, unread, readiness, connections }: Read,
): void {
  metrics.add({
    name: 'offprint_accepting',
    help: 'Processes that take requests; one that is stopping does not.',
    read: () => Number(readiness.accepting),
  });
  metrics.add({
    name: 'offprint_connections',
    help: 'What is open: connections (http, those of sockets and streams among them), sockets (websocket), event streams, and subscriptions over either.',
    label: 'kind',
    read: connections,
  });
  metrics.add({
    name: 'offprint_unread_bytes',
    help: 'What was written for sockets and event streams and not read by their clients; at most MAX_UNREAD_BYTES.',
    read: () => unread.bytes,
  });
  metrics.add({
    name: 'offprint_cache_bytes',
    help: 'Memory of what is remembered, by what it is: whole answers (at most ANSWER_CACHE_BYTES), parsed operations (32 MB), estimated costs (4 MB), texts that were looked at (4 MB), prepared statements of the connection that reads (8 MB; PostgreSQL keeps them itself).',
    label: 'cache',
    read: () => ({
      answers: cache.size.bytes,
      documents: documents.size.bytes,
      costs: costMemory().size,
      texts: textMemory().size,
      statements: store.preparedBytes,
    }),
  });
  metrics.add({
    name: 'offprint_cache_entries',
    help: 'How many are remembered.',
    label: 'cache',
    read: () => ({
      answers: cache.size.entries,
      documents: documents.size.entries,
      costs: costMemory().entries,
      texts: textMemory().entries,
    }),
  });
  metrics.add({
    name: 'offprint_operations_under_way',
    help: 'Operations under way; at most MAX_OPERATIONS, further ones are refused (SERVER_BUSY).',
    read: () => executor.underWay,
  });
  metrics.add({
    name: 'offprint_database_queue',
    help: 'Long statements that wait for their turn.',
    read: () => store.queued,
  });
  metrics.add({
    name: 'offprint_corpus',
    help: 'What the database holds, as the front page of the API has it (corpus): papers, topics, repositories, digests. Grows with imports.',
    ofWorkers: 'max',
    label: 'of',
    read: async () => {
      const { paperCount, topicCount, repositoryCount, digestCount } = await readCorpus(store.reader);
      return { papers: paperCount, topics: topicCount, repositories: repositoryCount, digests: digestCount };
    },
  });
  metrics.add({
    name: 'offprint_corpus_version',
    help: 'Changes with every import, by whichever process.',
    ofWorkers: 'max',
    read: async () => (await readCorpus(store.reader)).version,
  });
  metrics.add({
    name: 'offprint_corpus_updated_timestamp_seconds',
    help: 'When the last import was committed, in seconds since 1970; 0 while empty.',
    ofWorkers: 'max',
    read: async () => new Date((await readCorpus(store.reader)).updatedAt ?? 0).getTime() / 1000,
  });
}
