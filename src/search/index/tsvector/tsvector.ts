import sql, { raw, type Sql } from 'sql-template-tag';
import { type Db, ids, limit, run, table } from '../../../store/sql';
import { type DocRange, rangeOf } from '../../documents';
import type { IndexEntry } from '../index-entry';
import type { DocPart, Match, SearchIndex } from '../search-index';
import { matchToTsquery } from './to-tsquery';
import { toTsvector } from './to-tsvector';
import { readLengths, readPostings, readPostingsWithin } from './tsvector-postings';

/**
 * All that is particular to PostgreSQL. Its tsvector is used as an inverted index and nothing else: what it is given
 * are terms made by `tokenize`, which folds accents and finds stems as it does for SQLite. A text search configuration
 * with `unaccent` would be near that, but not the same.
 */
export const tsvector: SearchIndex = {
  addEntries,
  removeEntries,
  removeEntriesOf: (db, type) => remove(db, sql`doc >= ${rangeOf(type).from} and doc < ${rangeOf(type).to}`),
  clear,
  countEntries,
  latestDocs,
  latestPart,
  latestDoc,
  readPostings,
  readPostingsWithin,
  readLengths,
};

async function addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map((entry) => [entry.doc, entry.titleLength, entry.bodyLength, toTsvector(entry)]);
  const columns = { doc: 'integer', title_length: 'integer', body_length: 'integer', terms: 'text' } as const;
  await run(
    db,
    sql`with added as (
          insert into search_entry (doc, title_length, body_length, terms)
          select doc, title_length, body_length, terms::tsvector from ${table(columns, rows)} entry
          returning doc, title_length, body_length, terms
        ), counted as (
          insert into search_term as known (term, doc)
          select term, count(*) from added cross join unnest(tsvector_to_array(terms)) term group by term
          on conflict (term) do update set doc = known.doc + excluded.doc
        )
        ${count('+', 'added')}`,
  );
  await run(db, intoPlace);
}

/**
 * PostgreSQL notes what is added to an index of terms, and puts it into place when it is told to: all at once takes a fifth of the
 * time that one text after the other takes, and whoever searches need not go through the notes.
 */
const intoPlace = sql`select gin_clean_pending_list('search_entry_by_term'), gin_clean_pending_list('search_entry_by_title')`;

function removeEntries(db: Db, docs: readonly number[]): Promise<void> {
  return remove(db, sql`doc in ${ids(docs)}`);
}

async function remove(db: Db, which: Sql): Promise<void> {
  await run(
    db,
    sql`with removed as (
          delete from search_entry where ${which} returning doc, title_length, body_length, terms
        ), lost as (
          select term, count(*) as doc from removed cross join unnest(tsvector_to_array(terms)) term group by term
        ), gone as (
          delete from search_term known using lost where known.term = lost.term and known.doc <= lost.doc
        ), lessened as (
          update search_term known set doc = known.doc - lost.doc from lost
          where known.term = lost.term and known.doc > lost.doc
        )
        ${count('-', 'removed')}`,
  );
}

/** Counts the rows of a table in or out: how long texts are is asked of papers alone. */
function count(sign: '+' | '-', of: 'added' | 'removed'): Sql {
  const papers = raw(`from ${of} where doc < ${rangeOf('PAPER').to}`);
  return sql`update search_state set entries = entries ${raw(sign)} (select count(*) from ${raw(of)}),
    papers = papers ${raw(sign)} (select count(*) ${papers}),
    title_tokens = title_tokens ${raw(sign)} (select coalesce(sum(title_length), 0) ${papers}),
    body_tokens = body_tokens ${raw(sign)} (select coalesce(sum(body_length), 0) ${papers})`;
}

async function clear(db: Db): Promise<void> {
  await run(db, sql`delete from search_entry`);
  await run(db, sql`delete from search_term`);
  await run(db, sql`update search_state set entries = 0, papers = 0, title_tokens = 0, body_tokens = 0`);
}

async function countEntries(db: Db): Promise<number[]> {
  const rows = await run<{ n: number }>(db, sql`select count(*) as n from search_entry`);
  return rows.map(({ n }) => Number(n));
}

/** Where few documents match, the index of the key is not to be gone through as well, for all documents of a range. */
const withoutKey = sql`(doc + 0)`;

function latestDocs(match: Match, { from, to }: DocRange, most: number, isRare: boolean): Sql {
  const terms = match.field === 'title' ? sql`ts_filter(terms, '{a}')` : sql`terms`;
  // How many hold a phrase, PostgreSQL guesses as well as anyone.
  const isOfWords = match.groups.flat().every((phrase) => phrase.length === 1);
  const doc = isRare && isOfWords ? withoutKey : sql`doc`;
  return sql`select doc from search_entry where ${terms} @@ ${matchToTsquery(match)}::tsquery
    and ${doc} >= ${from} and ${doc} < ${to} order by ${doc} desc ${limit(most)}`;
}

async function latestPart(db: Db, { from, to }: DocRange, _: Match['field'], papers: number): Promise<DocPart> {
  const last = await latestDoc(db, rangeOf('PAPER'));
  return { from: Math.max(from, Math.min(to, (last ?? from) + 1) - papers), to };
}

async function latestDoc(db: Db, { from, to }: DocRange): Promise<number | null> {
  const [row] = await run<{ doc: number | null }>(
    db,
    sql`select max(doc) as doc from search_entry where doc >= ${from} and doc < ${to}`,
  );
  return row?.doc ?? null;
}
