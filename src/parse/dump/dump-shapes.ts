import { type ZodType, z } from 'zod';
import { isDay } from '../../text/is-day';
import { LONGEST_IDENTIFIER } from '../records/bounds/bounded-records';
import { IDENTIFIER_SCHEMES } from '../records/record';
import { RECORD_FORMATS } from '../records/tell-format';

/** What a column and an answer can hold. */
const MOST = 2_147_483_647;
/** In bytes. */
const LONGEST_KEY = 2_100;

// Each says as its error what is expected, to be followed by where.
const text = (expected = 'a text', form = /(?:)/) => z.string(expected).regex(form, expected);
const count = (least: number) => {
  const expected = `a whole number from ${least} to ${MOST.toLocaleString('en-US')}`;
  return z.int(expected).min(least, expected).max(MOST, expected);
};
const flag = z.boolean('true or false');
const oneOf = (values: readonly (string | true)[]) => z.literal(values, `one of ${values.join(', ')}`);
const listOf = (shape: ZodType) => z.array(shape, 'a list');
/** With all of these members; it may have others. */
const objectOf = (members: Readonly<Record<string, ZodType>>) => z.looseObject(members, 'an object');
const orNull = (shape: ZodType) => shape.nullable();

const FILLED = text('a text that is not empty', /\S/);
/** What stands in an index; PostgreSQL takes no key that is much longer. */
const short = (expected: string, form = /\S/) =>
  text(expected, form).refine(
    (value) => Buffer.byteLength(value) <= LONGEST_KEY,
    `${expected} of at most ${LONGEST_KEY} bytes`,
  );
const IDENTIFIER = short('an identifier').max(
  LONGEST_IDENTIFIER,
  `an identifier of at most ${LONGEST_IDENTIFIER} characters`,
);
/** As `slugify` makes them. */
const SLUG = short('a slug', /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u).refine(
  (value) => value === value.toLowerCase(),
  'a slug in lower case',
);
const DAY = z.string('a day as YYYY-MM-DD').refine(isDay, 'a day as YYYY-MM-DD');
const INSTANT = text('an instant as YYYY-MM-DDThh:mm:ss.sssZ', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const ADDRESS = text('an address that begins with http', /^https?:\/\/\S+$/i);

function stated(value: ZodType): ZodType {
  return objectOf({ value, field: text(), asWritten: text() });
}

const AUTHOR = objectOf({
  name: FILLED,
  given: orNull(text()),
  family: orNull(text()),
  orcid: orNull(text()),
  affiliations: listOf(text()),
});

const LINK = objectOf({
  url: ADDRESS,
  role: oneOf(['CODE', 'PROJECT', 'LANDING', 'PDF', 'DATA', 'MEDIA', 'OTHER']),
  isOfficial: orNull(flag),
  isMentionedInPaper: orNull(flag),
  isMentionedInRepository: orNull(flag),
  framework: orNull(text()),
  stars: orNull(count(0)),
  isGuess: flag,
});

const RESULT = objectOf({ task: text(), dataset: text(), metric: text(), value: text(), model: text() });

/** A `SourceRecord` without its place. */
const SAID = objectOf({
  key: orNull(text()),
  title: stated(FILLED),
  abstract: orNull(stated(text())),
  authors: listOf(stated(AUTHOR)),
  hasAllAuthors: flag,
  identifiers: listOf(stated(objectOf({ scheme: oneOf(IDENTIFIER_SCHEMES), value: IDENTIFIER }))),
  publishedOn: orNull(
    stated(text('a year, a month or a day as YYYY, YYYY-MM or YYYY-MM-DD', /^\d{4}(-\d{2}(-\d{2})?)?$/)),
  ),
  venue: orNull(stated(FILLED)),
  categories: listOf(stated(text())),
  keywords: listOf(stated(text())),
  versions: listOf(stated(objectOf({ number: count(1), date: orNull(DAY) }))),
  isWithdrawn: orNull(stated(oneOf([true]))),
  links: listOf(stated(LINK)),
  votes: orNull(stated(count(0))),
  place: orNull(stated(objectOf({ day: DAY, rank: count(1) }))),
  results: listOf(stated(RESULT)),
});

/** The lines of an export by the member that tells them. */
export const LINE_SHAPES = {
  digest: objectOf({
    digest: objectOf({
      slug: SLUG,
      title: FILLED,
      curator: orNull(text()),
      dateLabel: orNull(text()),
      date: orNull(DAY),
      dateSource: orNull(oneOf(['FILE_NAME', 'ARGUMENT', 'TEXT'])),
      file: short('the name of a file'),
      sha256: text('64 hexadecimal digits', /^[\da-f]{64}$/),
      importedAt: INSTANT,
    }),
  }),
  entry: objectOf({
    entry: objectOf({
      rank: count(1),
      line: count(1),
      title: FILLED,
      abstract: orNull(FILLED),
      authors: orNull(listOf(FILLED)),
      arxivId: orNull(short('an identifier')),
    }),
    of: FILLED,
    paper: SLUG,
  }),
  source: objectOf({
    source: objectOf({
      number: count(1),
      file: short('the name of a file'),
      format: oneOf(RECORD_FORMATS),
      importedAt: INSTANT,
      isComplete: flag,
    }),
  }),
  record: objectOf({ record: SAID, number: count(1), line: orNull(count(1)), of: count(1), paper: SLUG }),
  end: objectOf({ end: objectOf({ entries: count(0), records: count(0) }) }),
} as const satisfies Record<string, ZodType>;

/** The first line. */
export const HEAD_SHAPE = objectOf({ offprint: count(1), isWhole: flag });
