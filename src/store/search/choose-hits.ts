import sql, { join } from 'sql-template-tag';
import { paperConditions } from '../read/paper-filter';
import { type Db, ids, limit, run } from '../sql';
import { idfOf, saturation } from './bm25';
import { type DocRange, rangeOf, type SearchType } from './kinds';
import { letOthersRun } from './let-others-run';
import type { Phrase } from './parse-query';
import { OTHER_WEIGHT } from './ranking';
import { rarestFirst, visitsOf } from './rarity';
import { readCollection } from './read-collection';
import { rounded } from './rounded';
import type { Search } from './search';
import type { Match } from './search-index';
import { searchIndexOf } from './search-index-of';
import { weighedPhrases } from './weighed-phrases';

/** A document that was found, and how well it fits. */
export interface ScoredDoc {
  doc: number;
  score: number;
}

/** What a search lists that finds too much to weigh it all. */
export interface ChosenHits {
  /** Best first, equal ones by their ids. */
  hits: ScoredDoc[];
  /** Whether nothing that matches is left out. */
  isComplete: boolean;
}

/** Documents read at a time: keeps statements short. */
const DOCS_AT_A_TIME = 500;
const MATCHES_AT_A_TIME = 1_000;

/**
 * Lists the best of a choice of documents, for a search with words so frequent that weighing all that it finds would
 * take too long. The same corpus gives the same list.
 *
 * 1. The rarest words choose, as many as stand in `bounds.visited` documents together: of what holds one of them, the
 *    best by these words.
 * 2. Where that leaves room, the latest documents follow that hold all words, then those that hold the rarer half, the
 *    rarest, any; those with the words in the title before the others, unless something is required or excluded.
 * 3. All words and pairs rank what was chosen, by BM25. A phrase counts as rare as its rarest word, as counting its
 *    documents would mean to visit them.
 */
export async function chooseHits(db: Db, search: Search): Promise<ChosenHits> {
  const choice = new Choice(db, search);
  const ranking = await choice.chooseByRareWords();
  if (!choice.isFull && !choice.isComplete) await choice.fillUp();
  await choice.addPins();
  return { hits: await rank(db, search, choice.chosen, ranking), isComplete: choice.isComplete };
}

/** Words that are still to be counted for the ranking. */
interface Ranking {
  wanted: readonly Phrase[];
  required: readonly (readonly Phrase[])[];
}

/** The documents chosen so far, each with its score by the words that chose it. */
class Choice {
  readonly chosen = new Map<number, number>();
  isComplete = false;
  private held = 0;
  private hasSkipped = false;

  constructor(
    private readonly db: Db,
    private readonly search: Search,
  ) {}

  get isFull(): boolean {
    return this.chosen.size >= this.most;
  }

  private get most(): number {
    const { types, bounds } = this.search;
    return types.reduce((sum, type) => sum + bounds.listed[type], 0);
  }

  /** @returns what is not yet counted in the scores */
  async chooseByRareWords(): Promise<Ranking> {
    const { query, types, rarity, bounds, filter } = this.search;
    const { wanted, required, excluded } = query;
    let visits = visitsOf([...required.flat(), ...required.flat(), ...excluded], rarity);
    if (visits > bounds.visited) return { wanted, required };
    const rare: Phrase[] = [];
    for (const phrase of rarestFirst(wanted, rarity)) {
      visits += rarity(phrase);
      if (visits > bounds.visited || rare.length === bounds.phrases) break;
      rare.push(phrase);
    }
    const rest = wanted.filter((phrase) => !rare.includes(phrase));
    if (rare.length + required.length === 0) return { wanted, required };
    const scored = searchIndexOf(this.db).scoredDocs({ ...query, wanted: rare, pairs: [] }, types);
    const conditions = paperConditions(filter);
    const narrowed = conditions.length === 0 ? sql`` : sql` join paper p on p.id = s.doc`;
    const rows = await run<ScoredDoc>(
      this.db,
      sql`select s.doc, ${rounded(sql`s.score`)} as score from (${scored}) s${narrowed}
          where ${join([sql`1 = 1`, ...conditions], ' and ')} order by 2 desc, 1 ${limit(this.most + 1)}`,
    );
    for (const { doc, score } of rows.slice(0, this.most)) this.chosen.set(doc, score);
    // Where something is required, that alone says what is found.
    this.isComplete = required.length > 0 && rows.length <= this.most;
    return { wanted: rest, required: [] };
  }

  async fillUp(): Promise<void> {
    const complete: boolean[] = [];
    for (const type of this.search.types) complete.push(await this.fillUpWith(type));
    this.isComplete = complete.every(Boolean);
  }

  /** @returns whether everything of this type is there that matches */
  private async fillUpWith(type: SearchType): Promise<boolean> {
    const { query, rarity, bounds, groups } = this.search;
    const { from, to } = rangeOf(type);
    const last = await searchIndexOf(this.db).latestDoc(this.db, { from, to });
    if (last === null) return true;
    const sorted = groups
      .map((phrases) => ({ phrases, docs: visitsOf(phrases, rarity) }))
      .sort((one, other) => one.docs - other.docs)
      .map(({ phrases }) => phrases);
    const sizes = new Set([sorted.length, Math.ceil(sorted.length / 2), Math.min(1, sorted.length)]);
    this.held = 0;
    this.hasSkipped = false;
    const room = {
      left: bounds.listed[type] - [...this.chosen.keys()].filter((doc) => doc >= from && doc < to).length,
    };
    const { required, excluded } = query;
    const isPlain = required.length + excluded.length === 0;
    for (const size of sizes) {
      if (size === 0) break;
      const some = sorted.slice(0, size);
      // What is required or excluded concerns all texts.
      if (isPlain) await this.take({ field: 'title', groups: some, excluded }, { from, to: last + 1 }, room);
      // One word alone anywhere is the same as any word, which comes last.
      const all = { field: 'any', groups: [...required, ...some], excluded } as const;
      // Of topics and repositories hardly a word stands elsewhere than in their names.
      if (sorted.length > 1 && type === 'PAPER') await this.take(all, { from, to: last + 1 }, room);
    }
    const any = { field: 'any', groups: required.length > 0 ? required : [sorted.flat()], excluded } as const;
    return this.take(any, { from, to: last + 1 }, room);
  }

  /**
   * Takes the latest documents that match and pass the filter, as long as there is room.
   *
   * @returns whether all were taken
   */
  private async take(match: Match, { from, to: end }: DocRange, room: { left: number }): Promise<boolean> {
    for (let to = end; ; ) {
      if (room.left <= 0) return false;
      const found = await run<{ doc: number }>(
        this.db,
        searchIndexOf(this.db).latestDocs(match, { from, to }, MATCHES_AT_A_TIME),
      );
      await letOthersRun();
      const passing = await this.passing(found.map(({ doc }) => doc).filter((doc) => !this.chosen.has(doc)));
      for (const doc of passing.slice(0, room.left)) this.chosen.set(doc, 0);
      room.left -= passing.length;
      if (room.left < 0 || this.hasSkipped) return false;
      if (found.length < MATCHES_AT_A_TIME) return true;
      to = (found.at(-1) as { doc: number }).doc;
    }
  }

  /** Those of the documents that the filter leaves, in the same order. */
  private async passing(docs: readonly number[]): Promise<number[]> {
    const conditions = paperConditions(this.search.filter);
    if (conditions.length === 0 || docs.length === 0) return [...docs];
    const left = Math.max(0, this.search.bounds.filtered - this.held);
    if (docs.length > left) this.hasSkipped = true;
    const looked = docs.slice(0, left);
    this.held += looked.length;
    const rows = await run<{ doc: number }>(
      this.db,
      sql`select p.id as doc from paper p where p.id in ${ids(looked)} and ${join(conditions, ' and ')}`,
    );
    await letOthersRun();
    const fit = new Set(rows.map(({ doc }) => doc));
    return looked.filter((doc) => fit.has(doc));
  }

  /** What the query names is found in any case, if the filter leaves it. */
  async addPins(): Promise<void> {
    const { pins } = this.search;
    const fresh = pins.map(({ doc }) => doc).filter((doc) => !this.chosen.has(doc));
    this.held = 0;
    for (const doc of await this.passing(fresh)) this.chosen.set(doc, 0);
  }
}

async function rank(
  db: Db,
  { query, pins, rarity, bounds }: Search,
  chosen: ReadonlyMap<number, number>,
  { wanted, required }: Ranking,
): Promise<ScoredDoc[]> {
  const weighed = weighedPhrases({ wanted, required, pairs: query.pairs });
  const order = new Map(
    rarestFirst(
      weighed.map(({ phrase }) => phrase),
      rarity,
    ).map((phrase, place) => [phrase, place]),
  );
  const counted = weighed
    .sort((one, other) => (order.get(one.phrase) as number) - (order.get(other.phrase) as number))
    .slice(0, bounds.phrases);
  const collection = await readCollection(db);
  const weights = counted.map(({ phrase, word, pair }) => (word + pair) * idfOf(rarity(phrase), collection));
  const phrases = counted.map(({ phrase }) => phrase);
  const scores = new Map(chosen);
  const docs = [...chosen.keys()].sort((one, other) => one - other);
  for (let start = 0; start < docs.length && phrases.length > 0; start += DOCS_AT_A_TIME) {
    const part = docs.slice(start, start + DOCS_AT_A_TIME);
    for (const { doc, length, frequencies } of await searchIndexOf(db).readFrequencies(db, part, phrases)) {
      const score = frequencies.reduce(
        (sum, frequency, place) => sum + (weights[place] as number) * saturation(frequency, length, collection),
        0,
      );
      scores.set(doc, (scores.get(doc) as number) + score * (doc < rangeOf('PAPER').to ? 1 : OTHER_WEIGHT));
    }
    await letOthersRun();
  }
  for (const { doc, boost } of pins) {
    const score = scores.get(doc);
    if (score !== undefined) scores.set(doc, score + boost);
  }
  return [...scores]
    .map(([doc, score]) => ({ doc, score: Math.round(score * 1e6) / 1e6 }))
    .sort((one, other) => other.score - one.score || one.doc - other.doc);
}
