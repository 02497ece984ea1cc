import sql from 'sql-template-tag';
import { type Db, dear, ids, keys, run } from '../store/sql';
import { THOUSAND } from './level';

/** The terms of a paper by their keys, each with its weight in thousandths. */
export type Weights = ReadonlyMap<string, number>;

/**
 * What one operation has read of the terms of papers: lists of related papers, and what these have in common, ask for the
 * same papers again and again.
 */
export class KnownTerms {
  private readonly weights = new Map<number, Weights>();
  private readonly rarities = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private papers: Promise<number> | undefined;

  constructor(private readonly db: Db) {}

  /** Reads the terms of papers that are not known yet; one without terms has none. */
  async readWeights(papers: readonly number[]): Promise<void> {
    const unknown = [...new Set(papers)].filter((pk) => !this.weights.has(pk));
    if (unknown.length === 0) return;
    const rows = await run<{ paperPk: number; weights: string }>(
      dear(this.db),
      sql`select paper_id as "paperPk", weights from paper_terms where paper_id in ${ids(unknown)}`,
    );
    for (const pk of unknown) this.weights.set(pk, NO_TERMS);
    for (const { paperPk, weights } of rows) this.weights.set(paperPk, new Map(Object.entries(JSON.parse(weights))));
  }

  /** The terms of a paper that was read. */
  weightsOf(paper: number): Weights {
    return this.weights.get(paper) ?? NO_TERMS;
  }

  /** Reads how rare the terms of papers are, which were read before. */
  async readRarities(papers: readonly number[]): Promise<void> {
    const unknown = new Set<string>();
    for (const paper of papers) {
      for (const key of this.weightsOf(paper).keys()) if (!this.rarities.has(key)) unknown.add(key);
    }
    if (unknown.size === 0) return;
    this.papers ??= this.countPapers();
    const [all, rows] = await Promise.all([
      this.papers,
      run<{ key: string; n: number }>(
        this.db,
        sql`select key, paper_count as n from term where key in ${keys([...unknown])}`,
      ),
    ]);
    for (const { key, n } of rows) {
      this.counts.set(key, n);
      this.rarities.set(key, Math.log(1 + all / n));
    }
  }

  /** The inverse document frequency of a term that was read: `ln(1 + N / n)`. */
  rarityOf(key: string): number {
    return this.rarities.get(key) ?? 0;
  }

  /** How many papers have a term that was read. */
  papersWith(key: string): number {
    return this.counts.get(key) ?? 0;
  }

  private async countPapers(): Promise<number> {
    const [corpus] = await run<{ n: number }>(this.db, sql`select paper_count as n from corpus`);
    return corpus?.n ?? 0;
  }
}

const NO_TERMS: Weights = new Map();

/** What a term adds to the score of a pair, not yet divided by all that the first paper has. */
export function gainOf(rarity: number, own: number, other: number): number {
  return rarity * (Math.min(own, other) / THOUSAND);
}
