import fc from 'fast-check';
import { DigestSyntaxError } from '../../../../src/parse/file/digest-syntax-error';
import { readCrossref } from '../../../../src/parse/records/crossref/read-crossref';
import { readHubDaily } from '../../../../src/parse/records/hub/read-hub-daily';
import { readOpenAlex } from '../../../../src/parse/records/openalex/read-openalex';
import { readEvaluationTables } from '../../../../src/parse/records/papers-with-code/read-evaluation-tables';
import { readLinks } from '../../../../src/parse/records/papers-with-code/read-links';
import { readMethods } from '../../../../src/parse/records/papers-with-code/read-methods';
import { readPapersWithAbstracts } from '../../../../src/parse/records/papers-with-code/read-papers';
import type { ReadRecord, RecordReader } from '../../../../src/parse/records/record';
import { readSemanticScholar } from '../../../../src/parse/records/semantic-scholar/read-semantic-scholar';
import { piecesOf } from '../support/pieces';

const READERS: readonly [string, RecordReader][] = [
  ['readHubDaily', readHubDaily],
  ['readPapersWithAbstracts', readPapersWithAbstracts],
  ['readLinks', readLinks],
  ['readEvaluationTables', readEvaluationTables],
  ['readMethods', readMethods],
  ['readSemanticScholar', readSemanticScholar],
  ['readOpenAlex', readOpenAlex],
  ['readCrossref', readCrossref],
];

/** Every key that a reader looks for. */
const KEYS =
  `paper id title summary authors name hidden publishedAt submittedOnDailyAt upvotes githubRepo githubStars projectPage
  mediaUrls ai_keywords paper_url paper_title paper_arxiv_id arxiv_id openreview_id abstract url_abs url_pdf proceeding tasks
  methods date repo_url is_official framework task datasets dataset subdatasets subtasks sota rows metrics model_name code_links
  url paper_date source_url source_title code_snippet_url paperId externalIds ArXiv DOI venue journal year publicationDate
  openAccessPdf display_name doi ids authorships author orcid institutions primary_location locations landing_page_url source
  keywords abstract_inverted_index is_retracted message items status container-title given family ORCID affiliation issued
  date-parts subject resource primary URL link content-type relation has-preprint is-supplemented-by id-type updated-by type
  results data __proto__ constructor toString`.split(/\s+/);

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '2605.01234',
    '10.5555/x',
    'https://github.com/a/b',
    'https://arxiv.org/abs/2605.01234',
    'Family, Given',
    '{\\"o}',
    '<i>',
    '$x$',
    '2026-05-13',
    "{'a': 1}",
  ),
);
const { value: anyValue } = fc.letrec<{ value: unknown; list: unknown[]; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 12 }),
}));
const titled = fc
  .tuple(anyValue, text)
  .map(([value, title]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value, title, paper_title: title }
      : value,
  );
/** Files as they are, and cut or damaged. */
const file = fc.oneof(
  fc.array(titled, { maxLength: 4 }).map((values) => JSON.stringify(values)),
  fc.array(titled, { maxLength: 4 }).map((values) => values.map((value) => JSON.stringify(value)).join('\n')),
  fc.tuple(fc.array(titled, { maxLength: 4 }), fc.nat(), fc.string({ maxLength: 3 })).map(([values, at, damage]) => {
    const whole = JSON.stringify(values, null, 1);
    const place = at % whole.length;
    return whole.slice(0, place) + damage + whole.slice(place + damage.length);
  }),
  fc.string(),
);

/** What a reader gives, and how it ends. */
async function readAll(reader: RecordReader, whole: string, length?: number): Promise<(ReadRecord | string)[]> {
  const all: (ReadRecord | string)[] = [];
  try {
    for await (const read of reader(piecesOf(whole, length), 'daily_2026-05-14.json')) all.push(read);
  } catch (error) {
    if (!(error instanceof DigestSyntaxError)) throw error;
    all.push(error.message);
  }
  return all;
}

describe.each(READERS)('%s', (_name, reader) => {
  it('reads or refuses any text, the same wherever it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 20 }), async (whole, length) => {
        const all = await readAll(reader, whole);
        expect(await readAll(reader, whole, length)).toEqual(all);
        for (const read of all) {
          if (typeof read === 'string') continue;
          if ('problem' in read)
            expect(read.problem).toMatch(/^daily_2026-05-14\.json:(?:\d+| record \d+): expected .+, got .+$/s);
          else {
            expect(read.title.value.trim()).not.toBe('');
            for (const { value } of read.links) expect(value.url).toMatch(/^https?:\/\/\S+$/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes linear time for texts of any length', async () => {
    const repeated = ['x', ' ', 'a, ', '<', '<jats:tex-math>', '\\{$', "\\'{", ')', '\n', '&amp;', '2605.01234'];
    const values = repeated.map((unit) => {
      const long = `https://a.example.org/${unit.repeat(60_000 / unit.length)}y`;
      const members = Object.fromEntries(KEYS.filter((key) => key !== '__proto__').map((key) => [key, long]));
      const title = `T ${unit.repeat(1_000_000 / unit.length)}y`;
      return {
        ...members,
        title,
        paper_title: title,
        authors: [{ name: title }, title],
        paper: undefined,
        message: undefined,
      };
    });
    const before = process.cpuUsage();
    expect(await readAll(reader, JSON.stringify(values))).toHaveLength(
      reader === readEvaluationTables ? 0 : values.length,
    );
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(30);
  }, 120_000);
});
