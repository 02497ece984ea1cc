import type { Db } from '../../../store/sql';
import { fromDoc, type SearchType } from '../../documents';
import type { Search } from '../prepared-search';
import type { ScoredDoc } from '../scored-doc';
import { docsThatPass } from './docs-that-pass';

/** The documents that a search has found so far that may be among the best. All of them pass its filter. */
export class Candidates {
  readonly docs = new Set<number>();
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
    return this.docs.size >= this.most;
  }

  /** How many more documents of a type are wanted: none when no more may be held against the filter. */
  roomFor(type: SearchType): number {
    if (this.hasSkipped) return 0;
    const there = [...this.docs].filter((doc) => fromDoc(doc).type === type).length;
    return Math.max(0, this.search.bounds.listed[type] - there);
  }

  /** Adds documents that pass the filter. */
  add(docs: readonly number[]): void {
    for (const doc of docs) this.docs.add(doc);
  }

  /** Forgets how much was held against the filter before: the next type starts anew. */
  startAnew(): void {
    this.held = 0;
    this.hasSkipped = false;
  }

  /**
   * Adds the best of some documents that pass the filter, until there is no more room.
   *
   * @param hits best first
   * @returns whether all that pass were added
   */
  async addBest(hits: readonly ScoredDoc[]): Promise<boolean> {
    const { filter, bounds } = this.search;
    for (let start = 0; start < hits.length && !this.isFull; start += bounds.filtered) {
      const docs = hits.slice(start, start + bounds.filtered).map(({ doc }) => doc);
      const passing = await docsThatPass(this.db, filter, docs);
      const room = this.most - this.docs.size;
      this.add(passing.slice(0, room));
      if (passing.length > room) return false;
      if (this.isFull) return start + bounds.filtered >= hits.length;
    }
    return true;
  }

  /**
   * Adds those of the documents, which match, that pass the filter, up to so many.
   *
   * @returns whether none that passes was left out
   */
  async addPassing(docs: readonly number[], most: number): Promise<boolean> {
    const passing = await this.passing(docs.filter((doc) => !this.docs.has(doc)));
    this.add(passing.slice(0, most));
    return passing.length <= most && !this.hasSkipped;
  }

  private passing(docs: readonly number[]): Promise<readonly number[]> {
    const { filter, bounds } = this.search;
    // Until something passes there is nothing to list.
    const looked = this.docs.size === 0 ? docs : docs.slice(0, Math.max(0, bounds.filtered - this.held));
    this.held += looked.length;
    if (looked.length < docs.length) this.hasSkipped = true;
    return docsThatPass(this.db, filter, looked);
  }
}
