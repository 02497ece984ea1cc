import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../../src/import/files/list-files';
import { TextFile } from '../../../src/import/files/open-text';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-text-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function textOf(file: TextFile): Promise<string> {
  let text = '';
  for await (const piece of file) text += piece;
  return text;
}

/** The text that a file gives before it cannot be read further, and why it cannot. */
async function brokenOff(path: string): Promise<[text: string, problem: string]> {
  let text = '';
  try {
    for await (const piece of new TextFile(path)) text += piece;
  } catch (error) {
    return [text, (error as Error).message];
  }
  throw new Error('expected a problem');
}

describe('TextFile', () => {
  it('reads a file in pieces, and says how much of it has been read', async () => {
    const text = 'Gödel\n'.repeat(100_000);
    const path = await written('a.bib', text);
    const file = new TextFile(path);
    const lengths: number[] = [];
    const read: number[] = [];
    for await (const piece of file) {
      lengths.push(piece.length);
      read.push(file.read);
    }
    expect(lengths.reduce((sum, length) => sum + length)).toBe(text.length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(read[0]).toBeLessThan(300_000);
    expect([await file.size(), file.read, file.encoding, file.name]).toEqual([700_000, 700_000, 'utf-8', path]);
  });

  it('unpacks what begins like a .gz file, whatever it is called, and its parts one behind the other', async () => {
    const packed = Buffer.concat([gzipSync('Gödel\r\n'), gzipSync('Erdős')]);
    expect(await textOf(new TextFile(await written('a.txt', packed)))).toBe('Gödel\nErdős');
    expect(await textOf(new TextFile(await written('plain.gz', 'no gzip')))).toBe('no gzip');
  });

  it('says of a damaged .gz file that it is, with what came before', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 500_000 }, (_, index) => 97 + ((index * index) % 23))));
    const [text, problem] = await brokenOff(await written('a.gz', packed.subarray(0, packed.length - 9)));
    expect(text.length).toBeGreaterThan(100_000);
    expect(problem).toBe(
      `${join(folder, 'a.gz')}: expected a whole .gz file, got one that is cut or damaged (unexpected end of file)`,
    );
    packed[packed.length - 6] = (packed.at(-6) as number) ^ 1;
    expect((await brokenOff(await written('b.gz', packed)))[1]).toMatch(/damaged \(incorrect data check\)$/);
  });

  it('reads nothing out of an empty file', async () => {
    expect(await textOf(new TextFile(await written('a', '')))).toBe('');
    expect(await textOf(new TextFile(await written('b', gzipSync(''))))).toBe('');
  });

  it.each([
    ['a.zip', 'PK\x03\x04\x14', 'a .zip archive (or a file of Excel or Word); unpack it first'],
    ['a.bz2', 'BZh91AY&SY', 'a .bz2 file; unpack it first'],
    ['a.xz', '\xfd7zXZ\0\0', 'a .xz file; unpack it first'],
    ['a.zst', '\x28\xb5\x2f\xfd\x04', 'a .zst file; unpack it first'],
    ['a.pdf', '%PDF-1.7\n', 'a PDF'],
    ['a.parquet', 'PAR1\x15', 'a table of Parquet'],
  ])('says what %s is instead of text', async (name, beginning, what) => {
    const path = await written(name, Buffer.from(beginning, 'latin1'));
    expect((await brokenOff(path))[1]).toBe(`${path}: expected text, or text in a .gz file, got ${what}`);
  });

  it('names the file and line of what is no text', async () => {
    const path = await written('a.bib', Buffer.from('a\nb\0'));
    expect(await brokenOff(path)).toEqual([
      'a\nb',
      `${path}:2: expected text in UTF-8, got a binary file (a NUL character)`,
    ]);
  });

  it('names a file that cannot be read', async () => {
    const path = join(folder, 'none.bib');
    expect((await brokenOff(path))[1]).toBe(`${path}: expected a file that can be read, got ENOENT`);
    expect((await brokenOff(folder))[1]).toBe(`${folder}: expected a file that can be read, got EISDIR`);
    expect(await new TextFile(path).size()).toBeNull();
  });

  it('reads standard input, packed or not, a byte at a time too', async () => {
    const { stdin } = process;
    try {
      for (const bytes of [Buffer.from('Gödel'), gzipSync('Gödel')]) {
        const pieces = [...bytes].map((byte) => Buffer.of(byte));
        Object.defineProperty(process, 'stdin', { value: Readable.from(pieces), configurable: true });
        const file = new TextFile('-');
        expect([await textOf(file), file.name, await file.size()]).toEqual(['Gödel', 'standard input', null]);
      }
    } finally {
      Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
    }
  });

  it('lets go of a file that is not read to its end', async () => {
    const path = await written('a.gz', gzipSync('Gödel\n'.repeat(1_000_000)));
    for await (const piece of new TextFile(path)) {
      expect(piece).toContain('Gödel');
      break;
    }
  });
});

describe('listFiles', () => {
  it('walks folders by name, leaves hidden files out, and keeps other paths as they are', async () => {
    await mkdir(join(folder, 'b', 'deep'), { recursive: true });
    await mkdir(join(folder, '.git'));
    for (const name of ['c.json', 'a.json', '.hidden', 'b/2.bib', 'b/1.bib', 'b/deep/x', '.git/config']) {
      await written(name, '');
    }
    await symlink(join(folder, 'a.json'), join(folder, 'z-link'));
    await symlink(folder, join(folder, 'b', 'circle'));
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    const found = await listFiles(['-', folder, join(folder, 'none'), join(folder, '.hidden')]);
    expect(found.map((path) => path.replace(`${folder}/`, ''))).toEqual([
      '-',
      'a.json',
      'b/1.bib',
      'b/2.bib',
      'b/deep/x',
      'c.json',
      'z-link',
      'none',
      '.hidden',
    ]);
  });
});
