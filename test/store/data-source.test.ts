import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, openDataSource } from '../../src/store/data-source';

describe('the data source', () => {
  it('makes the folders above the database', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'offprint-')), 'some', 'where', 'o.sqlite');
    const dataSource = await openDataSource(createDataSource(`sqlite:${file}`));
    expect(existsSync(file)).toBe(true);
    expect(await dataSource.query('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await dataSource.query('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await dataSource.destroy();
  });

  it('names a file that is no database', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'offprint-')), 'notes.txt');
    writeFileSync(file, 'These are some notes, and no database at all. '.repeat(50));
    await expect(openDataSource(createDataSource(`sqlite:${file}`))).rejects.toThrow(
      `DATABASE_URL: expected an SQLite database at ${file}, got: file is not a database`,
    );
  });

  it('refuses a URL that it cannot serve', () => {
    expect(() => createDataSource('mysql://x')).toThrow('DATABASE_URL: expected sqlite:FILE, got "mysql://x"');
  });
});
