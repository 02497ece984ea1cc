import fc from 'fast-check';
import { citationKey } from '../../src/cite/citation-key';
import { type CitationFormat, citationFile, cite } from '../../src/cite/cite';
import type { CitedPaper } from '../../src/cite/cited-paper';
import { piecesOf, readable, titleOf } from '../../src/cite/texts';
import { addressOf, codeAddressesOf } from '../../src/cite/web-address';
import { installReaders, readWith } from './foreign/readers';
import { anyTitle, HOSTILE_TITLES, ordinaryPaper, paperOf, WIDGETS } from './support/papers';

beforeAll(installReaders, 600_000);

const SEED = 20_261_130;

function fileOf(papers: readonly CitedPaper[], format: CitationFormat): string {
  const { head, separator, tail } = citationFile(format, ['Papers from somewhere']);
  return head + papers.map((paper) => cite(paper, format)).join(separator) + tail;
}

function sample<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed: SEED });
}

/** What the readers take minutes for is left out; ours read it. */
const LONGEST = 1_000;
const hostileTitles = HOSTILE_TITLES.filter((title) => title.length <= LONGEST);

const hostilePapers = [...hostileTitles, ...sample(anyTitle, 300)].map((title, index) =>
  paperOf({ title, slug: `paper-${index}`, abstract: title, venue: title, authors: [nobody(title)] }),
);

function nobody(name: string) {
  return { name, given: null, family: null };
}

/** The letters and figures of a title; formulas, and what readers make of marks, are left out. */
function lettersOf(text: string): string {
  return (text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}

/** What is to be read of the title of a paper; null where a formula is in it, of which readers make what they can. */
function lettersIn(paper: CitedPaper): string | null {
  return piecesOf(paper.title).some(({ kind }) => kind === 'MATH') ? null : lettersOf(readable(titleOf(paper)));
}

/** Expects that a reader found the letters of each title under the key of its paper. */
function expectLetters(found: readonly { key: string; title: string }[], papers: readonly CitedPaper[]): void {
  const expected = papers.map((paper) => ({ key: citationKey(paper), letters: lettersIn(paper) }));
  const read = found.map(({ key, title }, index) => ({
    key,
    letters: expected[index]?.letters === null ? null : lettersOf(title),
  }));
  expect(read).toEqual(expected);
}

describe('BibTeX, read by Citation.js', () => {
  it('says what the paper says', () => {
    expect(readWith('citation-js', [fileOf([WIDGETS], 'BIBTEX')])).toEqual([
      [
        expect.objectContaining({
          'citation-key': citationKey(WIDGETS),
          title: 'Widgets in the Wild: 5% of GPU Time & More, with \\textR²',
          author: [
            { family: 'Example', given: 'Ada' },
            { family: 'Müller', given: 'Ben' },
            { family: 'Tour', given: 'Ana', suffix: 'Jr.', 'non-dropping-particle': 'de la' },
            { family: 'The Example Team, Inc.' },
          ],
          issued: { 'date-parts': [[2026, 5, 13]] },
          DOI: WIDGETS.doi,
          URL: WIDGETS.url,
        }),
      ],
    ]);
  });

  it('has each paper of a file with the letters of its title, whatever the titles are', () => {
    const [items = []] = readWith('citation-js', [fileOf(hostilePapers, 'BIBTEX')]);
    expectLetters(
      items.map((item) => ({ key: String(item['citation-key']), title: item.title })),
      hostilePapers,
    );
  });
});

describe('BibTeX, read by Better BibTeX', () => {
  it('says what the paper says', () => {
    expect(readWith('better-bibtex', [fileOf([WIDGETS], 'BIBTEX')])).toMatchObject([
      {
        errors: [{ error: 'unhandled macro \\text' }],
        entries: [
          {
            key: citationKey(WIDGETS),
            type: 'misc',
            fields: {
              title: 'Widgets in the Wild: 5% of GPU Time & More, with \\textR²',
              author: [
                { firstName: 'Ada', lastName: 'Example' },
                { firstName: 'Ben', lastName: 'Müller'.normalize('NFD') },
                { firstName: 'Ana', prefix: 'de la', lastName: 'Tour', suffix: 'Jr.' },
                { name: 'The Example Team, Inc.' },
              ],
              ...{ year: '2026', month: '5', eprint: '2605.01234', archiveprefix: 'arXiv', primaryclass: 'cs.LG' },
              ...{ doi: WIDGETS.doi, url: WIDGETS.url },
            },
          },
        ],
      },
    ]);
  });

  it('has each paper of a file with the letters of its title, whatever the titles are', () => {
    const [file] = readWith('better-bibtex', [fileOf(hostilePapers, 'BIBTEX')]);
    // It knows few commands of formulas.
    expect(file?.errors.filter(({ error }) => !error.startsWith('unhandled'))).toEqual([]);
    expectLetters(file?.entries.map(({ key, fields }) => ({ key, title: fields.title })) ?? [], hostilePapers);
  });
});

describe('CSL-JSON, read by Citation.js', () => {
  it('is left as it is, since it is what the schema says', () => {
    const papers = [WIDGETS, ...sample(ordinaryPaper, 100), ...hostilePapers];
    const file = fileOf(papers, 'CSL_JSON');
    expect(readWith('citation-js-csl', [file])).toEqual([JSON.parse(file)]);
  });
});

describe('RIS, read by astrocite', () => {
  it('says what the paper says', () => {
    const [[item] = []] = readWith('astrocite', [fileOf([WIDGETS], 'RIS')]);
    expect(item).toMatchObject({
      id: citationKey(WIDGETS),
      type: 'manuscript',
      title: 'Widgets in the Wild: 5% of GPU Time & More, with $\\text{R}^2$',
      issued: { 'date-parts': [['2026', '05', '13']] },
      DOI: WIDGETS.doi,
      // It knows the last one alone.
      URL: WIDGETS.codeUrls.at(-1),
      genre: 'arXiv:2605.01234',
      keyword: WIDGETS.keywords,
      abstract: 'We count widgets as Fréchet did. They age by 5%.',
    });
    expect(item?.author?.slice(0, 2)).toEqual([
      { family: 'Example', given: 'Ada' },
      { family: 'Müller', given: 'Ben' },
    ]);
  });

  it('has each paper of a file with its title, whatever the titles are', () => {
    const [items] = readWith('astrocite', [fileOf(hostilePapers, 'RIS')]);
    expect(items?.map(({ id, title }) => [id, title])).toEqual(
      hostilePapers.map((paper) => [citationKey(paper), readable(titleOf(paper))]),
    );
  });
});

describe('Markdown, rendered by markdown-it', () => {
  /** Where links of HTML lead, and what else is markup there. */
  function seenIn(html: string) {
    const links = [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) =>
      (href as string).replaceAll('&amp;', '&'),
    );
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)|<!/g)].map(([, tag]) => tag ?? '!'));
    return {
      links,
      tags: [...tags].filter((tag) => !['p', 'a', 'em'].includes(tag)),
      lines: html.trim().split('\n').length,
    };
  }

  it('is one line without a link but those to the paper and its code, whatever the paper says', () => {
    const ordinary = sample(ordinaryPaper, hostilePapers.length);
    const papers = hostilePapers.flatMap((paper, index) => [
      paper,
      { ...(ordinary[index] as CitedPaper), title: paper.title, venue: paper.title },
    ]);
    const pages = readWith(
      'markdown-it',
      papers.map((paper) => cite(paper, 'MARKDOWN')),
    );
    const expected = papers.map((paper) => {
      const links = [addressOf(paper), ...codeAddressesOf(paper)].filter((url) => url !== null);
      return { links: links.map((url) => url.replaceAll('(', '%28').replaceAll(')', '%29')), tags: [], lines: 1 };
    });
    expect(pages.map(seenIn)).toEqual(expected);
  });

  it('is a list as a file', () => {
    const [page] = readWith('markdown-it', [fileOf([WIDGETS, paperOf()], 'MARKDOWN')]);
    expect(page?.match(/<li>/g)).toHaveLength(2);
  });
});
