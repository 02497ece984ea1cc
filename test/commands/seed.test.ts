import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { abstractWith, digestText } from '../support/digest-text';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
const env = {
  ...process.env,
  DATABASE_URL: `sqlite:${join(folder, 'o.sqlite')}`,
  PORT: '0',
  HOST: '127.0.0.1',
  DRAIN_MS: '0',
};

const file = (name: string) => join(folder, name);

function seed(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      join(root, 'node_modules/.bin/tsx'),
      [join(root, 'src/cli.ts'), 'seed', ...args],
      { cwd: root, env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: `${stderr}${stdout}` }),
    );
  });
}

beforeAll(() => {
  cpSync(join(root, 'seeds/2025-03-11.txt'), join(folder, '2025-03-11.txt'));
  writeFileSync(join(folder, 'notes.txt'), digestText('Mar 12', [['Widgets in the Wild', abstractWith('')]]));
  writeFileSync(join(folder, 'bad.json'), '{"not": "a digest"}');
});

describe('seed', () => {
  it('keeps the good files, tells of the bad ones, and exits with 1', async () => {
    const { code, output } = await seed(file('2025-03-11.txt'), file('bad.json'), file('missing.txt'));
    expect(output).toMatch(/2025-03-11: added \(papers: 51 added/);
    expect(output).toMatch(/error: .*bad\.json:1: expected .* got/);
    expect(output).toMatch(/error: .*missing\.txt: /);
    expect(output).toMatch(
      /Digests: 1 added, 0 changed, 0 unchanged, 0 removed; papers: 51 added.*files that failed: 2\./,
    );
    expect(code).toBe(1);
  });

  it('says what did not change, takes the year by --date, and exits with 0', async () => {
    const { code, output } = await seed(file('2025-03-11.txt'), file('notes.txt'), '--date', '2025');
    expect(output).toMatch(/2025-03-11: unchanged/);
    expect(output).toMatch(/notes: added \(papers: 1 added/);
    expect(code).toBe(0);
  });

  it('says which titles were joined and which were kept apart', async () => {
    const page = (name: string, label: string, ...entries: [string, string][]) => {
      writeFileSync(file(name), digestText(label, [...entries, ['Gadgets of a Kind', abstractWith('')]]));
      return file(name);
    };
    const one = page(
      '2025-05-15.txt',
      'May 15',
      ['Editorial', 'We look at swifts.'],
      ['Harbour Noise', abstractWith('A.')],
    );
    const two = page(
      '2025-05-16.txt',
      'May 16',
      ['Editorial', 'We look at tides.'],
      ['Harbor Noise', abstractWith('B.')],
    );
    const { output } = await seed(one, two);
    expect(output).toMatch(
      /note: .*2025-05-16\.txt:11: "Editorial" \(editorial-\w{8}\) is another paper than "Editorial"/,
    );
    expect(output).toMatch(
      /note: .*2025-05-16\.txt:15: "Harbor Noise" is one paper with "Harbour Noise" \(harbour-noise\)/,
    );
    expect(output).toMatch(
      /; titles: 1 joined to one written otherwise, 1 kept apart from the same one; lines dropped: 0;/,
    );
  });

  it('counts the lines around the papers that it dropped, and lists them with --verbose', async () => {
    const page = digestText('Mar 13', [['Widgets in the Cold', abstractWith('')]]);
    writeFileSync(file('votes.txt'), `${page}\n12 authors\n\nUpvote\n`);
    const { output } = await seed(file('votes.txt'), '--verbose');
    expect(output).toMatch(/dropped: .*votes\.txt:15: "12 authors"\ndropped: .*votes\.txt:17: "Upvote"/);
    expect(output).toMatch(/papers: 1 added.*; lines dropped: 2; files that failed: 0\./);
  });

  it('refuses a date that is none before it touches anything', async () => {
    const { code, output } = await seed(file('notes.txt'), '--date', 'March');
    expect(output).toMatch(/--date: expected YYYY.*got "March"/);
    expect(code).toBe(1);
  });
});

describe('npm run seed', () => {
  it('takes more files than are read without a thread', async () => {
    const files = Array.from({ length: 12 }, (_, index) => {
      const day = String(index + 1);
      const path = file(`2025-01-${day.padStart(2, '0')}.txt`);
      writeFileSync(path, digestText(`Jan ${day}`, [[`Widgets of Day ${day}`, abstractWith('')]]));
      return path;
    });
    const args = ['run', '--silent', 'seed', '--', ...files];
    const output = await new Promise<string>((resolve) => {
      execFile(
        'npm',
        args,
        { cwd: root, env: { ...env, DATABASE_URL: `sqlite:${file('many.sqlite')}` } },
        (_, out, err) => resolve(out + err),
      );
    });
    const added = [...output.matchAll(/^(\S+): added/gm)].map(([, slug]) => slug);
    expect(added).toEqual(files.map((path) => basename(path, '.txt')));
    expect(output).toMatch(/files that failed: 0\./);
  });
});

describe('the server process', () => {
  it('migrates, seeds, serves, and leaves with 0 on SIGTERM', async () => {
    const databaseUrl = `sqlite:${join(folder, 'fresh', 'o.sqlite')}`;
    const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts')], {
      cwd: root,
      env: { ...env, DATABASE_URL: databaseUrl },
    });
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (chunk) => {
        output += chunk;
        const ready = /ready at (http:\S+\/graphql)/.exec(output)?.[1];
        if (ready) resolve(ready);
      });
      server.on('exit', () => reject(new Error(output)));
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ corpus { paperCount repositoryCount } }"}',
    });
    expect(await response.json()).toEqual({ data: { corpus: { paperCount: 51, repositoryCount: 13 } } });
    const code = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGTERM');
    expect(await code).toBe(0);
  });

  it('says what is wrong with its configuration and leaves with 1', async () => {
    const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts')], {
      cwd: root,
      env: { ...env, PORT: 'http' },
    });
    let output = '';
    server.stderr.on('data', (chunk) => {
      output += chunk;
    });
    expect(await new Promise((resolve) => server.on('exit', resolve))).toBe(1);
    expect(output).toMatch(/PORT: .*got "http"/);
  });
});
