import sql, { raw, type Sql } from 'sql-template-tag';
import { float } from '../sql';
import { THOUSAND, USUAL_WEIGHTS } from './level';

/** All levels as a table: `level`, and the weight that stands for it. */
export const levels: Sql = sql`(${raw(
  USUAL_WEIGHTS.map((weight, level) => `select ${level} as level, ${weight} as weight`).join(' union all '),
)})`;

/** `tokenOf` of a column of keys and a column of levels. */
export function tokenIn(key: Sql, level: Sql): Sql {
  return sql`${key} || '/' || ${level}`;
}

/** A weight in thousandths as a number from 0 to 1. */
export function weightIn(thousandths: Sql): Sql {
  return sql`(${float(thousandths)} / ${raw(String(THOUSAND))})`;
}
