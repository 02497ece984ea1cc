import type { Sql } from 'sql-template-tag';
import { table } from '../sql';

/** Two papers by primary key, the one that was asked first. */
export type Pair = readonly [paper: number, other: number];

/** Many pairs as one bound value: a table `paper_id, other_id` to join. */
export function pairsTable(pairs: readonly Pair[]): Sql {
  return table({ paper_id: 'integer', other_id: 'integer' }, pairs);
}

/** A pair as one text. */
export function pairKey([paper, other]: Pair): string {
  return `${paper}/${other}`;
}
