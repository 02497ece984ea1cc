import 'reflect-metadata';
import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import { type Config, readConfig } from './config';
import { readShippedVocabulary, SHIPPED_DIGEST } from './seeds';
import { type RunningServer, startServer } from './serve/server';
import { bringUpToDate } from './store/bring-up-to-date';
import { createFactReader } from './store/import/facts';
import { importFile } from './store/import/import-file';
import { readCorpus } from './store/read/corpus';
import { openStore, type Store } from './store/store';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config);
  try {
    const store = await openStore(config);
    await fillWhenEmpty(store, config, logger);
    const server = await startServer(config, store, logger);
    stopOnSignals(server, store, config, logger);
    logger.info(`Offprint is ready at ${server.url}`);
  } catch (error) {
    logger.fatal({ err: error }, 'Offprint could not start');
    process.exitCode = 1;
  }
}

function createLogger({ logLevel }: Config): Logger {
  const options = { level: logLevel };
  return process.stdout.isTTY ? pino(options, pretty({ ignore: 'pid,hostname', sync: true })) : pino(options);
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

function stopOnSignals(server: RunningServer, store: Store, config: Config, logger: Logger): void {
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    logger.info(`${signal}: stopping`);
    setTimeout(() => {
      logger.error(`Not stopped after ${config.shutdownGraceMs} ms: leaving`);
      process.exit(1);
    }, config.drainMs + config.shutdownGraceMs).unref();
    await server.stop();
    await store.close();
    logger.info('Stopped');
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
