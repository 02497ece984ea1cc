import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { seedEnds, type Under, underRights } from '../support/ends';
import { writePages } from '../support/pages';
import { asAdmin } from '../support/postgres';
import { createDatabase, engine } from '../support/store';

const pages = writePages(3, 2);
const folder = mkdtempSync(join(tmpdir(), 'offprint-files-'));
const bad = join(folder, 'bad.json');
writeFileSync(bad, '{"not": "a digest"}');
for (const place of [folder, dirname(pages[0] as string)]) chmodSync(place, 0o755);

/** Lets nobody write to a database any more, to whom its rights apply. */
async function close(url: string): Promise<void> {
  if (engine === 'postgres') {
    await asAdmin(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`);
    return;
  }
  const file = url.slice('sqlite:'.length);
  chmodSync(file, 0o444);
  chmodSync(dirname(file), 0o777);
}

const rights: Under | null = engine === 'postgres' ? [] : underRights();

(rights ? describe : describe.skip)('seed, on a database that may only be read', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase(engine);
    await close(database.url);
  });
  afterAll(() => database.drop());

  const seed = (...files: string[]) => seedEnds({ DATABASE_URL: database.url }, rights ?? [], files);
  const sentence = /read-only/;

  it('says so once, and of each file that it does not understand that', async () => {
    const { code, said } = await seed(...pages, bad);
    const errors = said.filter((line) => line.startsWith('error: '));
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(sentence),
      expect.stringContaining(`${bad}:1: expected the plain text of a digest`),
      'error: 2 other files: not tried, since nothing can be stored',
    ]);
    expect(errors[0]).toContain(`error: ${pages[0]}: not stored: DATABASE_URL: expected`);
    expect(said.at(-1)).toMatch(/files that failed: 4\.$/);
  });

  it('names the file when there is no other', async () => {
    const { code, said } = await seed(bad, pages[0] as string);
    const errors = said.filter((line) => line.startsWith('error: '));
    expect([code, errors]).toEqual([1, [expect.stringContaining(bad), expect.stringMatching(sentence)]]);
    expect(said.at(-1)).toMatch(/files that failed: 2\.$/);
  });
});
