import sql from 'sql-template-tag';
import type { Item, Page, Window } from '../../lists/paging/list';
import { type Db, ids, run } from '../../store/sql';
import { fromDoc } from '../documents';
import type { Search } from '../rank/prepared-search';
import type { RankedDoc } from '../rank/scored-doc';
import { defaultSearchOrder, hitOrderTerms, type SearchOrder } from './hit-order';
import { pageOf } from './page-of-list';
import { type Found, readNodes } from './read-nodes';

/** A result of a search: the row, and how well it fits. */
export type Hit = Found & Omit<RankedDoc, 'doc'>;

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
  const page = pageOf(await inOrder(db, hits, order), hitOrderTerms(order), window);
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

/** Results with their positions in an order. */
async function inOrder(db: Db, hits: readonly RankedDoc[], order: SearchOrder): Promise<Item<RankedDoc>[]> {
  if (order.field === 'RELEVANCE') return hits.map((row) => ({ row, position: [row.score, row.doc] }));
  const rows = await run<{ doc: number; key: string }>(
    db,
    sql`select id as doc, first_seen_key as key from paper where id in ${ids(hits.map(({ doc }) => doc))}`,
  );
  const seen = new Map(rows.map(({ doc, key }) => [doc, key]));
  return hits.map((row) => ({ row, position: [seen.get(row.doc) ?? '', row.doc] }));
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
