/**
 * Lines a set of rows up with keys, as DataLoader wants them: same length, same order, null where there is no row.
 *
 * @param keyOf the key of a row
 */
export function lineUp<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}
