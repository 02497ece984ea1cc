import sql, { type Sql } from 'sql-template-tag';
import { float, ids } from '../sql';
import { DOC_STEP, numbersOf, type SearchType } from './kinds';

/*
 * The numbers of the ranking, chosen on judged queries (the README has the table).
 */
/** How much an occurrence counts in each field; a compound for half, as its parts already count. */
export const FIELD_WEIGHTS = { title: 1.5, body: 1, more: 0.5 } as const;
/** How much words that stand side by side, as in the query, add to what each of them counts. */
export const PAIR_WEIGHT = 0.3;
/** A topic or repository is a few words long, and BM25 favours what is short: it is not to stand before the papers. */
const OTHER_WEIGHT = 0.6;

/** How much the score of a document counts, by its type. */
export function typeWeight(doc: Sql): Sql {
  return sql`case ${doc} % ${DOC_STEP} when 0 then ${float(sql`1`)} else ${float(sql`${OTHER_WEIGHT}`)} end`;
}

/** True of the documents of these types. */
export function isOfTypes(doc: Sql, types: readonly SearchType[]): Sql {
  return types.length === 3 ? sql`1 = 1` : sql`${doc} % ${DOC_STEP} in ${ids(numbersOf(types))}`;
}
