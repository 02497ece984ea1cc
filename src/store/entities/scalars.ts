import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { isDay } from '../../text/is-day';

/** Longest piece of a wrong value that an error shows. */
const SHOWN = 100;

/**
 * `LocalDate` as YYYY-MM-DD text, stored and on the wire. Not `Date`, which is a class of Swift's, Kotlin's and JavaScript's
 * own: code made from the schema would have two of them.
 */
export const LocalDateScalar = textScalar({
  name: 'LocalDate',
  description: 'A calendar day as YYYY-MM-DD (RFC 3339 full-date), e.g. 2025-03-11.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  expected: 'a calendar day as YYYY-MM-DD',
  read: (text) => (isDay(text) ? text : null),
});

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** `DateTime` as RFC 3339 text in UTC with milliseconds, stored and on the wire. */
export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'An instant as RFC 3339 text in UTC, with milliseconds, e.g. 2025-03-11T08:30:00.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  expected: 'an instant as YYYY-MM-DDThh:mm:ss.sssZ, or with an offset in place of Z',
  read: (text) => {
    const day = INSTANT.exec(text)?.[1];
    return day !== undefined && isDay(day) && !text.endsWith('-00:00') ? new Date(text).toISOString() : null;
  },
});

/**
 * `URI` as text, of answers alone: an argument takes an address as people spell it, which may be none by the RFC. Not `URL`, a
 * class of Swift's, Kotlin's and JavaScript's own.
 */
export const UriScalar = textScalar({
  name: 'URI',
  description:
    'A web address: an absolute http(s) address as in RFC 3986, or a path on this server where the field says so.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
  expected: 'a web address as text that is not empty',
  read: (text) => text.trim() || null,
});

/** What a scalar of text is made from. */
interface TextScalar {
  name: string;
  description: string;
  specifiedByURL: string;
  /** What an error says was expected. */
  expected: string;
  /** The text as it is kept; null when it is none of the scalar's. */
  read(text: string): string | null;
}

/** A scalar whose errors name it, what was expected and what came. */
function textScalar({ name, expected, read, ...rest }: TextScalar): GraphQLScalarType<string, string> {
  const check = (value: unknown, shown: () => string): string => {
    const text = typeof value === 'string' ? read(value) : null;
    if (text !== null) return text;
    throw new TypeError(`${name}: expected ${expected}, got ${shorten(shown())}`);
  };
  return new GraphQLScalarType<string, string>({
    ...rest,
    name,
    // What code made from the schema takes it for: the word of GraphQL Code Generator and graphql-scalars.
    extensions: { codegenScalarType: 'string' },
    // What is stored was checked before it was, and an answer has many.
    serialize: (value) => String(value),
    parseValue: (value) => check(value, () => JSON.stringify(value) ?? 'nothing'),
    // A number, a name or a list is no text, whatever stands in it.
    parseLiteral: (node) => check(textOf(node), () => print(node)),
  });
}

function textOf(node: ValueNode): string | null {
  return node.kind === Kind.STRING ? node.value : null;
}

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
