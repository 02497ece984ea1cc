import { createHash } from 'node:crypto';
import { slugify } from '../../text/slugify';
import { withoutTexAccents } from '../../text/tex';
import { comparedWords, plainWords } from './compared-words';

const STATE =
  '(?:retracted|withdrawn|removed|revised|updated|preprint)(?:\\s+(?:article|paper|chapter|version|preprint))?';
const VERSION =
  '(?:arxiv\\s+)?(?:v|ver\\.?|version|rev\\.?|revision)\\s*\\d+(?:\\.\\d+)?|\\d+(?:st|nd|rd|th)\\s+(?:version|revision)|(?:extended|full|final|long|short)\\s+version';
const STATE_OR_VERSION = `(?:${STATE}|${VERSION})`;

/** What editors and archives write around a title: `WITHDRAWN: T`, `[Retracted] T`, `T (v2)`, `T [version 2; …]`, `T, v2`. */
const MARKS: readonly RegExp[] = [
  new RegExp(`^\\s*[([]\\s*${STATE_OR_VERSION}\\s*(?:;[^\\])]*)?[)\\]]\\s*[:–—-]?\\s*`, 'i'),
  new RegExp(`^\\s*${STATE}\\s*(?:[:–—]|\\s-\\s)\\s*`, 'i'),
  new RegExp(`\\s*[([]\\s*${STATE_OR_VERSION}\\s*(?:;[^\\])]*)?[)\\]][\\s.]*$`, 'i'),
  new RegExp(`(?:\\s*,|\\s[–—-])\\s*${STATE_OR_VERSION}[\\s.]*$`, 'i'),
];

/** Shorter words are mostly articles, prepositions and the like. */
const TELLING_LENGTH = 4;

/** A title without the marks of its version or withdrawal; as it is when it is nothing else. */
export function withoutMarks(title: string): string {
  let text = title;
  for (let before = ''; before !== text; ) {
    before = text;
    for (const mark of MARKS) {
      const rest = text.replace(mark, '');
      if (/[\p{L}\p{N}]/u.test(rest)) text = rest;
    }
  }
  return text;
}

/** Whether a title says of itself that it is another state of a paper. */
export function isMarked(title: string): boolean {
  return withoutMarks(title) !== title;
}

/** How many words of a title say what the paper is about: one of `Introduction`, two of `Reply to Comments`. */
export function countTellingWords(title: string): number {
  // What is no ASCII is a script in which few letters say much.
  return plainWords(withoutMarks(title)).filter((word) => word.length >= TELLING_LENGTH || /[^\0-\x7f]/.test(word))
    .length;
}

/** Titles remembered with their keys: each is asked for when its file is read, when it is stored, and when it comes again. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 2_000;

/**
 * A fingerprint of a title that is equal for all ways to write it: case, accents, punctuation, hyphens, TeX, British and
 * American spelling, marks of version or withdrawal. Two papers with the same key may be one; their texts decide.
 *
 * @returns 16 hexadecimal digits
 */
export function titleKey(title: string): string {
  const known = remembered.get(title);
  if (known !== undefined) return known;
  const key = fingerprintOf(title);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(title, key);
  return key;
}

function fingerprintOf(title: string): string {
  const words = comparedWords(withoutMarks(title)).join(' ');
  // `Fine tuning` is `finetuning`, but `1.1` is not 11.
  const letters = words.replace(/(?<!\d) | (?!\d)/g, '');
  return createHash('sha256')
    .update(letters || title)
    .digest('hex')
    .slice(0, 16);
}

/** The public key that a paper with this title has, if no other has it. */
export function paperSlug(title: string): string {
  return slugify(withoutTexAccents(withoutMarks(title)));
}
