/** What texts of PostgreSQL cannot hold: NUL, and halves of a surrogate pair. */
const UNKNOWN = /[\0\p{Cs}]/gu;

/** No stored text has it: the texts that are read in keep no control characters. */
const NOWHERE = '\u0001';

/**
 * Values that PostgreSQL takes, to look something up by. SQLite takes any text and finds nothing by one that it does not have;
 * here such a text is made one that nothing stored is equal to.
 */
export function lookUpValues(values: readonly unknown[]): unknown[] {
  return values.map((value) => (Array.isArray(value) ? lookUpValues(value) : toKnown(value)));
}

function toKnown(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(UNKNOWN, NOWHERE) : value;
}
