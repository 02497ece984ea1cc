import fc from 'fast-check';
import { authorNames, nameInOrder } from '../../src/cite/author-name';
import { citationKey } from '../../src/cite/citation-key';
import { CITATION_FORMATS, type CitationFormat, citationFile, cite } from '../../src/cite/cite';
import type { CitedPaper } from '../../src/cite/cited-paper';
import { CSV_HEADER, csvRow } from '../../src/cite/csv';
import { readable } from '../../src/cite/texts';
import { addressOf } from '../../src/cite/web-address';
import { readBibtex } from '../../src/parse/records/bibtex/read-bibtex';
import { readCslJson } from '../../src/parse/records/csl/read-csl-json';
import { readCsv } from '../../src/parse/records/csv/read-csv';
import { isBroken, type RecordReader, type SourceRecord } from '../../src/parse/records/record';
import { readRis } from '../../src/parse/records/ris/read-ris';
import { readAll } from '../parse/records/support/readers';
import { anyTitle, HOSTILE_TITLES, ordinaryPaper, paperOf } from './support/papers';

type ReadFormat = Exclude<CitationFormat, 'MARKDOWN'> | 'CSV';

const READERS: Readonly<Record<ReadFormat, RecordReader>> = {
  BIBTEX: readBibtex,
  CSL_JSON: readCslJson,
  RIS: readRis,
  CSV: readCsv,
};
const READ_FORMATS = [...CITATION_FORMATS.filter((format) => format !== 'MARKDOWN'), 'CSV'] as const;

function fileOf(papers: readonly CitedPaper[], format: ReadFormat): string {
  if (format === 'CSV') return CSV_HEADER + papers.map(csvRow).join('');
  const { head, separator, tail } = citationFile(format, ['From here @ home', 'a {b']);
  return head + papers.map((paper) => cite(paper, format)).join(separator) + tail;
}

/** The records that our reader finds in a file of papers. */
async function readBack(papers: readonly CitedPaper[], format: ReadFormat): Promise<SourceRecord[]> {
  const file = fileOf(papers, format);
  const read = await readAll(READERS[format], file);
  return read.map((record) => {
    if (isBroken(record)) throw new Error(`${record.problem}\n${file}`);
    return record;
  });
}

/** What is to come back of a paper. */
function knownOf(paper: CitedPaper) {
  return {
    key: citationKey(paper),
    title: readable(paper.title),
    authors: authorNames(paper.authors).map(nameInOrder),
    identifiers: [
      ...(paper.arxivId === null ? [] : [`ARXIV ${paper.arxivId}`]),
      ...(paper.doi === null ? [] : [`DOI ${paper.doi}`]),
    ].sort(),
    publishedOn: paper.publishedOn,
    venue: paper.venue,
    keywords: [...paper.keywords].sort(),
    links: [...new Set([addressOf(paper), ...paper.codeUrls])].filter((url) => url !== null).sort(),
  };
}

function saidOf(record: SourceRecord): ReturnType<typeof knownOf> {
  return {
    key: record.key ?? '',
    title: record.title.value,
    authors: record.authors.map(({ value }) => value.name),
    identifiers: record.identifiers.map(({ value }) => `${value.scheme} ${value.value}`).sort(),
    publishedOn: record.publishedOn?.value ?? null,
    venue: record.venue?.value ?? null,
    keywords: record.keywords.map(({ value }) => value).sort(),
    links: record.links.map(({ value }) => value.url).sort(),
  };
}

describe.each(READ_FORMATS)('our reader of %s', (format) => {
  it('reads back what was written of a file of papers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ordinaryPaper, { minLength: 1, maxLength: 4 }), async (papers) => {
        expect((await readBack(papers, format)).map(saidOf)).toEqual(papers.map(knownOf));
      }),
      { numRuns: 200 },
    );
  });

  it('reads back abstracts, their paragraphs too where the format has any', async () => {
    const abstract = 'We count 5% of {0, 1}.\n\n@article{x, y} is no entry.\n\nER - is no end: $x_i$ & α.';
    const [record] = await readBack([paperOf({ abstract })], format);
    expect(record?.abstract?.value).toBe(format === 'RIS' ? abstract.replaceAll('\n\n', ' ') : abstract);
  });

  it('knows code for code where the format can say so', async () => {
    const codeUrls = [
      'https://github.com/example-lab/widgets',
      'https://git.sr.ht/~ada/a_b',
      'https://c.example.org/a%20b',
    ];
    const [record] = await readBack([paperOf({ codeUrls })], format);
    const role = format === 'RIS' ? 'LANDING' : 'CODE';
    expect(record?.links.map(({ value }) => `${value.role} ${value.url}`)).toEqual(
      codeUrls.map((url) => `${role} ${url}`),
    );
  });

  it('finds one record for each paper, whatever the titles are', async () => {
    const papers = HOSTILE_TITLES.map((title, index) => paperOf({ title, slug: `paper-${index}`, abstract: title }));
    const named = papers.filter(({ title }) => !/^[-–—.#]*$/.test(title));
    expect((await readBack(named, format)).map(({ key }) => key)).toEqual(named.map(citationKey));
  });

  it('finds the paper whatever its title, its authors, its venue and its addresses are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTitle, { minLength: 6, maxLength: 6 }), async (texts) => {
        const [title, name, venue, abstract, url, keyword] = texts as [string, string, string, string, string, string];
        const paper = paperOf({
          ...{ title: `T ${title}`, venue, abstract, doi: url, arxivId: null, keywords: [keyword] },
          authors: [
            { name, given: null, family: null },
            { name: `${name} ${venue}`, given: name, family: venue },
          ],
          url: `https://example.org/${url}`,
          codeUrls: [`https://example.org/${abstract}`, url],
        });
        const papers = [paper, paperOf({ slug: 'behind-it' })];
        expect((await readBack(papers, format)).map(({ key }) => key)).toEqual(papers.map(citationKey));
      }),
      { numRuns: 300 },
    );
  });
});
