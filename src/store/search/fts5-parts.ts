import sql from 'sql-template-tag';
import { type Db, limit, run } from '../sql';
import { countDocsOfTerms } from './count-docs-of-terms';
import { type DocRange, rangeOf } from './kinds';
import type { DocPart, Match } from './search-index';

/** Documents that are looked at for a term of their own before two parts stay one. */
const MOST_LOOKED_AT = 8;

/**
 * FTS5 looks whether it is still within a range only where something matches: a phrase that stands nowhere is looked for
 * in all documents, whatever the range. So each part has a landmark behind it. Papers hold nearly all terms and are taken
 * apart by their number; what lies behind them comes with the latest.
 */
export async function split(db: Db, range: DocRange, field: Match['field'], parts: number): Promise<DocPart[]> {
  const { from, to } = rangeOf('PAPER');
  const [last] = await run<{ doc: number | null }>(
    db,
    sql`select max(id) as doc from search_index_docsize where id >= ${from} and id < ${to}`,
  );
  const size = Math.ceil(((last?.doc ?? from) - from) / parts);
  const found: DocPart[] = [];
  let end = range.to;
  for (let part = parts - 1; part > 0; part--) {
    const landmark = await landmarkBelow(db, from + part * size, field);
    if (landmark === null || landmark.doc < range.from || landmark.doc + 1 >= end) continue;
    found.push({ from: landmark.doc + 1, to: end, landmark: landmark.term });
    end = landmark.doc + 1;
  }
  return [...found, { from: range.from, to: end }];
}

/** A term that stands in one document only, the nearest below a place; null when none is near. */
async function landmarkBelow(
  db: Db,
  doc: number,
  field: Match['field'],
): Promise<{ doc: number; term: string } | null> {
  const text = field === 'title' ? sql`c0` : sql`c0 || ' ' || c1`;
  const rows = await run<{ doc: number; text: string }>(
    db,
    sql`select id as doc, ${text} as text from search_index_content where id < ${doc}
        order by id desc ${limit(MOST_LOOKED_AT)}`,
  );
  for (const { doc, text } of rows) {
    const docs = await countDocsOfTerms(db, [...new Set(text.split(' '))]);
    for (const [term, count] of docs) if (count === 1) return { doc, term };
  }
  return null;
}
