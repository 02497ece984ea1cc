import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestText } from '../../support/digest-text';
import { makePapers } from '../corpus/make-papers';
import { createRandom } from '../corpus/random';
import { readSourceText } from '../corpus/source-text';
import { startImport } from '../faults/imports';

const SEED = 7;
const PAPERS = 20;
/** The day after the last one of the made digests. */
const FIRST_DAY = Date.UTC(2025, 3, 1);
const MILLISECONDS_A_DAY = 86_400_000;

/** Imports one new digest after another, by the command line as people do. */
export class Imports {
  private readonly folder = mkdtempSync(join(tmpdir(), 'offprint-bench-imports-'));
  private readonly made = makePapers(createRandom(SEED), readSourceText());
  private count = 0;

  constructor(private readonly databaseUrl: string) {}

  /** Imports the next one; fails when it is not reported. */
  async next(): Promise<void> {
    const date = new Date(FIRST_DAY + this.count * MILLISECONDS_A_DAY);
    this.count += 1;
    const papers = Array.from({ length: PAPERS }, () => this.made.next().value as { title: string; abstract: string });
    const file = join(this.folder, `${date.toISOString().slice(0, 10)}.txt`);
    writeFileSync(
      file,
      digestText(
        null,
        papers.map(({ title, abstract }) => [title, abstract] as const),
      ),
    );
    const reported = await startImport(this.databaseUrl, [file]).reported;
    if (reported.length !== 1) throw new Error(`expected one digest to be imported, got ${reported.length}`);
  }

  /** Deletes what was written for them. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
