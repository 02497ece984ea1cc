/** The header of the tables that Offprint writes, by which they are told from others. */
export const OWN_HEADER = [
  'key',
  'title',
  'authors',
  'year',
  'date',
  'venue',
  'doi',
  'arxiv',
  'url',
  'code',
  'keywords',
  'abstract',
] as const;

/** What spreadsheets take for a formula where a cell begins with it; and an apostrophe before one, so that both can be told. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Whether a header is that of our own tables. */
export function isOwnHeader(header: readonly string[]): boolean {
  return header.length === OWN_HEADER.length && header.every((name, index) => name === OWN_HEADER[index]);
}

/** A cell as our own tables have it: with an apostrophe before what spreadsheets would run. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell that was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
