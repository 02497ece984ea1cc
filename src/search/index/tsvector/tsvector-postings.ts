import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
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

/** The weights of a tsvector by which PostgreSQL tells fields apart, as `{D, C, B, A}` with 1 for the field asked for. */
const FIELDS = { title: '{0,0,0,1}', body: '{0,0,1,0}', more: '{0,1,0,0}' } as const;

/**
 * How often a phrase stands in a field. That is what `ts_rank_cd` gives for a single phrase: each place where it stands is an
 * extent of its own without gaps, which counts the weight of its field.
 */
function timesIn(field: keyof typeof FIELDS): Sql {
  return sql`ts_rank_cd(${raw(`'${FIELDS[field]}'`)}::real[], e.terms, p.query)::integer`;
}

async function read(db: Db, phrases: readonly Phrase[], within: Sql): Promise<Postings[]> {
  const bound = table(
    { number: 'integer', query: 'text' },
    phrases.map((phrase, number) => [number, phraseToTsquery(phrase)]),
  );
  const columns = join([sql`e.doc`, timesIn('title'), timesIn('body'), timesIn('more')]);
  const rows = await run<{ number: number; postings: number[][] }>(
    db,
    sql`with phrase as materialized (select number, query::tsquery as query from ${bound} bound)
        select p.number, json_agg(json_build_array(${columns}) order by e.doc) as postings
        from phrase p join search_entry e on e.terms @@ p.query${within} group by p.number`,
  );
  const found = phrases.map(noPostings);
  for (const { number, postings } of rows) {
    const { docs, title, body, more } = found[number] as Postings;
    for (const [doc = 0, inTitle = 0, inBody = 0, inMore = 0] of postings) {
      docs.push(doc);
      title.push(inTitle);
      body.push(inBody);
      more.push(inMore);
    }
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
