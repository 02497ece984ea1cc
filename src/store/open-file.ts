import { statSync } from 'node:fs';
import { messageOf } from '../problem';
import { DatabaseUnavailable } from './database-problem';
import type { Presence } from './presence';
import { identityOf } from './write/file-in-place';

/** How long what was seen of a file holds unless said, in milliseconds. */
const HOLDS = 250;

/** A file that has not changed for so long is whole, and not one that is being copied. In milliseconds. */
const SETTLED = 200;

/** Which files are there, whatever their names were before. */
interface Files {
  database: string;
  /** SQLite's own, beside the database as long as anybody has it open. */
  log: string;
}

const NONE: Files = { database: '', log: '' };

/**
 * The file that a store on SQLite has open, and its log. Connections go on reading both when they are deleted or replaced,
 * and nothing tells them: so it is looked, a few times a second at most, what is under their names. Other files that are
 * found there are opened in the place of those before; these are good again when they are back.
 */
export class OpenFile implements Presence {
  generation = 1;
  private opened: Files;
  private problem: DatabaseUnavailable | null = null;
  private lookedAt = performance.now();
  private isOpening = false;
  /** What stands in the place of the file, and since when it is seen there. */
  private other = { content: '', since: 0 };

  /**
   * @param file which a connection has read already: the log is there from then on
   * @param open closes all connections, and opens the file that is there; whether a log beside it is that of the one before
   *   is to be asked when they are closed
   */
  constructor(
    private readonly file: string,
    private readonly open: (isOldLog: () => boolean) => Promise<void>,
  ) {
    this.opened = filesAt(file);
  }

  check(holdsMs = HOLDS): void {
    const now = performance.now();
    if (!this.isOpening && now - this.lookedAt >= holdsMs) {
      this.lookedAt = now;
      this.look(now);
    }
    if (this.problem) throw this.problem;
  }

  isThere(): boolean {
    try {
      return isSame(filesAt(this.file), this.opened);
    } catch {
      return false;
    }
  }

  private look(now: number): void {
    try {
      const found = filesAt(this.file);
      if (isSame(found, this.opened)) {
        this.problem = null;
        return;
      }
      const got = found.database === '' ? 'none' : found.log === '' ? 'one without its log' : 'another one';
      // Why another one could not be opened is known better.
      if (this.opened !== NONE || found.database === '') this.problem = gone(got);
      if (found.database !== '' && this.isSettled(found, now)) void this.openOther(found);
    } catch (error) {
      this.problem = gone(messageOf(error));
    }
  }

  private isSettled({ database, log }: Files, now: number): boolean {
    const { size, mtimeNs } = statSync(this.file, { bigint: true });
    const content = `${database} ${log} ${size} ${mtimeNs}`;
    if (this.other.content !== content) this.other = { content, since: now };
    return now - this.other.since >= SETTLED;
  }

  private async openOther({ database }: Files): Promise<void> {
    const { log } = this.opened;
    this.isOpening = true;
    this.opened = NONE;
    this.generation += 1;
    try {
      await this.open(() => log !== '' && log === filesAt(this.file).log);
      const opened = filesAt(this.file);
      // One that came meanwhile is found when it is looked again.
      this.opened = { ...opened, database };
      this.problem = null;
    } catch (error) {
      this.problem = new DatabaseUnavailable(messageOf(error), { cause: error });
    } finally {
      this.isOpening = false;
    }
  }
}

function gone(got: string): DatabaseUnavailable {
  return new DatabaseUnavailable(`expected the database file that was opened, got ${got}`);
}

function isSame(one: Files, other: Files): boolean {
  return one.database === other.database && one.log === other.log;
}

function filesAt(file: string): Files {
  return { database: identityOf(file), log: identityOf(`${file}-wal`) };
}
