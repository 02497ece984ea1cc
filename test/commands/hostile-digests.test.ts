import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/cli';
import { abstractWith, digestText } from '../support/digest-text';
import { createDatabase, engine } from '../support/store';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'offprint-hostile-'));
let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  database = await createDatabase(engine);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('files that nobody meant to be digests', () => {
  it('are each refused in a sentence, and the others are stored', async () => {
    const links = Array.from({ length: 20_000 }, (_, index) => `https://github.com/some/code-${index}`).join(' ');
    const large = file('2025-01-03.txt', 'a title\n\nan abstract\n');
    truncateSync(large, 200_000_000);
    const { code, output } = await runCommand(
      [
        'seed',
        file('2025-01-02.txt', digestText('Jan 2', [['Twenty Thousand Links', `We link. ${links}`]])),
        large,
        file('2025-01-04.txt', digestText('Jan 4', [['Widgets in the Wild', abstractWith('')]])),
      ],
      { DATABASE_URL: database.url },
    );
    expect(code).toBe(1);
    expect(output).toMatch(/2025-01-02\.txt:\d+: expected an? (abstract|paper) .*, got /);
    expect(output).toMatch(/2025-01-03\.txt:1: expected at most 64 MB, got 200 MB/);
    expect(output).toMatch(/2025-01-04/);
  });
});
