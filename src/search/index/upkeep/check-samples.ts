import sql from 'sql-template-tag';
import { type Db, ids, run } from '../../../store/sql';
import type { Phrase } from '../../query/parse-query';
import { countDocsOfTerms, rarestFirst } from '../document-frequency';
import { splitTerms } from '../index-entry';
import type { Match } from '../search-index';
import { searchIndexOf } from '../search-index-of';
import { prepareDocs } from './prepare-docs';

/** Papers that are looked at: a start is to cost little. */
const SAMPLES = 8;

/**
 * Whether the index holds some papers, spread over all, as their texts say: all of their terms are counted, and they are
 * found by their rarest ones, those of the title in the titles.
 */
export async function holdsSamples(db: Db): Promise<boolean> {
  const samples = await prepareDocs(db, 'PAPER', await samplePks(db));
  const terms = new Set(samples.flatMap((sample) => splitTerms(sample.terms)));
  const docs = await countDocsOfTerms(db, [...terms]);
  if (docs.size < terms.size) return false;
  const rarest = (of: readonly string[]) =>
    rarestFirst(
      of.map((term) => [term]),
      ([term = '']) => docs.get(term) ?? 0,
    )[0];
  for (const sample of samples) {
    if (!(await isFound(db, sample.doc, 'title', rarest(splitTerms(sample.title))))) return false;
    if (!(await isFound(db, sample.doc, 'any', rarest(splitTerms(sample.terms))))) return false;
  }
  return true;
}

async function samplePks(db: Db): Promise<number[]> {
  const [span] = await run<{ first: number | null; last: number | null }>(
    db,
    sql`select min(id) as first, max(id) as last from paper`,
  );
  if (span?.first == null || span.last == null) return [];
  const { first, last } = { first: span.first, last: span.last };
  const places = Array.from({ length: SAMPLES }, (_, index) =>
    Math.round(first + ((last - first) * index) / (SAMPLES - 1)),
  );
  const rows = await run<{ pk: number }>(
    db,
    sql`select (select max(p.id) from paper p where p.id <= place.id) as pk from ${ids(places)} place`,
  );
  return [...new Set(rows.map(({ pk }) => pk))];
}

/** Whether a document is found by a phrase; there may be none to find it by. */
async function isFound(db: Db, doc: number, field: Match['field'], phrase: Phrase | undefined): Promise<boolean> {
  if (phrase === undefined) return true;
  const match = { field, groups: [[phrase]], excluded: [] };
  const rows = await run(db, searchIndexOf(db).latestDocs(match, { from: doc, to: doc + 1 }, 1, false));
  return rows.length > 0;
}
