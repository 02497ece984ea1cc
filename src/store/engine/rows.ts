/** The rows that a statement gives, as arrays: drivers take nearly twice as long to make objects. */
export interface Rows {
  names: readonly string[];
  rows: readonly (readonly unknown[])[];
}

export const NO_ROWS: Rows = { names: [], rows: [] };

/** The same rows as objects. */
export function toObjects({ names, rows }: Rows): Record<string, unknown>[] {
  return rows.map((row) => toObject(names, row));
}

/** @param from the place of the first value in the row */
export function toObject(names: readonly string[], row: readonly unknown[], from = 0): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) object[names[index] as string] = row[from + index];
  return object;
}
