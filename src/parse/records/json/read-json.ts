import type { BrokenRecord } from '../record';
import { type Layout, layoutOf } from './layout';
import { LineScanner } from './line-scanner';
import { parseSpan, type Span } from './parse-span';
import { ValueScanner } from './value-scanner';

/** A value that should be a record. */
export interface JsonElement {
  /** Place in the file, from 1. */
  number: number;
  /** 1-based line on which it begins; that of the line where several records stand on one. */
  line: number;
  value: unknown;
}

/** Lists of lists of lists are told apart; what nests deeper is a value. */
const DEEPEST_LIST = 3;

/**
 * The records of a file of JSON: the elements of its list (or lists, one behind the other), the elements of the list in an object
 * around it, an object by itself, or the objects of JSON Lines. What cannot be read is a {@link BrokenRecord} with its line, and
 * the reading goes on behind it.
 *
 * @param text the decoded text of the file, in pieces cut anywhere
 * @param file its name, for messages
 * @param ways where a list may lie in an object around it, with dots between keys: `results`, `message.items`
 * @throws DigestSyntaxError when the file does not begin as JSON does
 */
export async function* readJson(
  text: AsyncIterable<string>,
  file: string,
  ways: readonly string[] = [],
): AsyncGenerator<JsonElement | BrokenRecord> {
  let number = 0;
  for await (const span of spansOf(text, file, new Set(ways))) {
    const read = parseSpan(span, file);
    if ('problem' in read) {
      number += 1;
      yield { number, problem: read.problem };
      continue;
    }
    for (const value of elementsOf(read.value, ways)) {
      number += 1;
      yield { number, line: span.line, value };
    }
  }
}

/** Whether a value could not be read. */
export function isBrokenElement(read: JsonElement | BrokenRecord): read is BrokenRecord {
  return 'problem' in read;
}

async function* spansOf(text: AsyncIterable<string>, file: string, ways: ReadonlySet<string>): AsyncGenerator<Span> {
  let scanner: ValueScanner | LineScanner | null = null;
  let head = '';
  const scannerOf = (layout: Layout): ValueScanner | LineScanner =>
    layout === 'LINES' ? new LineScanner(1) : new ValueScanner(ways, 1);
  for await (const piece of text) {
    if (scanner !== null) {
      yield* scanner.read(piece);
      continue;
    }
    head += head === '' ? piece.replace(/^\ufeff/, '') : piece;
    const layout = layoutOf(head, false, file);
    if (layout === null) continue;
    scanner = scannerOf(layout);
    yield* scanner.read(head);
    head = '';
  }
  if (scanner === null) {
    scanner = scannerOf(layoutOf(head, true, file) ?? 'VALUES');
    yield* scanner.read(head);
  }
  yield* scanner.end();
}

/** The records that a value holds: itself, or the elements of a list, also of one in an object around it. */
function elementsOf(value: unknown, ways: readonly string[], depth = 1): readonly unknown[] {
  if (Array.isArray(value)) {
    return depth > DEEPEST_LIST ? [value] : value.flatMap((element) => elementsOf(element, ways, depth + 1));
  }
  for (const way of ways) {
    const list = memberOf(value, way);
    if (Array.isArray(list)) return list;
  }
  return [value];
}

function memberOf(value: unknown, way: string): unknown {
  let member = value;
  for (const key of way.split('.')) {
    if (typeof member !== 'object' || member === null || !Object.hasOwn(member, key)) return undefined;
    member = (member as Record<string, unknown>)[key];
  }
  return member;
}
