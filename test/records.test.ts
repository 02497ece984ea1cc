import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { programOf } from './support/programs';
import { ROOT } from './support/root';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-records-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bibtex = `@misc{widgets,
  title = {{Widgets} in the Wild},
  author = {Example, Ada and M{\\"u}ller, Ben},
  year = 2026, eprint = {2605.01234}, archivePrefix = {arXiv},
  note = {Code: \\url{https://github.com/example-lab/widgets}}
}
`;
const ris =
  'TY  - JOUR\r\nTI  - Gadgets at Home\r\nAU  - Sample, Cy\r\nPY  - 2025\r\nDO  - 10.1000/GADGETS\r\nER  - \r\n';

/** What the command prints, and how it ends. */
async function records(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [programOf('cli'), 'records', ...args], { cwd: ROOT });
  const printed = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.error += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.once('close', resolve));
  const lines = printed.out.split('\n').filter(Boolean);
  return { code, records: lines.map((line) => JSON.parse(line)), error: printed.error };
}

describe('npm run records', () => {
  it('prints what files of any format say, a record a line, and names what it cannot read', async () => {
    writeFileSync(join(folder, 'a.bib.gz'), gzipSync(bibtex));
    writeFileSync(join(folder, 'b'), ris);
    writeFileSync(join(folder, 'c.txt'), 'These are just words.\n');
    const { code, records: read, error } = await records([folder]);
    expect(code).toBe(1);
    expect(read).toMatchObject([
      {
        file: join(folder, 'a.bib.gz'),
        format: 'BIBTEX',
        number: 1,
        line: 1,
        key: 'widgets',
        title: { value: 'Widgets in the Wild', field: 'title', asWritten: expect.stringContaining('{Widgets}') },
        authors: [{ value: { name: 'Ada Example' } }, { value: { name: 'Ben Müller', family: 'Müller' } }],
        identifiers: [{ value: { scheme: 'ARXIV', value: '2605.01234' } }],
        publishedOn: { value: '2026' },
        links: [{ value: { url: 'https://github.com/example-lab/widgets' } }],
      },
      {
        file: join(folder, 'b'),
        format: 'RIS',
        title: { value: 'Gadgets at Home' },
        identifiers: [{ value: { scheme: 'DOI', value: '10.1000/gadgets' } }],
      },
    ]);
    expect(error).toMatch(/error: .*c\.txt:1: expected .*BibTeX.*, got "These are just words\."/);
    expect(error).toContain('Records: 2; that failed: 1.');
  });

  it('reads standard input', async () => {
    const { code, records: read, error } = await records(['-'], bibtex);
    expect([code, read.length, error]).toEqual([0, 1, 'Records: 1; that failed: 0.\n']);
  });

  it('ends when nobody reads what it prints any more', async () => {
    writeFileSync(join(folder, 'many.bib'), bibtex.repeat(5_000));
    const child = spawn('sh', ['-c', `"${process.execPath}" "${programOf('cli')}" records many.bib | head -n 1`], {
      cwd: folder,
    });
    let error = '';
    child.stderr.on('data', (chunk) => {
      error += chunk;
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(error).toBe('');
  });
});
