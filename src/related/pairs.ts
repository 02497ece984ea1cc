/** Two papers by primary key, the one that was asked first. */
export type Pair = readonly [paper: number, other: number];

/** A pair as one text. */
export function pairKey([paper, other]: Pair): string {
  return `${paper}/${other}`;
}
