import sql, { join } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../../../lists/filter/as-papers';
import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, ids, run } from '../../../store/sql';
import { fromDoc, type SearchType } from '../../documents';
import type { Search } from '../prepared-search';
import type { ScoredDoc } from '../scored-doc';

/** The documents that a search has found so far that may be among the best. All of them pass its filter. */
export class Candidates {
  /** Each with its score by the words that found it. */
  readonly scores = new Map<number, number>();
  /** Those of which it is not known whether they match. */
  readonly unread = new Set<number>();
  private held = 0;
  private hasSkipped = false;

  constructor(
    private readonly db: Db,
    private readonly search: Search,
  ) {}

  /** Most documents that are to be listed. */
  get most(): number {
    const { types, bounds } = this.search;
    return types.reduce((sum, type) => sum + bounds.listed[type], 0);
  }

  get isFull(): boolean {
    return this.scores.size >= this.most;
  }

  /** How many more documents of a type are wanted: none when no more may be held against the filter. */
  roomFor(type: SearchType): number {
    if (this.hasSkipped) return 0;
    const there = [...this.scores.keys()].filter((doc) => fromDoc(doc).type === type).length;
    return Math.max(0, this.search.bounds.listed[type] - there);
  }

  /** Adds documents that match and pass the filter, with what they score so far. */
  addScored(docs: readonly ScoredDoc[]): void {
    for (const { doc, score } of docs) this.scores.set(doc, score);
  }

  /** Adds documents that pass the filter, and perhaps match. */
  addUnread(docs: readonly number[]): void {
    for (const doc of docs) {
      if (this.scores.has(doc)) continue;
      this.scores.set(doc, 0);
      this.unread.add(doc);
    }
  }

  /** Forgets how much was held against the filter before: the next type, or the next kind of documents, starts anew. */
  startAnew(): void {
    this.held = 0;
    this.hasSkipped = false;
  }

  /**
   * Adds those of the documents, which match, that pass the filter, up to so many.
   *
   * @returns whether none that passes was left out
   */
  async addPassing(docs: readonly number[], most: number): Promise<boolean> {
    const passing = await this.passing(docs.filter((doc) => !this.scores.has(doc)));
    for (const doc of passing.slice(0, most)) this.scores.set(doc, 0);
    return passing.length <= most && !this.hasSkipped;
  }

  /** Those of the documents that pass the filter, in the same order. */
  private async passing(docs: readonly number[]): Promise<readonly number[]> {
    const { filter, bounds } = this.search;
    const conditions = conditionsOfIds(filter);
    if (conditions.length === 0 || docs.length === 0) return docs;
    // Until something passes there is nothing to list.
    const looked = this.scores.size === 0 ? docs : docs.slice(0, Math.max(0, bounds.filtered - this.held));
    this.held += looked.length;
    if (looked.length < docs.length) this.hasSkipped = true;
    const rows = await run<{ doc: number }>(
      this.db,
      sql`select p.doc from ${asPapers(sql`select id as doc from ${ids(looked)} looked`)}
          where ${join(conditions, ' and ')}`,
    );
    await letOthersRun(this.db);
    const fit = new Set(rows.map(({ doc }) => doc));
    return looked.filter((doc) => fit.has(doc));
  }
}
