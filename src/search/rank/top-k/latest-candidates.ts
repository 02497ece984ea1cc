import type { Db } from '../../../store/sql';
import { type DocRange, rangeOf, type SearchType } from '../../documents';
import type { Match } from '../../index/search-index';
import { searchIndexOf } from '../../index/search-index-of';
import type { Phrase } from '../../query/parse-query';
import type { Search } from '../prepared-search';
import type { Candidates } from './candidates';
import { expectedMatches, postingsRead } from './postings-cost';
import { PostingsWalk } from './postings-walk';
import { spanOfDays } from './span-of-days';

/** What is asked for, one of its phrases; the rarest first. */
type Groups = readonly (readonly Phrase[])[];

/** The documents of one type. */
interface Part {
  type: SearchType;
  range: DocRange;
}

/**
 * Adds the latest documents that match to the candidates, as far as there is room, of each type: those that hold all words
 * in the title, then those that hold as many of the rarest as can be looked for together, then fewer, at last any.
 *
 * To find what holds many words is dear where few documents do. Those that hold the rarest of these words are found
 * faster, have the others among them, and are hardly more.
 *
 * @param groups what counts of the words wanted, the rarest first
 * @returns whether nothing that matches is left out
 */
export async function addLatest(db: Db, search: Search, candidates: Candidates, groups: Groups): Promise<boolean> {
  // Words that nothing holds are left out: when no others are wanted, there is nothing to look for.
  if (groups.length + search.query.required.length === 0) return true;
  const { entries } = search.collection;
  // One more than are listed: so it is seen at once that there are more.
  const pace = { docs: search.bounds.listed.PAPER + 1, entries: search.bounds.postingsAtOnce };
  const latest = new LatestCandidates(search, candidates, new PostingsWalk(db, entries, pace), entries);
  let isWhole = true;
  for (const type of search.types) {
    const { from, to } = rangeOf(type);
    const last = await searchIndexOf(db).latestDoc(db, { from, to });
    if (last === null) continue;
    const all = { from, to: last + 1 };
    const range = type === 'PAPER' && !search.isExhaustive ? overlap(all, await spanOfDays(db, search.filter)) : all;
    const isAllTaken = await latest.fill({ type, range }, groups);
    if (!isAllTaken || range.from > all.from || range.to < all.to) isWhole = false;
  }
  return isWhole;
}

function overlap(one: DocRange, other: DocRange): DocRange {
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}

class LatestCandidates {
  /** @param all how many documents there are */
  constructor(
    private readonly search: Search,
    private readonly candidates: Candidates,
    private readonly postings: PostingsWalk,
    private readonly all: number,
  ) {}

  async fill(part: Part, groups: Groups): Promise<boolean> {
    const { query, bounds } = this.search;
    const { excluded } = query;
    const required = query.required.map(({ phrases }) => phrases);
    this.candidates.startAnew();
    const match = (field: Match['field'], some: Groups): Match => ({ field, groups: some, excluded });
    const rarest = (size: number) => groups.slice(0, size);
    // What is required or excluded concerns all texts.
    const isPlain = required.length + excluded.length === 0;
    const inTitles = this.mostAffordable(groups.length, (size) => match('title', rarest(size)));
    const most = this.mostAffordable(groups.length, (size) => match('any', [...required, ...rarest(size)]));
    for (const size of new Set([inTitles, most, Math.ceil(most / 2), 1])) {
      const some = rarest(size);
      if (isPlain) await this.take(part, match('title', some), bounds.postings / 2);
      // Of topics and repositories hardly a word stands elsewhere than in their names; of one word all texts come last.
      const isWorthIt = part.type === 'PAPER' && groups.length > 1 && size <= most;
      if (isWorthIt) await this.take(part, match('any', [...required, ...some]), bounds.postings / 2);
    }
    const any = required.length > 0 ? required : [groups.flat()];
    // Of what may be too dear to be found everywhere, the titles come first: they are soon gone through.
    if (this.costOf(match('any', any)) > bounds.postings)
      await this.take(part, match('title', any), bounds.postings / 2);
    return this.take(part, match('any', any), Number.POSITIVE_INFINITY);
  }

  /**
   * Takes the latest documents that match and pass the filter, as long as there is room, if finding them is not dearer
   * than it may be.
   *
   * @returns whether all were taken
   */
  private async take({ type, range }: Part, match: Match, dearest: number): Promise<boolean> {
    if (this.candidates.roomFor(type) === 0 || match.groups.length === 0 || this.costOf(match) > dearest) return false;
    const { docFrequency, bounds } = this.search;
    const outlook = {
      entries: postingsRead(match, docFrequency),
      isRare: expectedMatches(match, docFrequency, this.all) <= bounds.listed.PAPER,
      most: bounds.postings / 2,
    };
    return this.postings.walk(
      match,
      range,
      outlook,
      (docs) => this.candidates.addPassing(docs, this.candidates.roomFor(type)),
      () => this.candidates.docs.size > 0,
    );
  }

  /** How many groups, the rarest, can be looked for together for half of what may be gone through. */
  private mostAffordable(all: number, matchOf: (size: number) => Match): number {
    let size = all;
    while (size > 0 && this.costOf(matchOf(size)) > this.search.bounds.postings / 2) size--;
    return size;
  }

  /** Entries of the index that are gone through until there is no more room, or nothing more to find. */
  private costOf(match: Match): number {
    const { docFrequency, bounds } = this.search;
    const expected = expectedMatches(match, docFrequency, this.all);
    return postingsRead(match, docFrequency) * Math.min(1, bounds.listed.PAPER / expected);
  }
}
