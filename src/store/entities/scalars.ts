import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';

/** `Date` as YYYY-MM-DD text on the wire. */
export const DateScalar = GraphQLDate;
DateScalar.description = 'A calendar day as YYYY-MM-DD (RFC 3339 full-date).';

/** `DateTime` as RFC 3339 text on the wire. */
export const DateTimeScalar = GraphQLDateTime;
DateTimeScalar.description = 'An instant as RFC 3339 text in UTC, e.g. 2025-03-11T08:30:00.000Z.';

/**
 * `URL` as text. Not the scalar of graphql-scalars: that one adds a slash to `https://a.github.io`, and it refuses the
 * spellings of an address (`git@…`, no scheme) that `resource(url)` is there to accept.
 */
export const UrlScalar = new GraphQLScalarType<string, string>({
  name: 'URL',
  description:
    'A web address. Answers are absolute http(s) addresses; arguments may also be spelled as people write them.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (value) => String(value),
  parseValue: (value) => asAddress(value),
  parseLiteral: (node) => asAddress(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node)),
});

function asAddress(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new TypeError(`URL: expected a non-empty string, got ${JSON.stringify(value)}`);
}
