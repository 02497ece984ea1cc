import sql from 'sql-template-tag';
import type { Position } from '../../lists/paging/keyset';
import type { Window } from '../../lists/paging/list';
import type { Page } from '../../lists/paging/page';
import { type Db, ids, run } from '../../store/sql';
import { fromDoc } from '../documents';
import type { Search } from '../rank/prepared-search';
import type { ScoredDoc } from '../rank/scored-doc';
import { defaultSearchOrder, hitOrderTerms, type SearchOrder } from './hit-order';
import { compare, pageOf } from './page-of-list';
import { type Found, readNodes } from './read-nodes';

/** A result of a search: the row, and how well it fits. */
export type Hit = Found & Omit<ScoredDoc, 'doc'>;

/**
 * A page of the results, equal ones by their ids. A score depends on the corpus alone, so as long as that does not change,
 * pages follow one another without gaps to the last result.
 *
 * @param order best first unless said
 */
export async function readHits(
  db: Db,
  search: Search,
  window: Window,
  order: SearchOrder = defaultSearchOrder,
): Promise<Page<Hit>> {
  const { hits } = await search.topK(db);
  const { rows, positionOf } = await inOrder(db, hits, order);
  const page = pageOf(rows, positionOf, hitOrderTerms(order), window);
  const nodes = await readNodes(
    db,
    page.items.map(({ row }) => row.doc),
  );
  return {
    hasMore: page.hasMore,
    items: page.items.flatMap(({ row, position }) => {
      const found = nodes.get(row.doc);
      const { score, wordScore, vectorScore } = row;
      return found ? [{ row: Object.assign(found, { score, wordScore, vectorScore }), position }] : [];
    }),
  };
}

/**
 * Results in an order, and their positions in it.
 *
 * @param hits best first
 */
async function inOrder(
  db: Db,
  hits: readonly ScoredDoc[],
  order: SearchOrder,
): Promise<{ rows: readonly ScoredDoc[]; positionOf(hit: ScoredDoc): Position }> {
  if (order.field === 'RELEVANCE') {
    const positionOf = ({ score, doc }: ScoredDoc): Position => [score, doc];
    return { rows: order.direction === 'DESC' ? hits : [...hits].reverse(), positionOf };
  }
  const keys = await run<{ doc: number; key: string }>(
    db,
    sql`select id as doc, first_seen_key as key from paper where id in ${ids(hits.map(({ doc }) => doc))}`,
  );
  const seen = new Map(keys.map(({ doc, key }) => [doc, key]));
  const positionOf = ({ doc }: ScoredDoc): Position => [seen.get(doc) ?? '', doc];
  const terms = hitOrderTerms(order);
  return { rows: [...hits].sort((one, other) => compare(terms, positionOf(one), positionOf(other))), positionOf };
}

/** How many results a search lists. */
export async function countHits(db: Db, search: Search): Promise<number> {
  return (await search.topK(db)).hits.length;
}

/** Whether a search lists all that matches it. */
export async function isComplete(db: Db, search: Search): Promise<boolean> {
  return (await search.topK(db)).isComplete;
}

/** The papers among the results, the best of them: primary keys. */
export async function bestPapers(db: Db, search: Search, most: number): Promise<readonly number[]> {
  const { hits } = await search.topK(db);
  const papers = hits.map(({ doc }) => fromDoc(doc)).flatMap(({ type, pk }) => (type === 'PAPER' ? [pk] : []));
  return papers.slice(0, most);
}
