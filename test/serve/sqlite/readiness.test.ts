import { copyFileSync, renameSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';

const BetterSqlite3 = sqliteDriver();

let api: TestApi;
let file: string;

beforeEach(async () => {
  api = await startSeededApi();
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

  it('ends when another file is in its place, until that one is open', async () => {
    copyFileSync(file, `${file}.copy`);
    renameSync(file, `${file}.away`);
    renameSync(`${file}.copy`, file);
    expect(await readiness()).toBe(503);
    renameSync(`${file}.away`, file);
    expect(await readiness()).toBe(200);
  });

  it('stays while the disk is full: only imports fail, until there is room', async () => {
    const importIt = () => api.importText('2025-03-12.txt', digestText('Mar 12', [['Widgets', abstractWith('One.')]]));
    const [{ page_count: pages }] = await api.writer.query('pragma page_count');
    await api.writer.query(`pragma max_page_count = ${pages}`);
    await expect(importIt()).rejects.toThrow(
      `DATABASE_URL: expected room for ${file}, got a full disk; make room, and try again`,
    );
    expect(await readiness()).toBe(200);
    expect(await api.query('{ papers { totalCount } }')).toEqual({ papers: { totalCount: 51 } });
    expect((await importIt()).digests).toMatchObject([{ status: 'added' }]);
    expect(await api.query('{ papers { totalCount } }')).toEqual({ papers: { totalCount: 52 } });
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
