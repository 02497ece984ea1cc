import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { backUp } from '../../../src/copy/backup';
import { createFactReader } from '../../../src/import/facts/facts';
import { importFile } from '../../../src/import/import-file';
import { readShippedVocabulary } from '../../../src/seeds';
import { runCommand, startCommand } from '../../support/cli';
import { contents } from '../../support/contents';
import { writePages } from '../../support/pages';
import { openSeededStore, openStore, openUpToDate, type TestStore } from '../../support/store';

const folder = mkdtempSync(join(tmpdir(), 'offprint-backup-'));
const newFile = () => join(mkdtempSync(join(folder, 'of-')), 'backup.sqlite');

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const contentsOf = async (file: string) => {
  const backup = await openUpToDate(`sqlite:${file}`);
  const found = await contents(backup);
  await backup.close();
  return found;
};

describe('a backup', () => {
  it('is one file with all that was stored', async () => {
    await store.close();
    store = await openSeededStore();
    const file = newFile();
    const { code, output } = await runCommand(['backup', file], { DATABASE_URL: store.databaseUrl });
    expect(output).toMatch(/^Wrote .+backup\.sqlite: \d+ bytes, 1 digests, 51 papers, checked\.$/m);
    expect(code).toBe(0);
    expect(readdirSync(join(file, '..'))).toEqual([basename(file)]);
    expect(await contentsOf(file)).toEqual(await contents(store));
  });

  it('of a database that another process imports into is what that was at one moment', async () => {
    const pages = writePages(5, 16);
    const importing = startCommand(['seed', ...pages], { DATABASE_URL: store.databaseUrl });
    let running = true;
    void importing.ended.then(() => {
      running = false;
    });
    const backups: string[] = [];
    while (running) {
      const file = newFile();
      await backUp(store.databaseUrl, file, false);
      backups.push(file);
    }
    expect(await importing.ended).toMatchObject({ code: 0 });
    const replay = await openStore();
    const states = [await contents(replay)];
    const reader = createFactReader(readShippedVocabulary());
    for (const page of pages) {
      await importFile(replay, reader, page);
      states.push(await contents(replay));
    }
    await replay.close();
    const found = [];
    for (const file of backups) found.push(states.findIndex(isSameAs(await contentsOf(file))));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort());
  }, 60_000);

  it('takes the place of a file only when that is asked for', async () => {
    const file = newFile();
    writeFileSync(file, 'something else');
    await expect(backUp(store.databaseUrl, file, false)).rejects.toThrow(
      `FILE: expected a new file, got ${file}, which is there; --force replaces it`,
    );
    expect(readFileSync(file, 'utf8')).toBe('something else');
    await backUp(store.databaseUrl, file, true);
    expect(await contentsOf(file)).toEqual(await contents(store));
  });

  it('is refused where it would overwrite the database, and where there is no folder or no database', async () => {
    const database = store.databaseUrl.slice('sqlite:'.length);
    await expect(backUp(store.databaseUrl, database, true)).rejects.toThrow('expected another file than the database');
    await expect(backUp(store.databaseUrl, join(folder, 'no', 'x'), true)).rejects.toThrow('expected a folder');
    await expect(backUp('sqlite:/not/there', newFile(), false)).rejects.toThrow('got no file');
  });

  it('of a damaged database is not kept', async () => {
    await store.close();
    store = await openSeededStore();
    await store.writer.query('pragma wal_checkpoint(truncate)');
    const damaged = newFile();
    const [{ rootpage }] = await store.writer.query(`select rootpage from sqlite_master where name = 'paper'`);
    const [{ page_size: size }] = await store.writer.query('pragma page_size');
    const bytes = readFileSync(store.databaseUrl.slice('sqlite:'.length));
    bytes.fill(0x5a, (rootpage - 1) * size, rootpage * size);
    writeFileSync(damaged, bytes);
    const file = newFile();
    await expect(backUp(`sqlite:${damaged}`, file, false)).rejects.toMatchObject({
      message: expect.stringMatching(/malformed|did not pass its check/),
    });
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('of PostgreSQL is left to pg_dump, with the command and without the password', async () => {
    const { code, output } = await runCommand(['backup', 'my file'], {
      DATABASE_URL: 'postgres://me:secret@db.example:5433/offprint?sslmode=verify-full',
    });
    expect(output).toContain(
      `pg_dump --format=custom --file='my file' 'postgres://me@db.example:5433/offprint?sslmode=verify-full'`,
    );
    expect(output).not.toContain('secret');
    expect(code).toBe(1);
  });
});

function isSameAs(found: unknown): (other: unknown) => boolean {
  const text = JSON.stringify(found);
  return (other) => JSON.stringify(other) === text;
}
