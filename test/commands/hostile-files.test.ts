import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { abstractWith, digestText } from '../support/digest-text';
import { seedEnds } from '../support/ends';
import { createDatabase, engine, openUpToDate } from '../support/store';

const folder = mkdtempSync(join(tmpdir(), 'offprint-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('an import of hostile files', () => {
  it('tells in a sentence why each is refused, and stores those named after them', async () => {
    const addresses = (count: number) =>
      Array.from({ length: count }, (_, n) => `https://github.com/acme/w${n}`).join(' ');
    const few = write('few.txt', digestText(null, [['Widgets in the Wild', abstractWith(addresses(201))]]));
    const many = write('many.txt', digestText(null, [['Widgets at Home', abstractWith(addresses(20_000))]]));
    const huge = write('huge.txt', '');
    truncateSync(huge, 200_000_000);
    const same = Array.from({ length: 200 }, (): [string, string] => ['Widgets on Mars', abstractWith('')]);
    const good = write('2025-01-02.txt', digestText('Jan 2', [['Gadgets', abstractWith('')], ...same]));
    const database = await createDatabase(engine);
    const { code, said } = await seedEnds({ DATABASE_URL: database.url }, [], [few, many, huge, '/dev/zero', good]);
    expect(said.filter((line) => line.startsWith('error'))).toEqual([
      `error: ${few}:9: expected a paper with at most 200 addresses in its text, got more`,
      expect.stringMatching(
        /many\.txt:9: expected an abstract of at most 50,000 characters, got one with \d{3},\d{3}$/,
      ),
      `error: ${huge}:1: expected at most 64 MB, got 200 MB`,
      'error: /dev/zero:1: expected at most 64 MB, got 65 MB',
    ]);
    expect(said.filter((line) => line.startsWith('note'))).toHaveLength(101);
    expect(code).toBe(1);
    const store = await openUpToDate(database.url);
    expect(await store.reader.query('select slug from paper order by slug')).toEqual([
      { slug: 'gadgets' },
      { slug: 'widgets-on-mars' },
    ]);
    await store.close();
    await database.drop();
  });
});
