import { copyFileSync, renameSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { startApi, type TestApi } from '../../support/api';

let api: TestApi;
let file: string;

beforeEach(async () => {
  api = await startApi();
  await api.seed();
  file = api.databaseUrl.slice('sqlite:'.length);
});
afterEach(() => api.close());

/** What `/readyz` says, once what it saw before no longer holds. */
async function readiness(): Promise<number> {
  await sleep(1_100);
  const { status } = await fetch(api.server.url.replace('/graphql', '/readyz'));
  await fetch(api.server.url.replace('/graphql', '/healthz')).then((response) => expect(response.status).toBe(200));
  return status;
}

describe('readiness', () => {
  it('ends when the database file is deleted, and comes back with it', async () => {
    expect(await readiness()).toBe(200);
    renameSync(file, `${file}.away`);
    expect(await readiness()).toBe(503);
    renameSync(`${file}.away`, file);
    expect(await readiness()).toBe(200);
  });

  it('ends when another file is in its place', async () => {
    copyFileSync(file, `${file}.copy`);
    renameSync(file, `${file}.away`);
    renameSync(`${file}.copy`, file);
    expect(await readiness()).toBe(503);
    renameSync(`${file}.away`, file);
    expect(await readiness()).toBe(200);
  });

  it('ends when the file is malformed', async () => {
    const db = new BetterSqlite3(file);
    db.pragma('wal_checkpoint(truncate)');
    db.close();
    copyFileSync(file, `${file}.good`);
    truncateSync(file, 50);
    expect(await readiness()).toBe(503);
    // For what is left of the test.
    copyFileSync(`${file}.good`, file);
  });
});
