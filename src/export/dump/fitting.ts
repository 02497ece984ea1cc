import sql, { join, type Sql } from 'sql-template-tag';
import { type ExportFilter, exportConditions, isEverything } from '../export-filter';

/** Rows in memory at a time: those that do not fit a filter are among them, so that no statement goes through many. */
export const ROWS_AT_A_TIME = 100;

/** A row, and whether it is to go out. */
export type Held<Row> = Row & { fits: 0 | 1 };

/** The filter as one condition on `paper p`. */
export function conditionOf(filter: ExportFilter): Sql {
  return isEverything(filter) ? sql`true` : join(exportConditions(filter), ' and ');
}

/** A column that says whether a condition holds, as both engines have it. */
export function fits(condition: Sql): Sql {
  return sql`case when ${condition} then 1 else 0 end as fits`;
}

/** The rows that are to go out. */
export function fittingIn<Row>(rows: readonly Held<Row>[]): Row[] {
  return rows.flatMap(({ fits: isFitting, ...row }) => (isFitting === 1 ? [row as Row] : []));
}
