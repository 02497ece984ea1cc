import sql from 'sql-template-tag';
import type { PaperFilter } from '../lists/filter/paper-filter';
import { checkPosition, type PositionTerm } from '../lists/paging/keyset';
import type { Window } from '../lists/paging/list';
import type { Item, Page } from '../lists/paging/page';
import { PAPER_JSON } from '../lists/papers';
import { columnsOf } from '../store/columns';
import { Paper } from '../store/entities/paper/paper';
import { letOthersRun } from '../store/reading/let-others-run';
import { type Db, dear, ids, parseJson, run } from '../store/sql';
import { Candidates } from './find-candidates';
import type { KnownTerms } from './known-terms';
import type { KnownVectors } from './known-vectors';
import { type RelatedScore, scoreOf } from './score';

/** A paper that has something in common with another. */
export interface RelatedPaperRow extends Paper, RelatedScore {}

/** A related paper by its primary key, and where it stands in its list. */
export interface RelatedPaper extends RelatedScore {
  pk: number;
  firstSeenKey: string;
}

/** What one operation has read of papers to tell which are related. */
export interface Known {
  terms: KnownTerms;
  vectors: KnownVectors;
}

/** Most related papers that a paper has: behind these, what two papers share is chance. */
export const MOST_RELATED = 100;

/** Papers whose lists are worked out together: others have their turn after some milliseconds. */
const PAPERS_AT_A_TIME = 4;

/**
 * The papers that have most in common with each paper, best first; `scoreOf` has the formula.
 *
 * Papers come newest first where scores are equal. No paper is related to itself.
 */
export async function readRelatedLists(
  db: Db,
  known: Known,
  papers: readonly number[],
  filter: PaperFilter,
): Promise<Map<number, RelatedPaper[]>> {
  const { terms, vectors } = known;
  const candidates = new Candidates(db, terms, filter);
  const lists = new Map<number, RelatedPaper[]>();
  for (let start = 0; start < papers.length; start += PAPERS_AT_A_TIME) {
    const part = papers.slice(start, start + PAPERS_AT_A_TIME);
    await terms.readWeights(part);
    await terms.readRarities(part);
    await candidates.follow(part);
    const found = await candidates.of(part, MOST_RELATED);
    const others = [...found.values()].flat();
    await Promise.all([terms.readWeights(others), vectors.read([...part, ...others])]);
    const scored = new Map([...found].map(([paper, others]) => [paper, scoresOf(known, paper, others)]));
    const keyOf = await readKeys(db, [...scored.values()].flat());
    for (const [paper, scores] of scored) lists.set(paper, inOrder(scores, keyOf));
    await letOthersRun(db);
  }
  return lists;
}

/** How near those of the papers are that are related to a paper. */
function scoresOf({ terms, vectors }: Known, paper: number, others: readonly number[]): Scored[] {
  return others.flatMap((pk) => {
    const score = scoreOf(terms, vectors, paper, pk);
    return score ? [{ pk, ...score }] : [];
  });
}

type Scored = Omit<RelatedPaper, 'firstSeenKey'>;

async function readKeys(db: Db, papers: readonly Scored[]): Promise<Map<number, string>> {
  if (papers.length === 0) return new Map();
  const pks = new Set(papers.map(({ pk }) => pk));
  const rows = await run<{ pk: number; firstSeenKey: string }>(
    db,
    sql`select id as pk, first_seen_key as "firstSeenKey" from paper where id in ${ids([...pks])}`,
  );
  return new Map(rows.map(({ pk, firstSeenKey }) => [pk, firstSeenKey]));
}

/** Best first, among equals the one that was seen last. A paper that has gone meanwhile is left out. */
function inOrder(scores: readonly Scored[], keyOf: ReadonlyMap<number, string>): RelatedPaper[] {
  return scores
    .flatMap((scored) => {
      const firstSeenKey = keyOf.get(scored.pk);
      return firstSeenKey === undefined ? [] : [{ ...scored, firstSeenKey }];
    })
    .sort((one, other) => other.score - one.score || (one.firstSeenKey < other.firstSeenKey ? 1 : -1));
}

/** A page of each list, with the papers read. */
export async function readRelatedPages(
  db: Db,
  lists: ReadonlyMap<number, readonly RelatedPaper[]>,
  window: Window,
): Promise<Map<number, Page<RelatedPaperRow>>> {
  const parts = new Map([...lists].map(([paper, list]) => [paper, partOf(list, window)]));
  const pks = new Set([...parts.values()].flatMap(({ items }) => items.map(({ pk }) => pk)));
  const papers = pks.size === 0 ? [] : await readPapers(db, [...pks], window);
  const paperOf = new Map(papers.map((paper) => [paper.pk, paper]));
  return new Map(
    [...parts].map(([paper, { items, hasMore }]) => [
      paper,
      {
        hasMore,
        items: items.flatMap(({ pk, firstSeenKey, ...score }): Item<RelatedPaperRow>[] => {
          const row = paperOf.get(pk);
          return row ? [{ row: { ...row, ...score }, position: [score.score, firstSeenKey] }] : [];
        }),
      },
    ]),
  );
}

async function readPapers(db: Db, pks: readonly number[], { asked }: Window): Promise<Paper[]> {
  const rows = await run<Paper>(
    dear(db),
    sql`select ${columnsOf(Paper, 'p', asked).sql} from paper p where p.id in ${ids(pks)}`,
  );
  return parseJson(rows, PAPER_JSON);
}

/** The order of a list. */
const bestFirst: PositionTerm[] = [{ descending: true, number: 'float' }, { descending: true }];

/**
 * The part of a list that a window asks for.
 *
 * @throws WrongPosition
 */
function partOf(list: readonly RelatedPaper[], { limit, after, before, backwards }: Window) {
  if (after) checkPosition(bestFirst, after, 'after');
  if (before) checkPosition(bestFirst, before, 'before');
  const isBehind = ({ score, firstSeenKey }: RelatedPaper, [least, key]: readonly unknown[]): boolean =>
    score < (least as number) || (score === least && firstSeenKey < (key as string));
  const isBefore = ({ score, firstSeenKey }: RelatedPaper, [most, key]: readonly unknown[]): boolean =>
    score > (most as number) || (score === most && firstSeenKey > (key as string));
  const within = list.filter(
    (item) => (after === null || isBehind(item, after)) && (before === null || isBefore(item, before)),
  );
  const items = backwards ? within.slice(Math.max(0, within.length - limit)) : within.slice(0, limit);
  return { items, hasMore: within.length > items.length };
}
