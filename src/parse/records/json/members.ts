import { quote } from '../../file/digest-syntax-error';

/** An object of JSON. Its members are read by names that no object has by itself. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Longer texts are no addresses and no identifiers, in UTF-16 units. */
const LONGEST_SHORT = 2_000;
/** What a column and an answer can hold of a count. */
const MOST = 2_147_483_647;
/** Objects and lists of Python as it prints them. */
const PRINTED = /^\s*[[{(][\s[{(]*'/;

/** The value as an object; null for all else, lists too. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The value as a list; empty for all else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects in a list; none where the value is no list. */
export function objectsIn(value: unknown): JsonObject[] {
  return listOf(value)
    .map(objectOf)
    .filter((object) => object !== null);
}

/** The texts in a list, or the one text that stands where a list could be. */
export function textsIn(value: unknown): string[] {
  return (typeof value === 'string' ? [value] : listOf(value)).flatMap((element) => textOf(element) ?? []);
}

/** The value as a text that says something; null for all else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The value as an identifier: a short text, or a number in figures; null for all else. */
export function keyOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : shortOf(value);
}

/** The value as a text that can be an address or an identifier; null for all else, and for what is too long. */
export function shortOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length <= LONGEST_SHORT ? text : null;
}

/** The value as a count, also where it stands in quotation marks; null for all else, and for more than any count is. */
export function countOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST ? number : null;
}

/** The value as yes or no, also where it stands in quotation marks or as 1 or 0; null where it is neither. */
export function flagOf(value: unknown): boolean | null {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 1 || word === 'true') return true;
  return word === false || word === 0 || word === 'false' ? false : null;
}

/** A value for a message: a text in quotation marks, of all else what it is. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return kindOf(value);
  return PRINTED.test(value) ? `what Python prints: ${quote(value)}` : quote(value);
}

/** What a value is, for a message: `a list`, `nothing`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
