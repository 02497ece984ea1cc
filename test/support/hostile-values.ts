import { encodeCursor } from '../../src/resolve/relay/cursor';
import { integer, pick, type Random } from '../bench/corpus/random';

/** Pieces that mean something to somebody on the way: parsers, databases, file systems, people. */
const PIECES = [
  ...['\0', '\u0001', '\ud800', '\udc00', '\uffff', '\u202e', '\u0301', '😀', 'ﬃ', 'İ', 'ß', '½', '深度学习', 'ไทย'],
  ...['', ' ', '\n', '\t', '"', '“', "'", "''", '`', '\\', '/', '//', '%', '%00', '%zz', '_', '*', '?', '#', '&', '|'],
  ...['!', '$1', '?1', ';--', "' or 1=1 --", '<->', ':*', 'NEAR(', 'OR', 'AND', '-', '--', '+', '(', ')', '[', ']'],
  ...['{', '}', '^', '~', '=', ',', '.', '..', 'null', 'undefined', 'NaN', '__proto__', 'constructor', 'toString'],
  ...['https://', 'http://[', 'git@', 'github.com/', 'github.com:', 'javascript:', 'file:///', 'xn--', 'title:'],
  ...['Paper:', 'Repository:', '2025-02-30', '0000-01-01', '9999-12-31', '+275760-09-13'],
  ...['neural', 'network*', '-learning', '"gradient descent"'],
];

/** What is one thing many times over, as long as a request may be. */
const LONG = [
  ...['a', 'é', 'a-', 'a/', '.', '%41', '(', 'git@', 'https://', '"a" OR ', 'z* ', '-a ', '1', 'a.', 'AB', '\0', '深'],
  '\ud83d',
];

/** Numbers at the ends of what somebody takes for a number, as JSON; some are none there. */
const NUMBERS = [
  ...['0', '-0', '-1', '1', '0.5', '1.5', '100', '101', '2147483647', '2147483648', '-2147483649', '9007199254740993'],
  ...['1e308', '1e999', '-1e999', '1e-999', '99999999999999999999999999'],
];

/** Lists whose cursors anybody can make, since a checksum is no secret. */
const LISTS: readonly (readonly unknown[])[] = [
  ['Query.changes'],
  ['Query.papers', {}, { field: 'FIRST_SEEN_ON', direction: 'DESC' }],
  ['Query.papers', {}, { field: 'TITLE', direction: 'DESC' }],
  ['Query.papers', {}, { field: 'TRENDING', direction: 'DESC' }],
  ['Query.topics', {}, { field: 'NAME', direction: 'ASC' }],
  ['Query.repositories', {}, { field: 'NAME', direction: 'ASC' }],
  ['Query.digests', { field: 'DATE', direction: 'DESC' }],
  ['Query.search', 'neural network', ['PAPER', 'TOPIC', 'REPOSITORY'], {}],
];

/** A text that somebody may stumble over. */
export function hostileText(random: Random, known: readonly string[]): string {
  switch (integer(random, 9)) {
    case 0:
      return pick(random, LONG).repeat(1 + integer(random, pick(random, [40, 400, 4_000, 30_000])));
    case 1:
      return altered(random, pick(random, known));
    case 2:
      return pick(random, known);
    case 3:
      return toId(pick(random, ['Paper', 'Topic', 'Repository', 'Digest', 'Nothing']), pieces(random));
    case 4: {
      const host = pick(random, ['github.com', 'gitlab.com', 'huggingface.co', 'a.test', '[::1]', '']);
      return `https://${host}/${pieces(random)}/${pieces(random)}`;
    }
    case 5:
      return madeCursor(random);
    case 6:
      return Buffer.from(JSON.stringify([pieces(random), pieces(random)])).toString('base64url');
    default:
      return pieces(random);
  }
}

/** A cursor with a right checksum, of a list that there is, at a place that may be none. */
export function madeCursor(random: Random): string {
  const values = [pieces(random), 0, -1, 0.5, 1e308, 2 ** 31, Number.MAX_SAFE_INTEGER, null, '2025-03-11'];
  const position = Array.from({ length: integer(random, 5) }, () => pick(random, values));
  return encodeCursor(pick(random, LISTS), position);
}

/** A value as JSON text that somebody may stumble over. */
export function hostileJson(random: Random, known: readonly string[]): string {
  const text = () => JSON.stringify(hostileText(random, known));
  switch (integer(random, 10)) {
    case 0:
      return pick(random, NUMBERS);
    case 1:
      return pick(random, [
        'null',
        'true',
        'false',
        '[]',
        '{}',
        '[null]',
        '[[]]',
        '{"a":null}',
        '{"topics":{"any":null}}',
      ]);
    case 2: {
      const levels = pick(random, [2, 31, 40, 1_000, 5_000]);
      const open = pick(random, ['[', '{"a":', '{"topics":']);
      return `${open.repeat(levels)}1${(open === '[' ? ']' : '}').repeat(levels)}`;
    }
    case 3:
      return `[${Array.from({ length: pick(random, [1, 3, 51, 101, 1_000]) }, () => JSON.stringify(pick(random, known))).join()}]`;
    case 4:
      return `{"topics":{"any":[${text()}],"none":[]},"host":${text()}}`;
    case 5:
      return `{"firstSeenOn":{"from":${text()},"to":"2025-03-11"},"constructor":{"prototype":1}}`;
    default:
      return text();
  }
}

/** Values as they are written in an operation; not all are ones that GraphQL knows. */
const LITERALS = [
  ...['null', 'true', '[]', '{}', '[null]', '[[[[]]]]', 'TITLE', 'NOTHING', '$yes', '$missing', '{ a: 1 }'],
  '"""a "block" text"""',
];

/** A value as it is written in an operation. */
export function hostileLiteral(random: Random, known: readonly string[]): string {
  switch (integer(random, 8)) {
    case 0:
      return pick(random, NUMBERS);
    case 1:
      return pick(random, LITERALS);
    case 2:
      return `[${Array.from({ length: pick(random, [1, 51, 101]) }, () => JSON.stringify(pick(random, known))).join()}]`;
    case 3: {
      const levels = pick(random, [3, 30, 600]);
      return `${'['.repeat(levels)}${']'.repeat(levels)}`;
    }
    default:
      return JSON.stringify(hostileText(random, known));
  }
}

/** A text with something taken out, put in, or said twice. */
export function altered(random: Random, text: string): string {
  const at = integer(random, text.length + 1);
  const behind = at + integer(random, 4);
  switch (integer(random, 4)) {
    case 0:
      return text.slice(0, at) + text.slice(behind);
    case 1:
      return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(Math.max(0, at - 20), at) + text.slice(at);
    default:
      return text.slice(0, at) + pick(random, PIECES) + text.slice(behind);
  }
}

function pieces(random: Random): string {
  return Array.from({ length: 1 + integer(random, 4) }, () => pick(random, PIECES)).join(
    pick(random, ['', ' ', '-', '/']),
  );
}

function toId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}
