import sql, { raw } from 'sql-template-tag';
import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, ids, keys, run } from '../../../store/sql';
import type { Phrase } from '../../query/parse-query';
import { type Lengths, noPostings, type Postings } from '../postings';
import { phraseCounter } from './count-phrases';
import { phrasePlaces } from './phrase-places';
import { readVarints } from './varints';

/*
 * A place is one number: the document, the field and the offset of a token in it, so that the places of a term are in
 * order and the token behind has the next number. No offset reaches the next field: one that would is the last.
 */
const OF_DOC = 2 ** 20;
const OF_FIELD = 2 ** 18;

/** Characters of places that take some milliseconds to be read. */
const MANY = 500_000;

/** Of a token. The numbers stand in the text, as those that are bound are floating-point ones. */
const placeOf = raw(`p.doc * ${OF_DOC} + min(p.offset, ${OF_FIELD - 2})
  + case p.col when 'title' then 0 when 'body' then ${OF_FIELD} else ${2 * OF_FIELD} end`);

/** The places of terms, as FTS5 reads them out of its own index: a quarter of a microsecond each. */
export async function readPostings(db: Db, phrases: readonly Phrase[]): Promise<Postings[]> {
  const rows = await run<{ term: string; places: string }>(
    db,
    sql`select t.key as term, (
          select json_group_array(${placeOf}) from search_place p where p.term = t.key
        ) as places
        from ${keys([...new Set(phrases.flat())])} t`,
  );
  const placesOf = new Map<string, readonly number[]>();
  let read = 0;
  for (const { term, places } of rows) {
    placesOf.set(term, JSON.parse(places));
    read += places.length;
    if (read < MANY) continue;
    read = 0;
    await letOthersRun(db);
  }
  return phrases.map((phrase) => postingsAt(phrasePlaces(phrase.map((term) => placesOf.get(term) ?? []))));
}

function postingsAt(places: readonly number[]): Postings {
  const postings = noPostings();
  const { docs, title, body, more } = postings;
  let last = -1;
  for (const place of places) {
    const doc = Math.floor(place / OF_DOC);
    if (doc !== docs[last]) {
      last += 1;
      docs.push(doc);
      title.push(0);
      body.push(0);
      more.push(0);
    }
    const within = place - doc * OF_DOC;
    const field = within < OF_FIELD ? title : within < 2 * OF_FIELD ? body : more;
    field[last] = (field[last] as number) + 1;
  }
  return postings;
}

/** The terms of each field of a document with blanks around them. */
interface StoredTerms {
  doc: number;
  title: string;
  body: string;
  more: string;
}

/** Counts in the text that FTS5 keeps: what FTS5 itself tells of a document, it tells after going through them all. */
export async function readPostingsWithin(
  db: Db,
  docs: readonly number[],
  phrases: readonly Phrase[],
): Promise<Postings[]> {
  const count = phraseCounter(phrases);
  const rows = await run<StoredTerms>(
    db,
    sql`select id as doc, ' ' || c0 || ' ' as title, ' ' || c1 || ' ' as body, ' ' || c2 || ' ' as more
        from search_index_content where id in ${ids(docs)} order by id`,
  );
  const found = phrases.map(noPostings);
  const counted = (text: string) => {
    const sums = phrases.map(() => 0);
    count(text, sums);
    return sums;
  };
  for (const { doc, ...text } of rows) {
    const [title, body, more] = [counted(text.title), counted(text.body), counted(text.more)];
    for (const [place, postings] of found.entries()) {
      const [inTitle, inBody, inMore] = [title[place] as number, body[place] as number, more[place] as number];
      if (inTitle + inBody + inMore === 0) continue;
      postings.docs.push(doc);
      postings.title.push(inTitle);
      postings.body.push(inBody);
      postings.more.push(inMore);
    }
  }
  return found;
}

/** What stands for the sizes of a document that is not there: three times 0. */
const NO_SIZES = '000000';

export async function readLengths(db: Db, docs: readonly number[]): Promise<Lengths> {
  const [row] = await run<{ sizes: string | null }>(
    db,
    sql`select group_concat(coalesce(hex(s.sz), ${NO_SIZES}), '') as sizes
        from ${ids(docs)} d left join search_index_docsize s on s.id = d.id`,
  );
  // Of each document the sizes of the three columns, one behind the other.
  const sizes = readVarints(Buffer.from(row?.sizes ?? '', 'hex'), 3 * docs.length);
  const title = new Float64Array(docs.length);
  const body = new Float64Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    title[at] = sizes[3 * at] as number;
    body[at] = sizes[3 * at + 1] as number;
  }
  return { title, body };
}
