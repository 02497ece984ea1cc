import { parseDigestFile } from '../../../../src/parse/digest/parse-digest-file';
import { digestOf, header, PAPERS, readPapers } from '../digest-text';

/** The papers, with some of them changed. */
function change(
  index: number,
  to: (paper: readonly [string, string]) => readonly [string, string?],
): (readonly [string, string?])[] {
  return PAPERS.map((paper, place) => (place === index ? to(paper) : paper));
}

/** What the parser is expected to give for papers written by `digestOf`. */
function asRead(papers: readonly (readonly [string, string?])[]): [string, string | null][] {
  return papers.map(([title, abstract]) => [title, abstract ?? null]);
}

/** An abstract with a blank line after every sentence. */
function inParagraphs(abstract: string): string {
  return abstract.replace(/(?<=[.?]) (?=[A-Z])/g, '\n\n');
}

describe('labelPassages', () => {
  it.each([
    'Mar 11',
    'May 3',
    'April 1, 2024',
    'Subscribe',
    'new',
    'byT5',
    'Attention',
    'GPT-4',
    'Why?',
    'Attention is all you need.',
    'Stop!',
    'DOUBLY STOCHASTIC ADVERSARIAL AUTOENCODER',
    'Yes, no, maybe? Revisiting what models answer',
    'by design: what safety means',
    '注意力机制',
    '42',
  ])('takes %j with an abstract below it for a title', (title) => {
    for (const index of [0, 2, 4]) {
      const papers = change(index, ([, abstract]) => [title, abstract]);
      expect(readPapers(digestOf(papers))).toEqual(asRead(papers));
      expect(readPapers(digestOf(papers, ''))).toEqual(asRead(papers));
    }
  });

  it('takes a date label for a title where an abstract follows, though the page prints no date', () => {
    const papers = change(0, ([, abstract]) => ['Mar 12', abstract]);
    expect(readPapers(digestOf(papers, header().replace('Mar 11\n\n', '')))).toEqual(asRead(papers));
  });

  it.each(['We study graphs.', 'A survey.', 'We propose a new loss', 'To be announced.', '我们研究图。'])(
    'takes %j between two titles for an abstract',
    (abstract) => {
      for (const index of [1, 3]) {
        const papers = change(index, ([title]) => [title, abstract]);
        expect(readPapers(digestOf(papers))).toEqual(asRead(papers));
      }
    },
  );

  it('reads a digest of nothing but short abstracts', () => {
    const papers = PAPERS.map(([title], index) => [title, `We study question number ${index}.`] as const);
    expect(readPapers(digestOf(papers))).toEqual(papers);
  });

  it('leaves a title without an abstract, wherever it stands', () => {
    for (const index of PAPERS.keys()) {
      const papers = change(index, ([title]) => [title]);
      expect(readPapers(digestOf(papers))).toEqual(asRead(papers));
    }
  });

  it('reads a headed list of titles as papers without abstracts', () => {
    const titles = [
      'Sparse Rivers: Routing Tokens Without a Router',
      'Deep Lakes',
      'LANTERN: A Dataset of Night-Time Scenes',
    ];
    const papers = titles.map((title) => [title] as const);
    expect(readPapers(digestOf(papers))).toEqual(asRead(papers));
  });

  it('keeps the paragraphs of an abstract together', () => {
    const papers = PAPERS.map(([title, abstract]) => [title, inParagraphs(abstract)] as const);
    expect(readPapers(digestOf(papers))).toEqual(papers);
  });

  it.each(['Project website: https://example.org/rivers', 'Code: https://github.com/a/b', '(2) fast decoding;'])(
    'takes %j after an abstract for a part of it',
    (paragraph) => {
      const papers = change(1, ([title, abstract]) => [title, `${abstract}\n\n${paragraph}`]);
      expect(readPapers(digestOf(papers))).toEqual(asRead(papers));
    },
  );

  it('learns from the file that its titles end with a full stop', () => {
    const papers = PAPERS.map(([title, abstract]) => [`${title.replace(/\?$/, '')}.`, abstract] as const);
    expect(readPapers(digestOf(papers))).toEqual(papers);
  });

  it('reads titles and abstracts that touch', () => {
    expect(readPapers(header() + PAPERS.map((paper) => paper.join('\n')).join('\n\n'))).toEqual(PAPERS);
    expect(readPapers(header() + PAPERS.map((paper) => paper.join('\n')).join('\n'))).toEqual(PAPERS);
  });

  it('keeps the line breaks of a wrapped abstract and joins those of a wrapped title', () => {
    const wrap = (text: string): string => text.replace(/(?=.{41})(.{1,40}) /g, '$1\n');
    const papers = readPapers(digestOf(PAPERS.map(([title, abstract]) => [wrap(title), wrap(abstract)])));
    expect(papers).toEqual(PAPERS.map(([title, abstract]) => [title, wrap(abstract)]));
  });

  it('does not begin a page at one line that looks like a header, and makes no paper of it', () => {
    for (const line of ['Mar 12', 'Subscribe', 'new']) {
      const digests = parseDigestFile(Buffer.from(digestOf(change(2, () => [line]))), 'digest.txt');
      expect(digests.map(({ entries }) => entries.map(({ title }) => title))).toEqual([
        PAPERS.flatMap(([title], index) => (index === 2 ? [] : [title])),
      ]);
      expect(digests[0]?.dropped).toEqual([{ text: line, line: 19 }]);
    }
  });
});
