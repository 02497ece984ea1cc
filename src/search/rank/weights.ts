import sql, { join, type Sql } from 'sql-template-tag';
import { float } from '../../store/sql';
import { rangeOf, type SearchType } from '../documents';

/*
 * The numbers of the ranking, chosen on judged queries: `test/search/quality.test.ts` holds them to these.
 */
/** How much an occurrence counts in each field; a compound for half, as its parts already count. */
export const FIELD_WEIGHTS = { title: 1.5, body: 1, more: 0.5 } as const;
/** How much words that stand side by side, as in the query, add to what each of them counts. */
export const PAIR_WEIGHT = 0.3;
/** A topic or repository is a few words long, and BM25 favours what is short: it is not to stand before the papers. */
export const OTHER_WEIGHT = 0.6;

/** How much the score of a document counts, by its type. */
export function typeWeight(doc: Sql): Sql {
  return sql`case when ${doc} < ${rangeOf('PAPER').to} then ${float(sql`1`)} else ${float(sql`${OTHER_WEIGHT}`)} end`;
}

/** True of the documents of these types. */
export function isOfTypes(doc: Sql, types: readonly SearchType[]): Sql {
  if (types.length === 3) return sql`1 = 1`;
  // Cast, as FTS5 takes only an integer for a bound, and numbers are bound as floating-point ones.
  const ranges = types
    .map(rangeOf)
    .map(({ from, to }) => sql`${doc} >= cast(${from} as integer) and ${doc} < cast(${to} as integer)`);
  return sql`(${join(ranges, ' or ')})`;
}
