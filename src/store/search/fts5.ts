import sql, { raw, type Sql } from 'sql-template-tag';
import { type Db, ids, limit, run, table } from '../sql';
import { type DocRange, rangeOf, type SearchType } from './kinds';
import type { Phrase, SearchQuery } from './parse-query';
import { FIELD_WEIGHTS, isOfTypes, PAIR_WEIGHT, typeWeight } from './ranking';
import type { DocFrequencies, IndexEntry, Match, SearchIndex } from './search-index';

/** All that is particular to SQLite's FTS5. It is used as an inverted index and nothing else. */
export const fts5: SearchIndex = {
  addEntries,
  removeEntries,
  removeEntriesOf,
  clear,
  countEntries,
  scoredDocs,
  matchedDocs,
  latestDocs,
  latestDoc,
  readFrequencies,
};

/** The terms of a document as FTS5 keeps them, by field, with blanks between. */
interface StoredEntry {
  doc: number;
  title: string;
  body: string;
  more: string;
}

/** What a blank stands between, so that each term has one on both sides. */
const padded = (terms: string) => ` ${terms} `;

/**
 * All at once for each index: FTS5 writes what it gathered to disk, as a segment of its own, before each statement that
 * writes many rows.
 */
async function addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ doc, title, body, more }) => [doc, title.join(' '), body.join(' '), more.join(' ')]);
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
  await countIn(
    db,
    entries.map(({ title, body, more }) => [...title, ...body, ...more]),
  );
}

async function removeEntries(db: Db, docs: readonly number[]): Promise<void> {
  const gone = await storedEntries(db, docs);
  if (gone.length === 0) return;
  await run(db, sql`delete from search_index where rowid in ${ids(gone.map(({ doc }) => doc))}`);
  await run(db, sql`delete from search_title where rowid in ${ids(gone.map(({ doc }) => doc))}`);
  await countOut(
    db,
    gone.map(({ title, body, more }) => [title, body, more].join(' ').split(' ').filter(Boolean)),
  );
}

/** Documents removed at a time: bounds memory. */
const DOCS_AT_A_TIME = 500;

async function removeEntriesOf(db: Db, type: SearchType): Promise<void> {
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

async function clear(db: Db): Promise<void> {
  await run(db, sql`delete from search_index`);
  await run(db, sql`insert into search_title (search_title) values ('delete-all')`);
  await run(db, sql`delete from search_term`);
  await run(db, sql`update search_state set entries = 0, tokens = 0`);
}

async function countEntries(db: Db): Promise<number> {
  const [row] = await run<{ n: number }>(db, sql`select count(*) as n from search_index_docsize`);
  return Number(row?.n ?? 0);
}

/** FTS5 could be asked for these counts, but goes through all documents of a term to tell. */
async function countIn(db: Db, texts: readonly (readonly string[])[]): Promise<void> {
  await run(
    db,
    // `where true` tells SQLite that `on conflict` is no condition of a join.
    sql`insert into search_term (term, doc) select term, doc from ${docsOfTerms(texts)} added where true
        on conflict (term) do update set doc = doc + excluded.doc`,
  );
  await run(
    db,
    sql`update search_state set entries = entries + ${texts.length}, tokens = tokens + ${texts.flat().length}`,
  );
}

async function countOut(db: Db, texts: readonly (readonly string[])[]): Promise<void> {
  await run(
    db,
    sql`insert into search_term (term, doc) select term, -doc from ${docsOfTerms(texts)} lost where true
        on conflict (term) do update set doc = doc + excluded.doc`,
  );
  await run(db, sql`delete from search_term where doc <= 0 and term in (select term from ${docsOfTerms(texts)} lost)`);
  await run(
    db,
    sql`update search_state set entries = entries - ${texts.length}, tokens = tokens - ${texts.flat().length}`,
  );
}

/** The terms of some texts, and in how many of them each stands. */
function docsOfTerms(texts: readonly (readonly string[])[]): Sql {
  const docs = new Map<string, number>();
  for (const text of texts) for (const term of new Set(text)) docs.set(term, (docs.get(term) ?? 0) + 1);
  // In order, so that neighbours in the table are written together.
  const rows = [...docs].sort(([one], [other]) => (one < other ? -1 : 1));
  return table({ term: 'text', doc: 'integer' }, rows);
}

function storedEntries(db: Db, docs: readonly number[]): Promise<StoredEntry[]> {
  return run(
    db,
    sql`select id as doc, c0 as title, c1 as body, c2 as more from search_index_content where id in ${ids(docs)}`,
  );
}

function scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  const words = ranked(toMatch(query), types);
  const weight = typeWeight(sql`w.doc`);
  if (query.pairs.length === 0) return sql`select w.doc, w.bm25 * ${weight} as score from (${words}) w`;
  // Materialized, or the pairs would be searched for anew for every document.
  return sql`with pair as materialized (${ranked(anyOf(query.pairs), types)})
    select w.doc, (w.bm25 + ${PAIR_WEIGHT} * coalesce(n.bm25, 0)) * ${weight} as score
    from (${words}) w left join pair n on n.doc = w.doc`;
}

function ranked(match: string, types: readonly SearchType[]): Sql {
  const { title, body, more } = FIELD_WEIGHTS;
  return sql`select rowid as doc, -bm25(search_index, ${title}, ${body}, ${more}) as bm25
    from search_index where search_index match ${match} and ${isOfTypes(sql`rowid`, types)}`;
}

function matchedDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  return sql`select rowid as doc from search_index
    where search_index match ${toMatch(query)} and ${isOfTypes(sql`rowid`, types)}`;
}

function latestDocs({ field, groups, excluded }: Match, range: DocRange, most: number): Sql {
  const index = raw(field === 'title' ? 'search_title' : 'search_index');
  const held = groups.map((phrases) => `(${anyOf(phrases)})`).join(' AND ');
  const match = excluded.length === 0 ? held : `(${held}) NOT (${anyOf(excluded)})`;
  return sql`select rowid as doc from ${index}
    where ${index} match ${match} and ${isWithin(range)} order by rowid desc ${limit(most)}`;
}

/** FTS5 enters its lists in the middle only for an integer, and numbers are bound as floating-point ones. */
function isWithin({ from, to }: DocRange): Sql {
  return sql`rowid >= cast(${from} as integer) and rowid < cast(${to} as integer)`;
}

async function latestDoc(db: Db, { from, to }: DocRange): Promise<number | null> {
  const [row] = await run<{ doc: number | null }>(
    db,
    sql`select max(id) as doc from search_index_docsize where id >= ${from} and id < ${to}`,
  );
  return row?.doc ?? null;
}

/** Counts in the text that FTS5 keeps: what FTS5 itself tells of a document, it tells after going through them all. */
async function readFrequencies(db: Db, docs: readonly number[], phrases: readonly Phrase[]): Promise<DocFrequencies[]> {
  const sought = phrases.map((phrase) => padded(phrase.join(' ')));
  const weights = [FIELD_WEIGHTS.title, FIELD_WEIGHTS.body, FIELD_WEIGHTS.more];
  return (await storedEntries(db, docs)).map(({ doc, title, body, more }) => {
    const fields = [title, body, more];
    const texts = fields.map(padded);
    return {
      doc,
      length: fields.reduce((sum, field) => sum + countTerms(field), 0),
      frequencies: sought.map((phrase) =>
        texts.reduce((sum, text, field) => sum + (weights[field] as number) * occurrences(text, phrase), 0),
      ),
    };
  });
}

/** How often a phrase stands in a text, both with a blank on each side. */
function occurrences(text: string, phrase: string): number {
  let count = 0;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) count++;
  return count;
}

const BLANK = 32;

/** How many terms a text of terms has. */
function countTerms(text: string): number {
  if (text === '') return 0;
  let count = 1;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === BLANK) count++;
  return count;
}

/**
 * A query in the language of FTS5. Terms are letters and digits by construction, and quoted, so nothing in them can
 * be syntax. Wanted terms count for the ranking only where something is required.
 *
 * What is excluded is taken from what is wanted, not from the whole: FTS5 gives some documents no score when `AND`
 * stands within `NOT`.
 */
function toMatch({ wanted, required, excluded }: SearchQuery): string {
  const wishes = `(${anyOf([...required.flat(), ...wanted])})`;
  const allowed = excluded.length === 0 ? wishes : `(${wishes} NOT (${anyOf(excluded)}))`;
  return [allowed, ...required.map((alternatives) => `(${anyOf(alternatives)})`)].join(' AND ');
}

function anyOf(phrases: readonly Phrase[]): string {
  return phrases.map((terms) => `"${terms.join(' ')}"`).join(' OR ');
}
