import sql, { empty, type Sql } from 'sql-template-tag';
import { type Db, float, ids, limit, run, table } from '../../../store/sql';
import { type DocRange, rangeOf, type SearchType } from '../../documents';
import type { Phrase, SearchQuery } from '../../query/parse-query';
import { B, K1, LEAST_IDF } from '../../rank/bm25';
import { weighedPhrases } from '../../rank/weighed-phrases';
import { FIELD_WEIGHTS, isOfTypes, typeWeight } from '../../rank/weights';
import type { IndexEntry } from '../index-entry';
import type { DocPart, Match, SearchIndex, TermFrequencies } from '../search-index';
import { matchToTsquery, phraseToTsquery, toTsquery } from './to-tsquery';
import { toTsvector } from './to-tsvector';

/**
 * All that is particular to PostgreSQL. Its tsvector is used as an inverted index and nothing else: what it is given
 * are terms made by `tokenize`, which folds accents and finds stems as it does for SQLite. A text search configuration
 * with `unaccent` would be near that, but not the same.
 *
 * PostgreSQL's own ranking knows nothing of how rare a word is, so BM25 is computed here. What it needs of the corpus
 * is counted as documents come and go: in `search_term`, how many hold each term; in `search_state`, how many there
 * are and how many tokens they have.
 */
export const tsvector: SearchIndex = {
  addEntries,
  removeEntries,
  removeEntriesOf: (db, type) => remove(db, sql`doc >= ${rangeOf(type).from} and doc < ${rangeOf(type).to}`),
  clear,
  countEntries,
  scoredDocs,
  matchedDocs,
  latestDocs,
  latestPart,
  latestDoc,
  readFrequencies,
};

async function addEntries(db: Db, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map((entry) => [entry.doc, entry.length, toTsvector(entry)]);
  await run(
    db,
    sql`with added as (
          insert into search_entry (doc, length, terms)
          select doc, length, terms::tsvector from ${table({ doc: 'integer', length: 'integer', terms: 'text' }, rows)} entry
          returning length, terms
        ), counted as (
          insert into search_term as known (term, doc)
          select term, count(*) from added cross join unnest(tsvector_to_array(terms)) term group by term
          on conflict (term) do update set doc = known.doc + excluded.doc
        )
        update search_state set entries = entries + (select count(*) from added),
          tokens = tokens + (select coalesce(sum(length), 0) from added)`,
  );
}

function removeEntries(db: Db, docs: readonly number[]): Promise<void> {
  return remove(db, sql`doc in ${ids(docs)}`);
}

async function remove(db: Db, which: Sql): Promise<void> {
  await run(
    db,
    sql`with removed as (
          delete from search_entry where ${which} returning length, terms
        ), lost as (
          select term, count(*) as doc from removed cross join unnest(tsvector_to_array(terms)) term group by term
        ), gone as (
          delete from search_term known using lost where known.term = lost.term and known.doc <= lost.doc
        ), lessened as (
          update search_term known set doc = known.doc - lost.doc from lost
          where known.term = lost.term and known.doc > lost.doc
        )
        update search_state set entries = entries - (select count(*) from removed),
          tokens = tokens - (select coalesce(sum(length), 0) from removed)`,
  );
}

async function clear(db: Db): Promise<void> {
  await run(db, sql`delete from search_entry`);
  await run(db, sql`delete from search_term`);
  await run(db, sql`update search_state set entries = 0, tokens = 0`);
}

async function countEntries(db: Db): Promise<number[]> {
  const rows = await run<{ n: number }>(db, sql`select count(*) as n from search_entry`);
  return rows.map(({ n }) => Number(n));
}

/** PostgreSQL takes weights of at most 1, for `{D, C, B, A}`; halves of ours are exact in its arithmetic. */
const SCALE = 2;
const { title, body, more } = FIELD_WEIGHTS;
const POSTGRES_WEIGHTS = `{${[0, more, body, title].map((weight) => weight / SCALE).join()}}`;

/**
 * How much the occurrences of a phrase in a document weigh together. That is what `ts_rank_cd` gives for a single
 * phrase: each place where it stands is an extent of its own without gaps, which counts the weight of its field.
 */
const frequency = sql`${float(sql`${SCALE}`)} * ts_rank_cd(${POSTGRES_WEIGHTS}::real[], e.terms, p.query)::double precision`;

function scoredDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  const isNarrowed = query.required.length + query.excluded.length > 0;
  const narrowed = isNarrowed ? sql` and h.doc in (${matchedDocs(query, types)})` : empty;
  const saturation = sql`h.frequency * ${float(sql`${K1 + 1}`)}
    / (h.frequency + ${float(sql`${K1}`)} * (${float(sql`${1 - B}`)} + ${float(sql`${B}`)} * h.length * s.entries / s.tokens))`;
  return sql`with phrase as materialized (
      select number, query::tsquery as query, word_weight, pair_weight from ${phraseTable(query)} bound
    ), held as materialized (
      select p.number, p.word_weight, p.pair_weight, e.doc, e.length, ${frequency} as frequency
      from phrase p join search_entry e on e.terms @@ p.query
    ), docFrequency as (
      select h.number, greatest(ln((s.entries - count(*) + 0.5)::double precision / (count(*) + 0.5)), ${float(sql`${LEAST_IDF}`)}) as idf
      from held h cross join search_state s group by h.number, s.entries
    )
    select h.doc, sum((h.word_weight + h.pair_weight) * r.idf * ${saturation}) * ${typeWeight(sql`h.doc`)} as score
    from held h join docFrequency r on r.number = h.number cross join search_state s
    where ${isOfTypes(sql`h.doc`, types)}${narrowed}
    group by h.doc having max(h.word_weight) > 0`;
}

/** The phrases that count, with how much each counts as a word and as a pair. */
function phraseTable(query: SearchQuery): Sql {
  return table(
    { number: 'integer', query: 'text', word_weight: 'double precision', pair_weight: 'double precision' },
    weighedPhrases(query).map(({ phrase, word, pair }, number) => [number, phraseToTsquery(phrase), word, pair]),
  );
}

function matchedDocs(query: SearchQuery, types: readonly SearchType[]): Sql {
  return sql`select doc from search_entry
    where terms @@ ${toTsquery(query)}::tsquery and ${isOfTypes(withoutKey, types)}`;
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

async function readFrequencies(
  db: Db,
  docs: readonly number[],
  phrases: readonly Phrase[],
): Promise<TermFrequencies[]> {
  const bound = table(
    { number: 'integer', query: 'text' },
    phrases.map((phrase, number) => [number, phraseToTsquery(phrase)]),
  );
  const rows = await run<{ doc: number; length: number; number: number; frequency: number }>(
    db,
    sql`with phrase as materialized (select number, query::tsquery as query from ${bound} bound)
        select e.doc, e.length, p.number, ${frequency} as frequency
        from search_entry e join phrase p on e.terms @@ p.query where e.doc in ${ids(docs)}`,
  );
  const found = new Map<number, TermFrequencies>();
  for (const { doc, length, number, frequency: weighted } of rows) {
    const known = found.get(doc) ?? { doc, length, frequencies: phrases.map(() => 0) };
    known.frequencies[number] = weighted;
    found.set(doc, known);
  }
  return [...found.values()];
}
