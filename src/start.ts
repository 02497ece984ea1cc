import 'reflect-metadata';
import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import { type Config, readConfig } from './config';
import { endInOrder } from './ending';
import { bringUpToDate } from './import/bring-up-to-date';
import { createFactReader } from './import/facts/facts';
import { importFile } from './import/import-file';
import { readCorpus } from './lists/corpus';
import { createLogger } from './logger';
import { messageOf, Problem, syscallOf } from './problem';
import { readShippedVocabulary, SHIPPED_DIGEST, weightsOf } from './seeds';
import { expectFreePort } from './serve/http/listening';
import { trustOf } from './serve/quota/client-address';
import { startServer } from './serve/server';
import { listenForMetrics } from './serve/telemetry/metrics-endpoint';
import { MetricsFromAbove } from './serve/telemetry/metrics-of-workers';
import { tellReady, Workers } from './serve/workers';
import { asDatabaseProblem } from './store/database-problem';
import { openStore, type Store } from './store/store';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { worker } = cluster;
  const processLogger = await createLogger(config);
  const logger = worker ? processLogger.child({ worker: worker.id }) : processLogger;
  try {
    // What is wrong with it is said before anything is made.
    trustOf(config.trustProxy);
    if (worker) await serve(config, logger, worker);
    else if (config.workers > 1) await serveByWorkers(config, logger);
    else await serve(config, logger, null);
  } catch (error) {
    const { databaseUrl } = config;
    tellWhyNot(logger, asDatabaseProblem(error, { databaseUrl, setting: 'DATABASE_URL' }));
    process.exit(1);
  }
}

/** In one sentence what a person can put right; anything else with all that is known of it. */
function tellWhyNot(logger: Logger, error: unknown): void {
  const isForeseen = error instanceof Problem || syscallOf(error) !== '';
  if (isForeseen) logger.fatal(`Offprint could not start: ${messageOf(error)}`);
  else logger.fatal({ err: error }, 'Offprint could not start');
}

/** Serves in this process: alone, or as one of the workers, for which the database was made ready. */
async function serve(config: Config, logger: Logger, worker: Worker | null): Promise<void> {
  // What is not to be had is said before anything is made for it.
  if (!worker) await expectFreePort(config);
  const store = await open(config, logger);
  if (!worker) await fillWhenEmpty(store, config, logger);
  const above = worker && new MetricsFromAbove();
  const server = await startServer(config, store, logger, above && (() => above.read()));
  const run = async (): Promise<void> => {
    await server.stop();
    await store.close();
    worker?.disconnect();
  };
  endInOrder(logger, { run, mostMs: config.drainMs + config.shutdownGraceMs });
  tellReady(server.url);
  logger.info(worker ? 'The worker is ready' : `Offprint is ready at ${server.url}`);
}

function open(config: Config, logger: Logger): Promise<Store> {
  const tell = (sentence: string): void => logger.warn(sentence);
  return openStore({ ...config, onWait: tell, onReplaced: tell });
}

/** Makes the database ready once, then has workers serve it. */
async function serveByWorkers(config: Config, logger: Logger): Promise<void> {
  await expectFreePort(config);
  const store = await open(config, logger);
  await fillWhenEmpty(store, config, logger);
  await store.close();
  const workers = new Workers(config, logger);
  const stopMetrics = await listenForMetrics(config, () => workers.metrics.read(), logger);
  const run = async (): Promise<void> => {
    if (!(await workers.stop())) process.exitCode = 1;
    stopMetrics();
  };
  endInOrder(logger, { run, mostMs: workers.mostMsToStop });
  const url = await workers.start();
  logger.info(`Offprint is ready at ${url} with ${config.workers} workers`);
}

/** Brings the topics up to date, and gives an empty database the shipped digest. */
async function fillWhenEmpty(store: Store, { seedOnStart, vectors }: Config, logger: Logger): Promise<void> {
  const reader = createFactReader(readShippedVocabulary(), weightsOf(vectors));
  await bringUpToDate(store, reader);
  const { digestCount } = await readCorpus(store.reader);
  if (!seedOnStart || digestCount > 0) return;
  const { digests } = await importFile(store, reader, SHIPPED_DIGEST);
  for (const { slug, papers } of digests) logger.info(`Seeded digest ${slug} with ${papers.added} papers`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
