import type { Db } from '../../../store/sql';
import type { Search, TopK } from '../prepared-search';
import { Candidates } from './candidates';
import { findCandidates } from './find-candidates';
import { scoreCandidates } from './score-candidates';

/**
 * Lists the best of some candidates, for a search with words so frequent that weighing all that it finds would take too
 * long. The same corpus gives the same list. `README.md` beside this file has all rules, and what each bounds.
 *
 * @param search one with `topK`
 */
export async function readTopK(db: Db, search: Search): Promise<TopK> {
  const candidates = new Candidates(db, search);
  const { isComplete, uncounted } = await findCandidates(db, search, candidates);
  candidates.startAnew();
  await candidates.addPassing(
    search.pins.map(({ doc }) => doc),
    search.pins.length,
  );
  const hits = await scoreCandidates(db, search, candidates, uncounted);
  if (hits.length === 0 && !isComplete && !search.isExhaustive) return readTopK(db, exhaustive(search));
  return { hits: isComplete ? hits : hits.slice(0, candidates.most), isComplete };
}

/** The same search with nothing left out beforehand. */
function exhaustive(search: Search): Search {
  const bounds = { ...search.bounds, narrow: search.bounds.counted };
  return { ...search, groups: [search.query.wanted], bounds, isExhaustive: true };
}
