import { type Db, run } from '../sql';
import { type DocRange, rangeOf } from './kinds';
import { letOthersRun } from './let-others-run';
import type { Match } from './search-index';
import { searchIndexOf } from './search-index-of';

const EVERYWHERE: DocRange = { from: rangeOf('PAPER').from, to: rangeOf('REPOSITORY').to };

/**
 * Finds the latest documents that match, some at a time. FTS5 goes on behind a range until it meets something that
 * matches, which may be nowhere: what matches few documents is looked for once, in all of them.
 */
export class Walker {
  private readonly few = new Map<string, number[]>();

  /** @param atATime documents that one statement finds at most: keeps it short */
  constructor(
    private readonly db: Db,
    private readonly atATime: number,
  ) {}

  /**
   * Finds the documents of a range that match, the latest first.
   *
   * @param isRare whether it is likely that few match in all
   * @param take told of the documents found; says whether it wants more
   * @returns whether it was told of all
   */
  async walk(
    match: Match,
    { from, to: end }: DocRange,
    isRare: boolean,
    take: (docs: number[]) => Promise<boolean>,
  ): Promise<boolean> {
    const few = await this.findFew(match, isRare);
    if (few) return take(few.filter((doc) => doc >= from && doc < end));
    for (let to = end; ; ) {
      const docs = await this.latest(match, { from, to });
      if (!(await take(docs))) return false;
      if (docs.length < this.atATime) return true;
      to = docs.at(-1) as number;
    }
  }

  /** All documents that match, if they are few; null when it is likely or has turned out that they are not. */
  private async findFew(match: Match, isRare: boolean): Promise<number[] | null> {
    if (!isRare) return null;
    const key = JSON.stringify(match);
    const docs = this.few.get(key) ?? (await this.latest(match, EVERYWHERE));
    this.few.set(key, docs);
    return docs.length < this.atATime ? docs : null;
  }

  private async latest(match: Match, range: DocRange): Promise<number[]> {
    const rows = await run<{ doc: number }>(this.db, searchIndexOf(this.db).latestDocs(match, range, this.atATime));
    await letOthersRun();
    return rows.map(({ doc }) => doc);
  }
}
