import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WeightsFile } from '../../src/vectors/weights-file';
import { runCommand } from '../support/cli';
import { openStore, type TestStore } from '../support/store';

let store: TestStore;
let folder: string;
beforeEach(async () => {
  store = await openStore();
  folder = mkdtempSync(join(tmpdir(), 'offprint-vectors-'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const runVectors = (...args: string[]) => runCommand(['vectors', ...args], { DATABASE_URL: store.databaseUrl });

/** Papers of twenty subjects, each with words of its own, as a file of references. */
function papersOfSubjects(count: number): string {
  const letter = (number: number) => String.fromCharCode(97 + number);
  const word = (subject: number, number: number) => `zq${letter(subject)}${letter(number % 8)}k`;
  const rows = Array.from({ length: count }, (_, index) => {
    const subject = index % 20;
    const words = Array.from({ length: 12 }, (_, at) => word(subject, index + at * (1 + (index % 3))));
    return `"${words.slice(0, 3).join(' ')} ${index}","We study ${words.join(' ')}."`;
  });
  return `title,abstract\n${rows.join('\n')}\n`;
}

describe('npm run vectors', () => {
  it('refuses a database that holds too few papers, and writes nothing', async () => {
    await store.seed();
    const { code, output } = await runVectors(join(folder, 'new'));
    expect(code).toBe(1);
    expect(output).toMatch(/expected at least 2000 papers with title and abstract to learn from, got \d\d;/);
    expect(() => new WeightsFile(join(folder, 'new'))).toThrow();
  });

  it('refuses options that are no numbers', async () => {
    const { code, output } = await runVectors(join(folder, 'new'), '--epochs', 'many');
    expect(code).toBe(1);
    expect(output).toContain('--epochs: expected a whole number from 1 on, got "many"');
  });

  it('learns vectors from the papers, says what they find, and writes them where VECTORS takes them from', async () => {
    await store.importAny('papers.csv', papersOfSubjects(2_100));
    const place = join(folder, 'new');
    const { code, output } = await runVectors(place, '--epochs', '1');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`Wrote ${place}: `) });
    expect(output).toMatch(/These vectors; of 2\d\d texts +nearest +among ten +MRR/);
    expect(output).toMatch(/title finds abstract by both +[01]\.\d{3} +[01]\.\d{3} +[01]\.\d{3}/);
    const weights = new WeightsFile(place).read();
    expect(weights.rowOf.has('zqabk')).toBe(true);
    expect(readFileSync(join(place, 'about.json'), 'utf8')).toContain('epochs: 1, seed: 1');

    const again = await runVectors(place, '--epochs', '1');
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('--force replaces them') });
    await runVectors(place, '--epochs', '1', '--force');
    expect(new WeightsFile(place).fingerprint).toBe(weights.fingerprint);
  }, 180_000);
});
