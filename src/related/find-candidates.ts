import sql, { join, type Sql } from 'sql-template-tag';
import { type PaperFilter, paperConditions } from '../lists/filter/paper-filter';
import { letOthersRun } from '../store/reading/let-others-run';
import { type Db, dear, ids, run, table } from '../store/sql';
import { gainOf, type KnownTerms } from './known-terms';
import { tokenOf, USUAL_WEIGHTS } from './level';
import { termIndexOf } from './term-index/term-index-of';

/** How far terms are followed. This bounds what a page costs. */
export interface Bounds {
  /** Papers met behind which no further term is followed. */
  met: number;
  /** Latest papers that a term leads to, of those that make much and little of it each. */
  ofALevel: number;
}

/**
 * Of 40,000 papers, with co-authors as the truth, nDCG@10 is .090 with these as with all that terms lead to, thirty
 * thousand; with the latest 32 of each level it was .081.
 */
const BOUNDS: Bounds = { met: 4_000, ofALevel: 500 };

/**
 * Of a list that a filter thins out, so many times what it is to hold is checked at first: where most papers pass, a list takes
 * two thirds of the time that it takes to check all that were met (100,000 papers, beside `--parts costs`).
 */
const FIRST_CHECKED = 3;

/** Terms looked up at a time: a few milliseconds on SQLite. */
const TOKENS_AT_A_TIME = 200;

/** What papers have in common with one, by primary key. */
type Gains = ReadonlyMap<number, number>;

/**
 * Finds the papers that may be related to others: follows the terms of a paper, the rarest first, to the latest papers that
 * make as much of it, or more, or less, and keeps those met with most in common, weights taken by their levels. A term that
 * several papers have is followed once.
 */
export class Candidates {
  private readonly holders = new Map<string, readonly number[]>();

  constructor(
    private readonly db: Db,
    private readonly known: KnownTerms,
    private readonly filter: PaperFilter,
    private readonly bounds = BOUNDS,
  ) {}

  /** Follows the terms of papers, which are known with their rarities. */
  async follow(papers: readonly number[]): Promise<void> {
    const unknown = new Set<string>();
    for (const paper of papers) {
      for (const key of this.followed(paper)) {
        for (const token of tokensOf(key)) if (!this.holders.has(token)) unknown.add(token);
      }
    }
    const tokens = [...unknown];
    for (let start = 0; start < tokens.length; start += TOKENS_AT_A_TIME) {
      await this.lookUp(tokens.slice(start, start + TOKENS_AT_A_TIME));
      await letOthersRun(this.db);
    }
  }

  /**
   * The papers that have most in common with each of those whose terms were followed, and that the filter lets through; those
   * with equally much latest first.
   */
  async of(papers: readonly number[], most: number): Promise<Map<number, number[]>> {
    const shared = new Map(papers.map((paper) => [paper, this.sharedWith(paper)]));
    const conditions = paperConditions(this.filter);
    if (conditions.length === 0) return new Map([...shared].map(([paper, gains]) => [paper, best(gains, most)]));
    // The first few mostly do; where they do not, all that were met are checked.
    const first = papers.map((paper) => best(shared.get(paper) as Gains, FIRST_CHECKED * most));
    const fit = await this.whichFit(first.flat(), conditions);
    const found = new Map(papers.map((paper, at) => [paper, (first[at] as number[]).filter((pk) => fit.has(pk))]));
    const open = papers.filter((paper) => (found.get(paper) as number[]).length < most);
    const others = open.map((paper) => [...(shared.get(paper) as Gains)]);
    const alsoFit = await this.whichFit(
      others.flatMap((gains) => gains.map(([pk]) => pk)),
      conditions,
    );
    open.forEach((paper, at) => {
      found.set(paper, best(new Map((others[at] as [number, number][]).filter(([pk]) => alsoFit.has(pk))), most));
    });
    return new Map([...found].map(([paper, pks]) => [paper, pks.slice(0, most)]));
  }

  /** What a paper has in common with each that its terms lead to. */
  private sharedWith(paper: number): Gains {
    const shared = new Map<number, number>();
    const weights = this.known.weightsOf(paper);
    for (const key of this.followed(paper)) {
      const weight = weights.get(key) as number;
      const rarity = this.known.rarityOf(key);
      tokensOf(key).forEach((token, level) => {
        const gain = gainOf(rarity, weight, USUAL_WEIGHTS[level] as number);
        for (const other of this.holders.get(token) ?? []) shared.set(other, (shared.get(other) ?? 0) + gain);
      });
    }
    shared.delete(paper);
    return shared;
  }

  /** The terms of a paper that lead to others, the rarest first. */
  private followed(paper: number): string[] {
    const keys = [...this.known.weightsOf(paper).keys()].sort(
      (one, other) => this.known.rarityOf(other) - this.known.rarityOf(one) || (one < other ? -1 : 1),
    );
    let met = 0;
    const end = keys.findIndex((key) => {
      if (met >= this.bounds.met) return true;
      met += Math.min(this.known.papersWith(key), USUAL_WEIGHTS.length * this.bounds.ofALevel);
      return false;
    });
    return end < 0 ? keys : keys.slice(0, end);
  }

  private async lookUp(tokens: readonly string[]): Promise<void> {
    const rows = await run<{ number: number; pks: string }>(
      dear(this.db),
      sql`select token.number, ${termIndexOf(this.db).holders(sql`token.token`, this.bounds.ofALevel)} as pks
          from ${table(
            { number: 'integer', token: 'text' },
            tokens.map((token, number) => [number, token]),
          )} token`,
    );
    const found = rows.map(({ number, pks }) => [tokens[number] as string, JSON.parse(pks) as number[]] as const);
    for (const [token, pks] of found) this.holders.set(token, pks);
  }

  /** Those of the papers that fit the conditions. */
  private async whichFit(papers: readonly number[], conditions: Sql[]): Promise<ReadonlySet<number>> {
    if (papers.length === 0) return new Set();
    const rows = await run<{ pk: number }>(
      dear(this.db),
      sql`select p.id as pk from paper p where p.id in ${ids([...new Set(papers)])} and ${join(conditions, ' and ')}`,
    );
    return new Set(rows.map(({ pk }) => pk));
  }
}

function tokensOf(key: string): string[] {
  return USUAL_WEIGHTS.map((_, level) => tokenOf(key, level));
}

/** Those that gain most, the first so many. */
function best(gains: Gains, most: number): number[] {
  // Numbers alone are put in order much faster than papers, and most of these need not be.
  const least = gains.size > most ? (Float64Array.from(gains.values()).sort().at(-most) as number) : 0;
  return [...gains]
    .filter(([, gain]) => gain >= least)
    .sort(([one, gain], [other, otherGain]) => otherGain - gain || other - one)
    .slice(0, most)
    .map(([other]) => other);
}
