/**
 * Columns that not every reader of a list needs and that take time to read: long texts, JSON, and what another table has to be
 * joined for. They are read where they are asked for.
 */
export const SELDOM = [
  'abstract',
  'aliases',
  'authors',
  'categories',
  'description',
  'evidence',
  'isWithdrawn',
  'method',
  'results',
  'score',
  'venue',
] as const;

/** Those that are asked for. */
export type Asked = readonly (typeof SELDOM)[number][];

/** Whether a column belongs in the answer. */
export function isAsked(column: string, asked: Asked): boolean {
  return !(SELDOM as readonly string[]).includes(column) || (asked as readonly string[]).includes(column);
}
