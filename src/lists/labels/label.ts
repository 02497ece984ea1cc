import sql, { join, type Sql } from 'sql-template-tag';

/** What labels say of papers; each kind stands in front of its labels. */
export type LabelKind = 'AUTHOR' | 'CATEGORY' | 'PUBLISHED' | 'SOURCE' | 'VENUE';

/** Some labels: one, or those from one text on and below another, of these perhaps only those with one of some endings. */
export type LabelRange = { is: string } | { from: string; below: string; endings?: readonly string[] };

/** No label is longer behind its kind, in UTF-16 units: they stand in indexes. */
const LONGEST_LABEL = 100;
/** What a cut through a letter of two UTF-16 units leaves of it. */
const HALF_LETTER = /[\ud800-\udbff]$/;
/** Sorts behind everything that begins with what stands before it. */
const LAST = '\u{10FFFF}';

/** A label as it is stored. */
export function labelOf(kind: LabelKind, text: string): string {
  return `${kind}:${text.slice(0, LONGEST_LABEL).replace(HALF_LETTER, '')}`;
}

/** The labels that begin so. */
export function beginningWith(label: string, endings?: readonly string[]): LabelRange {
  return { from: label, below: `${label}${LAST}`, ...(endings && { endings }) };
}

/** Whether a label is among some, as a condition on the column that holds it. */
export function isAmong(ranges: readonly LabelRange[], label: Sql): Sql {
  return sql`(${join(
    ranges.map((range) => isIn(range, label)),
    ' or ',
  )})`;
}

/**
 * The papers with one of some labels, as a table with the columns `doc` and `first_seen_key`, each paper as often as it has
 * one. Every part is one walk through the index of labels, and all of them go by when papers were first seen only if there is
 * but one label.
 */
export function papersLabelled(ranges: readonly LabelRange[]): Sql {
  const parts = ranges.map(
    (range) => sql`select l.paper_id as doc, l.first_seen_key from paper_label l where ${isIn(range, sql`l.label`)}`,
  );
  return join(parts, ' union all ');
}

function isIn(range: LabelRange, label: Sql): Sql {
  if ('is' in range) return sql`${label} = ${range.is}`;
  const between = sql`${label} >= ${range.from} and ${label} < ${range.below}`;
  if (!range.endings) return sql`(${between})`;
  const ends = range.endings.map((ending) => sql`${label} like ${`%${ending}`}`);
  return sql`(${between} and (${join(ends, ' or ')}))`;
}
