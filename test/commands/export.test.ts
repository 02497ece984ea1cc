import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/cli';
import { contents } from '../support/contents';
import { openSeededStore, openStore, type TestStore } from '../support/store';

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await openSeededStore();
  folder = mkdtempSync(join(tmpdir(), 'offprint-export-'));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => runCommand(['export', ...args], { DATABASE_URL: store.databaseUrl });

describe('npm run export', () => {
  it('prints papers, and says beside them what they are', async () => {
    const { code, output } = await run('--format', 'bib', '--topic', 'neural-collapse', '--topic', 'optimization');
    expect(code).toBe(0);
    expect(output).toMatch(/^% Offprint, corpus version \d+ of .*: papers under neural-collapse or optimization$/m);
    expect(output).toMatch(/^@misc\{/m);
    expect(output).toMatch(/^Offprint, corpus version \d+/m);
  });

  it('writes a file whole, over one that was there', async () => {
    const file = join(folder, 'papers.csv');
    writeFileSync(file, 'before');
    expect((await run('--format', 'csv', '--since', '2025-03-11', '--out', file)).code).toBe(0);
    expect(readFileSync(file, 'utf8').split('\r\n')[0]).toMatch(/^key,title,authors,/);
    expect(readdirSync(folder)).toEqual(['papers.csv']);
  });

  it.each([
    [[], '--format: expected bib, json, ris, md, csv or jsonl, got nothing'],
    [['--format', 'word'], '--format: expected bib, json, ris, md, csv or jsonl, got "word"'],
    [['--format', 'bib', '--since', '2025-02-30'], '--since: expected a day as YYYY-MM-DD, got "2025-02-30"'],
    [
      ['--format', 'bib', '--topic', 'neural-colapse'],
      '--topic: expected the slug of a topic that is there (nearest: neural-collapse), got "neural-colapse"',
    ],
    [['--format', 'bib', '--out', '/nowhere/at/all.bib'], '--out: expected a folder /nowhere/at, got none'],
    [['--format', 'bib', '--out', tmpdir()], `--out: expected a file, got the folder ${tmpdir()}`],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, output } = await run(...args);
    expect(code).toBe(1);
    expect(output.trim()).toBe(message);
  });

  it('writes what `import` makes the same graph of', async () => {
    const file = join(folder, 'all.jsonl');
    expect((await run('--format', 'jsonl', '--out', file)).code).toBe(0);
    const other = await openStore();
    try {
      const into = (...args: string[]) => runCommand(['import', ...args], { DATABASE_URL: other.databaseUrl });
      const { code, output } = await into('--strict', file);
      expect(code).toBe(0);
      expect(output.trim()).toBe(
        `${file} (export of Offprint): digests: 1 added, 0 changed, 0 unchanged, 0 stored in a later state; sources: 0 added, 0 known, 0 stored in a later state; records: 0 added, 0 unchanged, 0 removed; papers: 51 added, 0 changed, 0 removed`,
      );
      expect(await contents(other)).toEqual(await contents(store));
      writeFileSync(file, readFileSync(file, 'utf8').replace('"rank":7', '"rank":0'));
      const damaged = await into(file);
      expect(damaged.code).toBe(1);
      expect(damaged.output).toContain(
        `error: ${file}:9: expected a whole number from 1 to 2,147,483,647 in entry.rank, got 0`,
      );
      const records = await runCommand(['records', file]);
      expect(records.output).toContain('got an export of Offprint, which `import` takes');
    } finally {
      await other.close();
    }
  });

  it('says that there is no database', async () => {
    const { code, output } = await runCommand(['export', '--format', 'bib'], {
      DATABASE_URL: `sqlite:${join(folder, 'none.sqlite')}`,
    });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL: expected an SQLite database at');
  });
});
