import sql, { type Sql } from 'sql-template-tag';

/** To six decimals: engines add in different orders, and what differs behind those must not settle who comes first. */
export function rounded(score: Sql): Sql {
  return sql`round((${score}) * 1e6) / 1e6`;
}
