import { authorsInText } from '../../../../src/parse/records/json/authors-in-text';
import { readRecords } from '../../../../src/parse/records/read-records';
import { isBroken, type ReadRecord } from '../../../../src/parse/records/record';
import { tellFormat } from '../../../../src/parse/records/tell-format';
import { allOf, inPieces } from '../support/cuts';

const PYTHON = "[{'name': 'Ada Example', 'hidden': True}]";

/** A record of each format, with something in the place of its list of authors. */
const RECORDS: readonly [string, (authors: unknown) => object][] = [
  ['HUB_DAILY', (authors) => ({ paper: { id: '2605.01234', title: 'T', upvotes: 1, authors } })],
  ['PAPERS_WITH_CODE_PAPERS', (authors) => ({ paper_url: 'x', title: 'T', url_abs: null, tasks: [], authors })],
  ['SEMANTIC_SCHOLAR', (authors) => ({ paperId: 'a'.repeat(40), title: 'T', authors })],
  ['OPENALEX', (authorships) => ({ id: 'https://openalex.org/W1', title: 'T', authorships })],
  ['CROSSREF', (author) => ({ DOI: '10.5555/x', title: ['T'], author })],
];

async function recordOf(record: object): Promise<ReadRecord | undefined> {
  const { records } = await readRecords(inPieces(JSON.stringify([record])), 'x.json');
  return (await allOf(records)).all[0];
}

describe('authors in the place of a list', () => {
  it.each(RECORDS)('are read in %s where a text names them', async (format, recordWith) => {
    for (const text of ['Ada Example, Ben Sample', "['Ada Example', 'Ben Sample']"]) {
      expect(tellFormat(JSON.stringify([recordWith(text)]))).toBe(format);
      const record = await recordOf(recordWith(text));
      if (record === undefined || isBroken(record)) throw new Error(record?.problem);
      expect(record.authors.map(({ value }) => value.name)).toEqual(['Ada Example', 'Ben Sample']);
    }
  });

  it.each(RECORDS)('are refused in %s where it cannot be told whom they name', async (_format, recordWith) => {
    for (const [authors, got] of [
      [PYTHON, 'what Python prints: "[{'],
      [{ name: 'Ada' }, 'an object'],
      [5, 'a number'],
    ] as const) {
      const record = await recordOf(recordWith(authors));
      expect(record).toEqual({
        number: 1,
        problem: expect.stringMatching(/^x\.json:1: expected a list as (?:paper\.)?author(?:s|ships)?, got /),
      });
      expect((record as { problem: string }).problem).toContain(got);
    }
  });

  it('are none where there is a list or nothing', () => {
    expect([[], ['A'], null, undefined].map((written) => authorsInText('authors', written))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(authorsInText('authors', '  ')).toEqual({ authors: [], hasAllAuthors: true });
  });
});
