import { createHash } from 'node:crypto';
import sql, { raw, type Sql } from 'sql-template-tag';
import { float } from '../sql';

/** Fingerprints are below this; a weight in thousandths stands above them. Together they stay exact in a double. */
const FINGERPRINTS = 2 ** 36;
const THOUSANDTHS = 1000;

/**
 * A term's weight on a paper and a fingerprint of the paper in one whole number. It sorts by weight, and papers of equal
 * weight stand in an order that depends on their slugs alone, never on the order in which they were imported.
 *
 * @param weight above 0, at most 1
 */
export function strengthOf(weight: number, fingerprint: number): number {
  return Math.round(weight * THOUSANDTHS) * FINGERPRINTS + fingerprint;
}

/** The fingerprint of a paper. */
export function fingerprintOf(slug: string): number {
  return createHash('sha256').update(slug).digest().readUIntBE(0, 6) % FINGERPRINTS;
}

/** The weight in a column of strengths, rounded to thousandths. */
export function weightIn(strength: Sql): Sql {
  return sql`(${float(sql`${strength} / ${raw(String(FINGERPRINTS))}`)} / ${raw(String(THOUSANDTHS))})`;
}

/** The fingerprint in a column of strengths. */
export function fingerprintIn(strength: Sql): Sql {
  return sql`(${strength} % ${raw(String(FINGERPRINTS))})`;
}
