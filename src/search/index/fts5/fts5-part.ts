import sql from 'sql-template-tag';
import { type Db, limit, run } from '../../../store/sql';
import { type DocRange, rangeOf } from '../../documents';
import { countDocsOfTerms } from '../document-frequency';
import type { DocPart, Match } from '../search-index';

/** Documents that are looked at for a term of their own. */
const MOST_LOOKED_AT = 8;

/**
 * FTS5 looks whether it is still within a range only where something matches: a phrase that stands nowhere is looked for
 * in all documents, whatever the range. So a part has a landmark behind it. What lies behind the papers, which hold nearly
 * all terms, comes with the latest of them.
 */
export async function latestPart(db: Db, range: DocRange, field: Match['field'], docs: number): Promise<DocPart> {
  const papers = rangeOf('PAPER');
  const landmark = await landmarkBelow(db, Math.min(range.to, (await lastBelow(db, papers.to)) + 1) - docs, field);
  return landmark === null || landmark.doc < range.from
    ? range
    : { from: landmark.doc + 1, to: range.to, landmark: landmark.term };
}

async function lastBelow(db: Db, doc: number): Promise<number> {
  const [last] = await run<{ doc: number | null }>(
    db,
    sql`select max(id) as doc from search_index_docsize where id < ${doc}`,
  );
  return last?.doc ?? 0;
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
