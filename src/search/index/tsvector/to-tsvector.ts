import { type IndexEntry, splitTerms } from '../index-entry';

/** Greatest position that a tsvector knows; PostgreSQL puts what comes later there too. */
const LAST_POSITION = 16_383;

/** Most bytes of one tsvector, with room for what PostgreSQL adds to align them. */
const MOST_BYTES = 1_000_000;

/** Bytes that a term takes beside its letters, and that each of its positions takes. */
const BYTES_OF_TERM = 6;
const BYTES_OF_POSITION = 2;

/**
 * The terms of a document as PostgreSQL reads a tsvector: `'hessian':1A,7B 'loss':8B`, with the weights A, B and C for
 * title, body and more. A position is left free between two fields, so that no phrase reaches across.
 *
 * A tsvector has its limits: of one term it keeps 255 places, of a text beyond 16,383 words the terms but not their
 * places, and of a text beyond a megabyte of terms only the beginning. No abstract comes near.
 */
export function toTsvector({ title, body, more }: IndexEntry): string {
  const places = new Map<string, string[]>();
  let bytes = 0;
  let position = 0;
  for (const [weight, terms] of [
    ['A', title],
    ['B', body],
    ['C', more],
  ] as const) {
    for (const term of splitTerms(terms)) {
      position = Math.min(position + 1, LAST_POSITION);
      const known = places.get(term);
      bytes += BYTES_OF_POSITION + (known ? 0 : BYTES_OF_TERM + Buffer.byteLength(term));
      if (bytes > MOST_BYTES) break;
      if (known) known.push(`${position}${weight}`);
      else places.set(term, [`${position}${weight}`]);
    }
    position++;
  }
  return [...places].map(([term, where]) => `'${term}':${where.join(',')}`).join(' ');
}
