import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkSearchIndex } from '../../src/search/index/upkeep/check-search-index';
import type { Store } from '../../src/store/store';
import { runCommand, startCommand } from '../support/cli';
import { contents, wrongCounters } from '../support/contents';
import { abstractWith, digestText } from '../support/digest-text';
import { programOf } from '../support/programs';
import { ROOT } from '../support/root';
import { createDatabase, engine, openUpToDate } from '../support/store';

// Processes take their time to start on a busy machine.
jest.setTimeout(180_000);

let database: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
beforeEach(async () => {
  database = await createDatabase(engine);
  folder = mkdtempSync(join(tmpdir(), 'offprint-import-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const env = () => ({ DATABASE_URL: database.url });
const entry = (key: string, title: string): string => `@misc{${key},\n  title = {${title}},\n  year = {2026},\n}\n`;

/** Looks into the database as it is now. */
async function look<Seen>(see: (store: Store) => Promise<Seen>): Promise<Seen> {
  const store = await openUpToDate(database.url);
  try {
    return await see(store);
  } finally {
    await store.close();
  }
}

describe('import', () => {
  it('takes files of any kind and folders, and says what came of each', async () => {
    mkdirSync(join(folder, 'more'));
    const refs = write('refs.bib', entry('a', 'Widgets in the Wild'));
    write('more/2026-05-14.txt', digestText('May 14', [['Widgets in the Wild', abstractWith('')]]));
    const row = {
      paper_url: 'https://paperswithcode.com/paper/widgets-in-the-wild',
      paper_title: 'Widgets in the Wild',
    };
    const flags = { is_official: true, mentioned_in_paper: true, mentioned_in_github: false, framework: 'tf' };
    write('more/links.json', JSON.stringify([{ ...row, repo_url: 'https://github.com/a/b', ...flags }]));
    const { code, output } = await runCommand(['import', refs, join(folder, 'more')], env());
    expect(output).toMatch(
      /refs\.bib \(BIBTEX\): records: 1 added, 0 unchanged, 0 removed; papers: 1 added, 0 changed, 0 removed/,
    );
    expect(output).toMatch(/digest 2026-05-14: added \(papers: 0 added, 1 changed, 0 removed\)/);
    expect(output).toMatch(/links\.json \(PAPERS_WITH_CODE_LINKS\): records: 1 added/);
    expect(output).toMatch(/note: .+links\.json: what it says is under CC-BY-SA-4\.0/);
    expect(code).toBe(0);
    expect(await look(({ writer }) => writer.query('select slug from paper'))).toEqual([
      { slug: 'widgets-in-the-wild' },
    ]);
  });

  it('says of an export of ours under what terms its sources are, too', async () => {
    const row = { paper_url: 'https://paperswithcode.com/paper/w', paper_title: 'Widgets in the Wild' };
    const flags = { is_official: true, mentioned_in_paper: true, mentioned_in_github: false, framework: 'tf' };
    const rows = JSON.stringify([{ ...row, repo_url: 'https://github.com/a/b', ...flags }]);
    await runCommand(['import', write('links.json', rows), write('more.json', rows)], env());
    const exported = await runCommand(['export', '--format', 'jsonl'], env());
    const { output } = await runCommand(['import', write('all.jsonl', exported.output)], env());
    expect(output).toMatch(/all\.jsonl \(export of Offprint\): .+; sources: 0 added, 2 known/);
    expect(output.match(/note: .+all\.jsonl: what it says is under CC-BY-SA-4\.0/g)).toHaveLength(1);
  });

  it('keeps what can be read, and with --strict nothing', async () => {
    const refs = write('refs.bib', `${entry('a', 'Widgets in the Wild')}\n@misc{broken, year = {2026}}\n`);
    const page = write('page.html', '<!doctype html><p>No');
    const strict = await runCommand(['import', '--strict', refs, page], env());
    expect(strict.code).toBe(1);
    expect(strict.output).toMatch(/error: .+refs\.bib:\d+: expected /);
    expect(strict.output).toMatch(/error: .+page\.html:1: expected a digest, or /);
    expect(strict.output).toMatch(/nothing was stored/);
    expect((await look(contents)).records).toEqual([]);
    const lenient = await runCommand(['import', page, refs], env());
    expect(lenient.code).toBe(1);
    expect((await look(contents)).records).toHaveLength(1);
  });

  it('reads standard input, which it cannot read twice', async () => {
    const text = entry('a', 'Widgets in the Wild');
    const { code, output } = await runCommand(['import', '--strict', '-'], env());
    expect(code).toBe(1);
    expect(output).toContain('--strict: expected files, which are read twice, got standard input');
    const told = execFileSync(process.execPath, [programOf('cli'), 'import', '-'], {
      cwd: ROOT,
      input: text,
      env: { ...process.env, ...env() },
    });
    expect(String(told)).toMatch(/standard input \(BIBTEX\): records: 1 added/);
  });

  it('that is killed has lost nothing it committed, and a second one completes it', async () => {
    const many = Array.from({ length: 4_000 }, (_, n) => entry(`k${n}`, `On the Making of Widget Number ${n}`));
    const refs = write('refs.bib', many.join('\n'));
    const killed = startCommand(['import', refs], env());
    const counted = async () => Number((await store.writer.query('select count(*) as n from record'))[0].n);
    await sleep(500);
    const store = await openUpToDate(database.url);
    while ((await counted()) === 0) await sleep(20);
    // A server on the same cores goes first.
    expect(getPriority(killed.process.pid)).toBeGreaterThan(0);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const kept = await counted();
    expect(kept).toBeLessThan(many.length);
    expect(kept % 500).toBe(0);
    expect(await wrongCounters(store)).toEqual([]);
    await store.close();
    const { code, output } = await runCommand(['import', refs], env());
    expect(output).toContain(`records: ${many.length - kept} added, ${kept} unchanged, 0 removed`);
    expect(code).toBe(0);
    await look(async (whole) => {
      expect((await contents(whole)).sources).toEqual([{ file: 'refs.bib', format: 'BIBTEX', is_complete: 1 }]);
      expect(await wrongCounters(whole)).toEqual([]);
      expect(await checkSearchIndex(whole)).toBe(false);
    });
  });

  it('of an export of ours that is killed has lost nothing it committed, and a second one completes it', async () => {
    const many = Array.from({ length: 4_000 }, (_, n) => entry(`k${n}`, `On the Making of Widget Number ${n}`));
    const page = write('2026-05-14.txt', digestText('May 14', [['Widgets in the Wild', abstractWith('')]]));
    await runCommand(['import', write('refs.bib', many.join('\n')), page], env());
    const all = join(folder, 'all.jsonl');
    expect(await runCommand(['export', '--format', 'jsonl', '--out', all], env())).toMatchObject({ code: 0 });
    const whole = await look(contents);
    await database.drop();
    database = await createDatabase(engine);

    const killed = startCommand(['import', all], env());
    const counted = async () => Number((await store.writer.query('select count(*) as n from record'))[0].n);
    await sleep(500);
    const store = await openUpToDate(database.url);
    while ((await counted()) === 0) await sleep(20);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const kept = await counted();
    expect(kept).toBeLessThan(many.length);
    expect(await wrongCounters(store)).toEqual([]);
    await store.close();
    const { code, output } = await runCommand(['import', all], env());
    expect(output).toContain('digests: 0 added, 0 changed, 1 unchanged');
    expect(output).toContain(`records: ${many.length - kept} added, ${kept} unchanged, 0 removed`);
    expect(code).toBe(0);
    await look(async (store) => {
      expect(await contents(store)).toEqual(whole);
      expect(await wrongCounters(store)).toEqual([]);
      expect(await checkSearchIndex(store)).toBe(false);
    });
  });

  it('of an export of ours keeps nothing with --strict when a line of it cannot be stored', async () => {
    await runCommand(
      ['import', write('2026-05-14.txt', digestText('May 14', [['Widgets in the Wild', abstractWith('')]]))],
      env(),
    );
    const { output: text } = await runCommand(['export', '--format', 'jsonl'], env());
    await database.drop();
    database = await createDatabase(engine);
    const long = write('all.jsonl', text.replace('"title":"Widgets in the Wild"', `"title":"${'w'.repeat(1_001)}"`));
    const { code, output } = await runCommand(['import', '--strict', long], env());
    expect(output).toMatch(/error: .+all\.jsonl:3: expected a title of at most 1,000 characters, got one with 1,001/);
    expect(code).toBe(1);
    expect((await look(contents)).digests).toEqual([]);
  });
});
