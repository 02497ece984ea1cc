import sql, { type Sql } from 'sql-template-tag';
import { type Db, ids, limit, run, table } from '../../../store/sql';
import { rangeOf, type SearchType } from '../../documents';
import { countsOf, entryOf, type IndexEntry, splitTerms } from '../index-entry';

/**
 * All at once for each index: FTS5 writes what it gathered to disk, as a segment of its own, before each statement that
 * writes many rows.
 */
export async function addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ doc, title, body, more }) => [doc, title, body, more]);
  const added = table({ doc: 'integer', title: 'text', body: 'text', more: 'text' }, rows);
  await run(
    db,
    sql`insert into search_index (rowid, title, body, more) select doc, title, body, more from ${added} entry`,
  );
  const titles = table(
    { doc: 'integer', title: 'text' },
    rows.map(([doc = null, title = null]) => [doc, title]),
  );
  await run(db, sql`insert into search_title (rowid, title) select doc, title from ${titles} entry`);
  await countIn(db, entries);
}

export async function removeEntries(db: Db, docs: readonly number[]): Promise<void> {
  const gone = await storedEntries(db, docs);
  if (gone.length === 0) return;
  await run(db, sql`delete from search_index where rowid in ${ids(gone.map(({ doc }) => doc))}`);
  await run(db, sql`delete from search_title where rowid in ${ids(gone.map(({ doc }) => doc))}`);
  await countOut(
    db,
    gone.map(({ doc, title, body, more }) =>
      entryOf(doc, { title: splitTerms(title), body: splitTerms(body), more: splitTerms(more) }),
    ),
  );
}

/** Documents removed at a time: bounds memory. */
const DOCS_AT_A_TIME = 500;

export async function removeEntriesOf(db: Db, type: SearchType): Promise<void> {
  const { from, to } = rangeOf(type);
  for (;;) {
    const docs = await run<{ doc: number }>(
      db,
      sql`select id as doc from search_index_docsize where id >= ${from} and id < ${to} ${limit(DOCS_AT_A_TIME)}`,
    );
    if (docs.length === 0) return;
    await removeEntries(
      db,
      docs.map(({ doc }) => doc),
    );
  }
}

export async function clear(db: Db): Promise<void> {
  await run(db, sql`delete from search_index`);
  await run(db, sql`insert into search_title (search_title) values ('delete-all')`);
  await run(db, sql`delete from search_term`);
  await run(db, sql`update search_state set entries = 0, papers = 0, title_tokens = 0, body_tokens = 0`);
}

export async function countEntries(db: Db): Promise<number[]> {
  const rows = await run<{ n: number }>(
    db,
    sql`select count(*) as n from search_index_docsize union all select count(*) from search_title_docsize`,
  );
  return rows.map(({ n }) => n);
}

/** FTS5 could be asked for these counts, but goes through all documents of a term to tell. */
async function countIn(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const counted = countsOf(entries);
  await run(
    db,
    // `where true` tells SQLite that `on conflict` is no condition of a join.
    sql`insert into search_term (term, doc) select term, doc from ${docsOfTerms(entries)} added where true
        on conflict (term) do update set doc = doc + excluded.doc`,
  );
  await run(
    db,
    sql`update search_state set entries = entries + ${counted.entries}, papers = papers + ${counted.papers},
          title_tokens = title_tokens + ${counted.titleTokens}, body_tokens = body_tokens + ${counted.bodyTokens}`,
  );
}

async function countOut(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const counted = countsOf(entries);
  await run(
    db,
    sql`insert into search_term (term, doc) select term, -doc from ${docsOfTerms(entries)} lost where true
        on conflict (term) do update set doc = doc + excluded.doc`,
  );
  await run(
    db,
    sql`delete from search_term where doc <= 0 and term in (select term from ${docsOfTerms(entries)} lost)`,
  );
  await run(
    db,
    sql`update search_state set entries = entries - ${counted.entries}, papers = papers - ${counted.papers},
          title_tokens = title_tokens - ${counted.titleTokens}, body_tokens = body_tokens - ${counted.bodyTokens}`,
  );
}

/** The terms of some documents, and in how many of them each stands. */
function docsOfTerms(entries: readonly IndexEntry[]): Sql {
  const docs = new Map<string, number>();
  for (const { terms } of entries) {
    for (const term of splitTerms(terms)) docs.set(term, (docs.get(term) ?? 0) + 1);
  }
  // In order, so that neighbours in the table are written together.
  const rows = [...docs.keys()].sort().map((term) => [term, docs.get(term) ?? 0]);
  return table({ term: 'text', doc: 'integer' }, rows);
}

/** The terms of a document as FTS5 keeps them, by field, with blanks between. */
interface StoredEntry {
  doc: number;
  title: string;
  body: string;
  more: string;
}

function storedEntries(db: Db, docs: readonly number[]): Promise<StoredEntry[]> {
  return run(
    db,
    sql`select id as doc, c0 as title, c1 as body, c2 as more from search_index_content where id in ${ids(docs)}`,
  );
}
