import sql, { join, type Sql } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../read/as-papers';
import { countRows, type Page, readPage, type Window } from '../read/list';
import { type Db, run, table } from '../sql';
import { fromDoc } from './kinds';
import { bestFirst, pageOf } from './page-of-list';
import type { Pin } from './pins';
import type { Search } from './prepare-search';
import { type Found, readNodes } from './read-nodes';
import { rounded } from './rounded';
import type { ScoredDoc } from './scored-doc';
import { searchIndexOf } from './search-index-of';

/** A result of a search: the row, and how well it fits. */
export type Hit = Found & { score: number };

/**
 * A page of the results, best first, equal ones by their ids. A score depends on the corpus alone, so as long as that
 * does not change, pages follow one another without gaps to the last result.
 */
export async function readHits(db: Db, search: Search, window: Window): Promise<Page<Hit>> {
  if (findsNothing(search)) return { items: [], hasMore: false };
  const page = search.choose
    ? pageOf((await search.choose(db)).hits, window)
    : await readPage<ScoredDoc>(
        db,
        {
          columns: () => sql`p.doc as doc, p.score as score`,
          ...within(search, hits(db, search)),
          order: bestFirst,
        },
        window,
      );
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

/** How many results a search lists. */
export async function countHits(db: Db, search: Search): Promise<number> {
  if (findsNothing(search)) return 0;
  if (search.choose) return (await search.choose(db)).hits.length;
  return countRows(db, within(search, docs(db, search)));
}

/** Whether a search lists all that matches it. */
export async function isComplete(db: Db, search: Search): Promise<boolean> {
  return search.choose ? (await search.choose(db)).isComplete : true;
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
  if (search.choose) {
    const { hits } = await search.choose(db);
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
