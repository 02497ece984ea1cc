import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { type Db, ids, run, table } from '../../../store/sql';
import type { Phrase } from '../../query/parse-query';
import { type Lengths, noPostings, type Postings } from '../postings';
import { phraseToTsquery } from './to-tsquery';

export function readPostings(db: Db, phrases: readonly Phrase[]): Promise<Postings[]> {
  return read(db, phrases, empty);
}

export function readPostingsWithin(db: Db, docs: readonly number[], phrases: readonly Phrase[]): Promise<Postings[]> {
  return read(db, phrases, sql` where e.doc in ${ids(docs)}`);
}

/** Places of a term that a tsvector keeps are fewer than this, those of all fields together. */
const BASE = 256;

/** What a place in each field counts, as `{D, C, B, A}`: the field `more` 1, the others so much that no sum reaches the next. */
const WEIGHTS = `{0,${BASE ** -2},${1 / BASE},1}`;

/**
 * How often a phrase stands in each field, as one number with a digit a field. `ts_rank_cd` gives it for a single phrase, as each
 * place where it stands is an extent of its own without gaps, which counts the weight of its field; three digits of eight bits are
 * all that its result holds.
 */
const packed = raw(`(ts_rank_cd('${WEIGHTS}'::real[], e.terms, p.query) * ${BASE ** 2})::integer`);

async function read(db: Db, phrases: readonly Phrase[], within: Sql): Promise<Postings[]> {
  const bound = table(
    { number: 'integer', query: 'text' },
    phrases.map((phrase, number) => [number, phraseToTsquery(phrase)]),
  );
  const rows = await run<{ number: number; docs: number[]; times: number[] }>(
    db,
    sql`with phrase as materialized (select number, query::tsquery as query from ${bound} bound)
        select number, array_to_json(array_agg(doc)) as docs, array_to_json(array_agg(times)) as times
        from (
          select p.number, e.doc, ${packed} as times
          from phrase p join search_entry e on e.terms @@ p.query${within} order by p.number, e.doc
        ) found group by number`,
  );
  const found = phrases.map(noPostings);
  for (const { number, docs, times } of rows) {
    const digit = (place: number) => times.map((all) => Math.floor(all / BASE ** place) % BASE);
    found[number] = { docs, title: digit(2), body: digit(1), more: digit(0) };
  }
  return found;
}

export async function readLengths(db: Db, docs: readonly number[]): Promise<Lengths> {
  const rows = await run<{ doc: number; title: number; body: number }>(
    db,
    sql`select doc, title_length as title, body_length as body from search_entry where doc in ${ids(docs)}`,
  );
  const lengthOf = new Map(rows.map((row) => [row.doc, row]));
  return {
    title: docs.map((doc) => lengthOf.get(doc)?.title ?? 0),
    body: docs.map((doc) => lengthOf.get(doc)?.body ?? 0),
  };
}
