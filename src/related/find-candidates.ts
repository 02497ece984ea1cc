import sql, { join } from 'sql-template-tag';
import { type PaperFilter, paperConditions } from '../lists/filter/paper-filter';
import { letOthersRun } from '../store/reading/let-others-run';
import { type Db, dear, ids, run, table } from '../store/sql';
import { gainOf, type KnownTerms } from './known-terms';
import { tokenOf, USUAL_WEIGHTS } from './level';
import { termIndexOf } from './term-index/term-index-of';

/** Latest papers that a term leads to, of those that make much and little of it. This bounds what a page costs. */
const PAPERS_OF_A_LEVEL = 32;

/** Terms looked up at a time: a few milliseconds on SQLite. */
const TOKENS_AT_A_TIME = 200;

/**
 * Finds the papers that may be related to others: follows each term of a paper to the latest papers that make as much of it,
 * or more, or less, and keeps those met with most in common, weights taken by their levels. A term that several papers have
 * is followed once.
 */
export class Candidates {
  private readonly holders = new Map<string, readonly number[]>();

  constructor(
    private readonly db: Db,
    private readonly known: KnownTerms,
    private readonly filter: PaperFilter,
  ) {}

  /** Follows the terms of papers, which are known with their rarities. */
  async follow(papers: readonly number[]): Promise<void> {
    const unknown = new Set<string>();
    for (const paper of papers) {
      for (const key of this.known.weightsOf(paper).keys()) {
        for (const token of tokensOf(key)) if (!this.holders.has(token)) unknown.add(token);
      }
    }
    const tokens = [...unknown];
    for (let start = 0; start < tokens.length; start += TOKENS_AT_A_TIME) {
      await this.lookUp(tokens.slice(start, start + TOKENS_AT_A_TIME));
      await letOthersRun(this.db);
    }
  }

  /** The papers that have most in common with a paper whose terms were followed; those with equally much latest first. */
  of(paper: number, most: number): number[] {
    const shared = new Map<number, number>();
    for (const [key, weight] of this.known.weightsOf(paper)) {
      const rarity = this.known.rarityOf(key);
      tokensOf(key).forEach((token, level) => {
        const gain = gainOf(rarity, weight, USUAL_WEIGHTS[level] as number);
        for (const other of this.holders.get(token) ?? []) shared.set(other, (shared.get(other) ?? 0) + gain);
      });
    }
    shared.delete(paper);
    return [...shared]
      .sort(([one, gain], [other, otherGain]) => otherGain - gain || other - one)
      .slice(0, most)
      .map(([other]) => other);
  }

  private async lookUp(tokens: readonly string[]): Promise<void> {
    const rows = await run<{ number: number; pks: string }>(
      dear(this.db),
      sql`select token.number, ${termIndexOf(this.db).holders(sql`token.token`, PAPERS_OF_A_LEVEL)} as pks
          from ${table(
            { number: 'integer', token: 'text' },
            tokens.map((token, number) => [number, token]),
          )} token`,
    );
    const found = rows.map(({ number, pks }) => [tokens[number] as string, JSON.parse(pks) as number[]] as const);
    const fit = await this.whichFit(found.flatMap(([, pks]) => pks));
    for (const [token, pks] of found) this.holders.set(token, fit ? pks.filter((pk) => fit.has(pk)) : pks);
  }

  /** Those of the papers that the filter lets through; null when it lets all through. */
  private async whichFit(papers: readonly number[]): Promise<ReadonlySet<number> | null> {
    const conditions = paperConditions(this.filter);
    if (conditions.length === 0) return null;
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
