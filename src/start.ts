import 'reflect-metadata';
import cluster, { type Worker } from 'node:cluster';
import pino, { type Logger } from 'pino';
import { type Config, readConfig } from './config';
import { messageOf, Problem, syscallOf } from './problem';
import { readShippedVocabulary, SHIPPED_DIGEST } from './seeds';
import { expectFreePort } from './serve/listening';
import { startServer } from './serve/server';
import { tellReady, Workers } from './serve/workers';
import { bringUpToDate } from './store/bring-up-to-date';
import { asDatabaseProblem } from './store/database-problem';
import { createFactReader } from './store/import/facts';
import { importFile } from './store/import/import-file';
import { readCorpus } from './store/read/corpus';
import { openStore, type Store } from './store/store';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { worker } = cluster;
  const processLogger = await createLogger(config);
  const logger = worker ? processLogger.child({ worker: worker.id }) : processLogger;
  try {
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
  const server = await startServer(config, store, logger);
  onceAsked(logger, async () => {
    setTimeout(() => {
      logger.error(`Not stopped after ${config.shutdownGraceMs} ms: leaving`);
      process.exit(1);
    }, config.drainMs + config.shutdownGraceMs).unref();
    await server.stop();
    await store.close();
    worker?.disconnect();
  });
  tellReady(server.url);
  logger.info(worker ? 'The worker is ready' : `Offprint is ready at ${server.url}`);
}

function open(config: Config, logger: Logger): Promise<Store> {
  return openStore({ ...config, onWait: (sentence) => logger.warn(sentence) });
}

/** Makes the database ready once, then has workers serve it. */
async function serveByWorkers(config: Config, logger: Logger): Promise<void> {
  await expectFreePort(config);
  const store = await open(config, logger);
  await fillWhenEmpty(store, config, logger);
  await store.close();
  const workers = new Workers(config, logger);
  onceAsked(logger, async () => {
    if (!(await workers.stop())) process.exitCode = 1;
  });
  const url = await workers.start();
  logger.info(`Offprint is ready at ${url} with ${config.workers} workers`);
}

/** Writes lines for a person to a terminal, and JSON to anything else. */
async function createLogger({ logLevel }: Config): Promise<Logger> {
  const options = { level: logLevel };
  if (!process.stdout.isTTY) return pino(options);
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ ignore: 'pid,hostname', sync: true }));
}

/** Brings the topics up to date, and gives an empty database the shipped digest. */
async function fillWhenEmpty(store: Store, { seedOnStart }: Config, logger: Logger): Promise<void> {
  const reader = createFactReader(readShippedVocabulary());
  await bringUpToDate(store, reader);
  const { digestCount } = await readCorpus(store.reader);
  if (!seedOnStart || digestCount > 0) return;
  const { digests } = await importFile(store, reader, SHIPPED_DIGEST);
  for (const { slug, papers } of digests) logger.info(`Seeded digest ${slug} with ${papers.added} papers`);
}

/**
 * Stops when that is asked for by a signal, by the same one again at once; and when an error reaches nobody who could handle
 * it: what is under way is answered as far as it can be, and the process ends with code 1, so that whoever watches over it
 * starts another one in a state that is known.
 */
function onceAsked(logger: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  const stopOnce = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await stop();
    logger.info('Stopped');
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!isStopping) logger.info(`${signal}: stopping`);
    stopOnce().catch((error: unknown) => leave(logger, error));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // A worker hears it twice when all processes of a group are told: by the one above it, too.
    if (cluster.isWorker) process.on(signal, onSignal);
    else process.once(signal, onSignal);
  }
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'An error that nobody handles: stopping');
    process.exitCode = 1;
    stopOnce().then(
      () => process.exit(1),
      (reason: unknown) => leave(logger, reason),
    );
  });
}

function leave(logger: Logger, error: unknown): void {
  logger.fatal({ err: error }, 'The stop failed: leaving');
  process.exit(1);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
