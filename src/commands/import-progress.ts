import { SingleBar } from 'cli-progress';
import type { TextFile } from '../import/files/open-text';

/** Smaller files are through before anybody has read a bar, in bytes. */
const WORTH_A_BAR = 1_000_000;

/** Shows on a terminal how far the import of a large file is, how fast it goes, and how long it will still take. */
export class ImportProgress {
  private readonly started = performance.now();
  private records = 0;

  private constructor(
    private readonly text: TextFile,
    private readonly bar: SingleBar,
  ) {}

  /** Null where nobody would see it, or the size of the file is not known. */
  static async of(text: TextFile): Promise<ImportProgress | null> {
    const size = await text.size();
    if (size === null || size < WORTH_A_BAR || !process.stderr.isTTY) return null;
    const format = '{bar} {percentage} %, {records} records, {rate} a second, {eta_formatted} left';
    const bar = new SingleBar({ format, stream: process.stderr, etaBuffer: 100 });
    bar.start(size, 0, { records: 0, rate: 0 });
    return new ImportProgress(text, bar);
  }

  advance(records: number): void {
    this.records += records;
    const seconds = (performance.now() - this.started) / 1_000;
    this.bar.update(this.text.read, { records: this.records, rate: Math.round(this.records / seconds) });
  }

  stop(): void {
    this.bar.stop();
  }
}
