import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, run } from '../../../store/sql';
import { type DocRange, rangeOf } from '../../documents';
import type { DocPart, Match } from '../../index/search-index';
import { searchIndexOf } from '../../index/search-index-of';

/** All documents there may be. */
export const EVERYWHERE: DocRange = { from: rangeOf('PAPER').from, to: rangeOf('REPOSITORY').to };

/** How much more at a time is gone through of what is long: FTS5 comes to each part from the end. */
const FASTER = 4;

/** What is known of a walk before it begins. */
export interface Outlook {
  /** Entries of the index that are gone through to find all that matches. */
  entries: number;
  /** Whether it is likely that few match in all. */
  isRare: boolean;
  /** Entries after which the walk ends if enough was found. */
  most: number;
}

/** How much may be found and gone through at a time: keeps statements short. */
export interface Pace {
  docs: number;
  entries: number;
}

/**
 * Finds the latest documents that match, some at a time. FTS5 goes on behind a range until it meets something that
 * matches, which may be nowhere: what matches few documents is looked for once, in all of them.
 */
export class PostingsWalk {
  private readonly parts = new Map<string, Promise<DocPart>>();
  private readonly found = new Map<string, Promise<number[]>>();

  /** @param all how many documents there are */
  constructor(
    private readonly db: Db,
    private readonly all: number,
    private readonly pace: Pace,
  ) {}

  /**
   * Finds the documents of a range that match, the latest first.
   *
   * @param take told of the documents found; says whether it wants more
   * @param isEnough whether there is something to show for the walk
   * @returns whether it was told of all
   */
  async walk(
    match: Match,
    { from, to: end }: DocRange,
    { entries, isRare, most }: Outlook,
    take: (docs: number[]) => Promise<boolean>,
    isEnough: () => boolean,
  ): Promise<boolean> {
    let to = end;
    if (isRare) {
      let rest = EVERYWHERE;
      for (let walked = 0; rest.to > from; ) {
        if (walked >= most && isEnough()) return false;
        const share = Math.min(1, (this.pace.entries / entries) * (walked < most ? 1 : FASTER));
        const part = await this.latestPart(rest, match.field, share);
        rest = { ...rest, to: part.from };
        walked += entries * share;
        if (part.from >= end) continue;
        const docs = await this.inPart(match, part, share === 1);
        if (!(await take(docs.filter((doc) => doc >= from && doc < end)))) return false;
        // They are not rare after all: to go through the range alone is no longer.
        const isAll = docs.length < this.pace.docs;
        to = Math.min(end, isAll ? part.from : (docs.at(-1) as number));
        if (!isAll) break;
      }
      if (to <= from) return true;
    }
    for (;;) {
      const docs = await this.latest(match, { from, to }, isRare);
      if (!(await take(docs))) return false;
      if (docs.length < this.pace.docs) return true;
      to = docs.at(-1) as number;
    }
  }

  private latestPart(range: DocRange, field: Match['field'], share: number): Promise<DocPart> {
    if (share === 1) return Promise.resolve(range);
    const papers = Math.ceil(this.all * share);
    return remembered(this.parts, JSON.stringify([range, field, papers]), () =>
      searchIndexOf(this.db).latestPart(this.db, range, field, papers),
    );
  }

  private inPart(match: Match, part: DocPart, isRare: boolean): Promise<number[]> {
    return remembered(this.found, JSON.stringify([match, part]), () => this.latest(match, part, isRare));
  }

  private async latest(match: Match, part: DocPart, isRare: boolean): Promise<number[]> {
    const latest = searchIndexOf(this.db).latestDocs(match, part, this.pace.docs, isRare);
    const rows = await run<{ doc: number }>(this.db, latest);
    await letOthersRun(this.db);
    return rows.map(({ doc }) => doc);
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
