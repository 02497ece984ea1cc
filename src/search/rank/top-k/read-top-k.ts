import type { Db } from '../../../store/sql';
import type { Search, TopK } from '../prepared-search';
import { bestFirst, rounded } from '../score-docs';
import type { ScoredDoc } from '../scored-doc';
import { weighVectors } from '../weigh-vectors';
import { Candidates } from './candidates';
import { docsThatPass } from './docs-that-pass';
import { findCandidates, hasAllWords } from './find-candidates';
import { latestThatPass, readNarrowFilter } from './narrow-filter';
import { postingsToWeigh } from './postings-cost';
import { scoreAll, scoreWithin } from './score-search';

/**
 * Lists what a search finds; where that is too much to be weighed, the best of some candidates. The same corpus gives the
 * same list. `README.md` beside this file has all rules, and what each bounds.
 */
export async function readTopK(db: Db, search: Search): Promise<TopK> {
  const { hits, isComplete } = await findBest(db, search);
  const { weights, terms } = search;
  const ranked = weights === null ? hits : await weighVectors(db, weights, hits, terms);
  return { hits: await withPins(db, search, ranked), isComplete };
}

/** What is found by its words, with the scores of these, best first. */
interface Found {
  hits: ScoredDoc[];
  isComplete: boolean;
}

async function findBest(db: Db, search: Search): Promise<Found> {
  const { query, filter, bounds, collection, docFrequency } = search;
  if (postingsToWeigh(query, docFrequency) <= bounds.visited)
    return { hits: await scoreAll(db, search), isComplete: true };
  const narrow = await readNarrowFilter(db, filter, bounds);
  if (narrow !== null && narrow.size <= bounds.narrow) {
    const papers = await latestThatPass(db, narrow, filter, bounds.narrow);
    const hits = await scoreWithin(db, search, papers);
    const isComplete = hasAllWords(search);
    return hits.length === 0 && !isComplete ? exhaust(db, search) : { hits, isComplete };
  }
  if (collection.papers <= bounds.visited) return { hits: await scoreAll(db, search), isComplete: true };
  const candidates = new Candidates(db, search);
  const isComplete = await findCandidates(db, search, candidates, narrow);
  const hits = await scoreWithin(db, search, [...candidates.docs]);
  if (hits.length === 0 && !isComplete) return exhaust(db, search);
  return { hits: isComplete ? hits : hits.slice(0, candidates.most), isComplete };
}

/** Tries once more, with nothing left out beforehand: a search that finds nothing is to be one of what is not there. */
async function exhaust(db: Db, search: Search): Promise<Found> {
  if (search.isExhaustive) return { hits: [], isComplete: false };
  const bounds = { ...search.bounds, narrow: search.bounds.counted };
  return findBest(db, { ...search, groups: [search.query.wanted], bounds, isExhaustive: true });
}

/** What the query names raised above all else, and what it names without matching it, as far as it passes the filter. */
async function withPins(db: Db, { pins, filter }: Search, hits: ScoredDoc[]): Promise<ScoredDoc[]> {
  if (pins.length === 0) return hits;
  const passing = new Set(
    await docsThatPass(
      db,
      filter,
      pins.map(({ doc }) => doc),
    ),
  );
  const boostOf = new Map(pins.filter(({ doc }) => passing.has(doc)).map(({ doc, boost }) => [doc, boost]));
  const raised = new Map([...boostOf.keys()].map((doc) => [doc, { doc, score: 0, wordScore: 0, vectorScore: 0 }]));
  const others = hits.filter((hit) => {
    if (raised.has(hit.doc)) raised.set(hit.doc, hit);
    return !raised.has(hit.doc);
  });
  const first = [...raised.values()].map((hit) => ({
    ...hit,
    score: rounded(hit.score + (boostOf.get(hit.doc) ?? 0)),
  }));
  return [...first, ...others].sort(bestFirst);
}
