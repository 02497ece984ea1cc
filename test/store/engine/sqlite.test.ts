import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/store';

const newFolder = () => mkdtempSync(join(tmpdir(), 'offprint-'));

describe('an SQLite store', () => {
  it('makes the folders above the database', async () => {
    const file = join(newFolder(), 'some', 'where', 'o.sqlite');
    const store = await openStore({ databaseUrl: `sqlite:${file}` });
    expect(existsSync(file)).toBe(true);
    expect(await store.writer.query('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await store.writer.query('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await store.close();
  });

  it('reads on a connection that cannot write', async () => {
    const store = await openStore({ databaseUrl: `sqlite:${join(newFolder(), 'o.sqlite')}` });
    await expect(store.reader.query('update corpus set version = 7')).rejects.toThrow('readonly database');
    await store.close();
  });

  it('names a file that is no database', async () => {
    const file = join(newFolder(), 'notes.txt');
    writeFileSync(file, 'These are some notes, and no database at all. '.repeat(50));
    await expect(openStore({ databaseUrl: `sqlite:${file}` })).rejects.toThrow(
      `DATABASE_URL: expected an SQLite database at ${file}, got: file is not a database`,
    );
  });

  it.each(['mysql://x', 'sqlite:', 'sqlite::memory:'])('refuses %s', async (databaseUrl) => {
    await expect(openStore({ databaseUrl })).rejects.toThrow(
      `DATABASE_URL: expected sqlite:FILE or postgres://…, got "${databaseUrl}"`,
    );
  });
});
