import sql, { raw, type Sql } from 'sql-template-tag';
import { float } from '../sql';

/** Weights are stored in whole thousandths. */
export const THOUSAND = 1000;

/**
 * How much a paper makes of a term, in steps: named once, twice, and three times or in the title. The least weight of
 * each, in thousandths, heaviest first.
 */
const LEAST_WEIGHTS = [500, 400, 0] as const;
/** Stands for the weights of a step where the weight itself is not at hand. */
const USUAL_WEIGHTS = [500, 400, 250] as const;

/** The step of a weight in thousandths. */
export function levelOf(weight: number): number {
  return LEAST_WEIGHTS.findIndex((least) => weight >= least);
}

/** All steps as a table: `level`, and the weight that stands for it. */
export const levels: Sql = sql`(${raw(
  USUAL_WEIGHTS.map((weight, level) => `select ${level} as level, ${weight} as weight`).join(' union all '),
)})`;

/** A term of a level as the term index knows it. */
export function tokenOf(key: string, level: number): string {
  return `${key}/${level}`;
}

/** The same of a column of keys and a column of levels. */
export function tokenIn(key: Sql, level: Sql): Sql {
  return sql`${key} || '/' || ${level}`;
}

/** A weight in thousandths as a number from 0 to 1. */
export function weightIn(thousandths: Sql): Sql {
  return sql`(${float(thousandths)} / ${raw(String(THOUSAND))})`;
}
