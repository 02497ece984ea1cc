import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/cli';
import { openSeededStore, type TestStore } from '../support/store';

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
    [[], '--format: expected bib, json, ris, md or csv, got nothing'],
    [['--format', 'word'], '--format: expected bib, json, ris, md or csv, got "word"'],
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

  it('says that there is no database', async () => {
    const { code, output } = await runCommand(['export', '--format', 'bib'], {
      DATABASE_URL: `sqlite:${join(folder, 'none.sqlite')}`,
    });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL: expected an SQLite database at');
  });
});
