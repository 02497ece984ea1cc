import sql, { empty, join, type Sql } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../../lists/filter/as-papers';
import { countRows, type Item, type List, type Page, readPage, type Window } from '../../lists/paging/list';
import { type Db, ids, run, table } from '../../store/sql';
import { fromDoc } from '../documents';
import { searchIndexOf } from '../index/search-index-of';
import type { Pin } from '../rank/pins';
import type { Search } from '../rank/prepared-search';
import { rounded } from '../rank/rounded';
import type { ScoredDoc } from '../rank/scored-doc';
import { defaultSearchOrder, firstSeenKey, hitOrderTerms, type SearchOrder } from './hit-order';
import { pageOf } from './page-of-list';
import { type Found, readNodes } from './read-nodes';

/** A result of a search: the row, and how well it fits. */
export type Hit = Found & { score: number };

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
  if (findsNothing(search)) return { items: [], hasMore: false };
  const page = search.topK
    ? pageOf(await inOrder(db, (await search.topK(db)).hits, order), hitOrderTerms(order), window)
    : await readPage<ScoredDoc>(db, listOf(db, search, order), window);
  const nodes = await readNodes(
    db,
    page.items.map(({ row }) => row.doc),
  );
  return {
    hasMore: page.hasMore,
    items: page.items.flatMap(({ row, position }) => {
      const found = nodes.get(row.doc);
      return found ? [{ row: Object.assign(found, { score: row.score }), position }] : [];
    }),
  };
}

function listOf(db: Db, search: Search, order: SearchOrder): List {
  const { from, where } = within(search, hits(db, search));
  const isSeen = order.field === 'FIRST_SEEN_ON';
  return {
    columns: () => sql`p.doc as doc, p.score as score${isSeen ? sql`, ${firstSeenKey} as "firstSeenKey"` : empty}`,
    from: isSeen ? sql`${from} left join paper seen on seen.id = p.doc` : from,
    where,
    order: hitOrderTerms(order),
  };
}

/** Results with their positions in an order. */
async function inOrder(db: Db, hits: readonly ScoredDoc[], order: SearchOrder): Promise<Item<ScoredDoc>[]> {
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
  if (findsNothing(search)) return 0;
  if (search.topK) return (await search.topK(db)).hits.length;
  return countRows(db, within(search, docs(db, search)));
}

/** Whether a search lists all that matches it. */
export async function isComplete(db: Db, search: Search): Promise<boolean> {
  return search.topK ? (await search.topK(db)).isComplete : true;
}

/** The papers among the results: primary keys. Each facet is counted of them, so they are looked for once. */
export function foundPapers(db: Db, search: Search): Promise<readonly number[]> {
  const known = found.get(search) ?? findPapers(db, search);
  found.set(search, known);
  return known;
}

const found = new WeakMap<Search, Promise<readonly number[]>>();

async function findPapers(db: Db, search: Search): Promise<readonly number[]> {
  const papers = {
    ...search,
    types: search.types.filter((type) => type === 'PAPER'),
    pins: search.pins.filter(({ doc }) => fromDoc(doc).type === 'PAPER'),
  };
  if (findsNothing(papers)) return [];
  if (search.topK) {
    const { hits } = await search.topK(db);
    return hits.map(({ doc }) => fromDoc(doc)).flatMap(({ type, pk }) => (type === 'PAPER' ? [pk] : []));
  }
  const { from, where } = within(papers, docs(db, papers));
  const rows = await run<{ pk: number }>(
    db,
    sql`select p.doc as pk from ${from} where ${join([sql`1 = 1`, ...where], ' and ')}`,
  );
  return rows.map(({ pk }) => pk);
}

function findsNothing({ query, types }: Search): boolean {
  return types.length === 0 || query.wanted.length + query.required.length === 0;
}

/** The results narrowed down to the papers that the filter leaves. */
function within({ filter }: Search, results: Sql): { from: Sql; where: Sql[] } {
  return { from: asPapers(results), where: conditionsOfIds(filter) };
}

/** What the query matches, what it names raised above all else, and what it names without matching it. */
function hits(db: Db, { query, pins, types }: Search): Sql {
  const scored = searchIndexOf(db).scoredDocs(query, types);
  if (pins.length === 0) return sql`select doc, ${rounded(sql`score`)} as score from (${scored}) scored`;
  return sql`select doc, ${rounded(sql`max(score) + max(boost)`)} as score from (
      select doc, score, 0 as boost from (${scored}) scored
      union all select doc, 0, boost from ${pinTable(pins)} pinned
    ) found group by doc`;
}

function docs(db: Db, { query, pins, types }: Search): Sql {
  const matched = searchIndexOf(db).matchedDocs(query, types);
  if (pins.length === 0) return matched;
  return sql`${matched} union select doc from ${pinTable(pins)} pinned`;
}

function pinTable(pins: readonly Pin[]): Sql {
  return table(
    { doc: 'integer', boost: 'integer' },
    pins.map(({ doc, boost }) => [doc, boost]),
  );
}
