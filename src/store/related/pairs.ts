import sql, { type Sql } from 'sql-template-tag';

/** Two papers by primary key, the one that was asked first. */
export type Pair = readonly [paper: number, other: number];

/** Many pairs as one bound value: a table `paper_id, other_id` to join. */
export function pairsTable(pairs: readonly Pair[]): Sql {
  return sql`(select json_extract(value, '$[0]') as paper_id, json_extract(value, '$[1]') as other_id
    from json_each(${JSON.stringify(pairs)}))`;
}

/** A pair as one text. */
export function pairKey([paper, other]: Pair): string {
  return `${paper}/${other}`;
}
