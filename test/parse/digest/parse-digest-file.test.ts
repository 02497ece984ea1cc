import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDigestFile } from '../../../src/parse/digest/parse-digest-file';
import { DigestSyntaxError } from '../../../src/parse/file/digest-syntax-error';
import { anyText } from '../../support/any-text';
import { ROOT } from '../../support/root';
import { digestOf, header, PAPERS, readPapers } from './digest-text';

const SEED = join(ROOT, 'seeds/2025-03-11.txt');

function parse(text: string, file = 'digest.txt', date?: string): ReturnType<typeof parseDigestFile> {
  return parseDigestFile(Buffer.from(text), file, { date });
}

describe('the shipped digest', () => {
  const [digest, ...others] = parseDigestFile(readFileSync(SEED), SEED);

  it('is one digest of 51 papers, each with its abstract', () => {
    expect(others).toEqual([]);
    expect(digest?.entries).toHaveLength(51);
    expect(digest?.entries.every(({ abstract }) => abstract !== null && abstract.length > 300)).toBe(true);
    expect(digest?.entries.map(({ rank }) => rank)).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
    expect(digest?.repeats).toEqual([]);
  });

  it('takes its header from the page and its year from the file name', () => {
    expect(digest).toMatchObject({
      slug: '2025-03-11',
      title: 'Get trending papers in your email inbox!',
      curator: 'AK and the research community',
      dateLabel: 'Mar 11',
      date: '2025-03-11',
      dateSource: 'FILE_NAME',
    });
  });

  it('has a title on the line that each entry names', () => {
    const lines = readFileSync(SEED, 'utf8').split('\n');
    expect(digest?.entries.map(({ line }) => lines[line - 1])).toEqual(digest?.entries.map(({ title }) => title));
  });
});

describe('parseDigestFile', () => {
  it('reads a digest without a header under the name of its file', () => {
    const [digest] = parse(digestOf(PAPERS, ''), 'some papers.txt');
    expect(digest).toMatchObject({ slug: 'some-papers', title: 'some papers', curator: null, date: null });
    expect(digest?.entries).toHaveLength(PAPERS.length);
  });

  it.each(['new\n\n', 'Subscribe\n\nMar 11\n\n', 'Mar 11\n\n', 'by AK\n\nMar 11\n\n', header().replace(/\n\n/g, '\n')])(
    'reads a digest under the part of a header %j',
    (head) => {
      expect(readPapers(digestOf(PAPERS, head))).toEqual(PAPERS);
    },
  );

  it.each([
    ['a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['CRLF', (text: string) => Buffer.from(text.replace(/\n/g, '\r\n'))],
    ['lone CR', (text: string) => Buffer.from(text.replace(/\n/g, '\r'))],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['no final newline', (text: string) => Buffer.from(text.trimEnd())],
    ['trailing blank lines', (text: string) => Buffer.from(`${text}\n \n\n`)],
    ['blank lines of blanks', (text: string) => Buffer.from(text.replace(/\n\n/g, '\n \t\u00a0\n\u3000\n\u200b\n'))],
    ['blanks around lines', (text: string) => Buffer.from(text.replace(/^(?=.)/gm, '  ').replace(/(?<=.)$/gm, '\t'))],
    ['control characters', (text: string) => Buffer.from(text.replace(/e/g, 'e\u0007').replace(/a/g, '\u0085a'))],
  ])('reads the same papers from a file with %s', (_name, write) => {
    expect(readPapers(write(digestOf()))).toEqual(PAPERS);
  });

  it('squeezes blanks in a title and keeps an abstract as printed', () => {
    const papers = readPapers(
      digestOf([['Odd\u00a0\t  Blanks in  Titles', 'We keep  two blanks. And we keep\ta tab.']]),
    );
    expect(papers).toEqual([['Odd Blanks in Titles', 'We keep  two blanks. And we keep\ta tab.']]);
  });

  it('counts a repeated title as printed and keeps it once', () => {
    const text = 'We go deep. It is good.';
    const [digest] = parse(digestOf([['Deep Nets', text], ...PAPERS, ['deep  nets!', text]]));
    expect(digest?.entries[0]).toMatchObject({ title: 'Deep Nets', abstract: text, rank: 1 });
    expect(digest?.entries.at(-1)?.rank).toBe(PAPERS.length + 1);
    expect(digest?.repeats).toEqual([{ title: 'deep nets!', line: 35, firstLine: 11 }]);
  });

  it('keeps a title alone for itself, whatever else has a text under it', () => {
    const [digest] = parse(digestOf([['Deep Nets'], ...PAPERS, ['deep  nets!', 'We go deep. It is good.']]));
    expect(digest?.entries[0]).toMatchObject({ title: 'Deep Nets', abstract: null, rank: 1 });
    expect(digest?.entries.at(-1)).toMatchObject({ title: 'deep nets!', rank: PAPERS.length + 2 });
    expect(digest?.repeats).toEqual([]);
  });

  it('reads pages pasted one after another as digests with their own dates', () => {
    const pages = [header('Mar 11'), header('Mar 12'), header('Mar 12')].map((head) => digestOf(PAPERS, head));
    const digests = parse(pages.join('\n'), 'pages 2025.txt');
    expect(digests.map(({ slug }) => slug)).toEqual(['pages-2025-mar-11', 'pages-2025-mar-12', 'pages-2025-mar-12-3']);
    expect(digests.map(({ date }) => date)).toEqual(['2025-03-11', '2025-03-12', '2025-03-12']);
    expect(digests.map(({ entries }) => entries.length)).toEqual([5, 5, 5]);
  });

  it.each([
    ['an empty file', '', 'expected titles and abstracts, got an empty file'],
    ['blanks only', ' \n\t\n\n', 'expected titles and abstracts, got an empty file'],
    ['HTML', '<!doctype html>\n<p>x</p>', 'got HTML: "<!doctype html>'],
    ['JSON', '{"papers":\n[]}', 'got JSON'],
    [
      'two lines of prose',
      'This is just a note.\nIt goes on here.',
      'a title, a blank line and an abstract, got "This',
    ],
    ['two paragraphs of prose', 'The sun was out.\n\nAll birds sang.', 'got "The sun was out."'],
    ['one paragraph', PAPERS[0]?.[1] ?? '', 'got "Mixtures of experts'],
    ['a list of titles without a header', PAPERS.map(([title]) => title).join('\n\n'), 'got "Sparse Rivers'],
    ['a header without papers', header(), 'expected papers after the header, got none'],
    ['a last page without papers', digestOf() + header('Mar 12'), '30: expected papers after the header, got none'],
    ['one line of a header', 'Subscribe\n', 'expected papers after the header, got none'],
  ])('refuses %s', (_name, text, message) => {
    expect(() => parse(text)).toThrow(DigestSyntaxError);
    expect(() => parse(text)).toThrow(message);
  });

  it.each([
    ['Attention', 'We study graphs.'],
    ['Is attention all you need?', 'We ask whether it is.'],
    ['注意力机制的新框架', '本文提出了一种新的框架。实验表明该方法有效。'],
    ['نموذج لغوي كبير', 'نقدم نموذجا لغويا كبيرا. تم تدريبه على نصوص كثيرة.'],
  ])('accepts the single paper %j without a header', (title, abstract) => {
    expect(readPapers(`${title}\n\n${abstract}`)).toEqual([[title, abstract]]);
  });

  it.each(['a\u0301', '\ua7f8', '😀'])('refuses millions of %j in a row as it does anything else', (unit) => {
    expect(() => parse(unit.repeat(6_000_000))).toThrow(DigestSyntaxError);
    expect(() => parse(`${header()}Widgets\n\n${unit.repeat(6_000_000)}\n`)).toThrow(DigestSyntaxError);
  });

  it('parses any bytes or throws a DigestSyntaxError', () => {
    const line = fc.oneof(
      fc.constantFrom('', 'new', 'Subscribe', 'Mar 11', 'Feb 30', 'byAK and the research community', '<p>', '{', '\0'),
      fc.constantFrom(...PAPERS.flat(), 'Get trending papers in your email inbox!'),
      anyText(),
    );
    const files = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(line).map((lines) => new Uint8Array(Buffer.from(lines.join('\n')))),
    );
    fc.assert(
      fc.property(files, fc.string(), (bytes, file) => {
        try {
          expect(parseDigestFile(bytes, file).every(({ entries, slug }) => entries.length > 0 && slug !== '')).toBe(
            true,
          );
        } catch (error) {
          if (!(error instanceof DigestSyntaxError)) throw error;
          expect(error.message.startsWith(`${file}:${error.line}: expected `)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads CRLF as LF, and each entry names the line of its title', () => {
    const paper = fc.tuple(
      fc.constantFrom(...PAPERS.map(([title]) => title), 'Mar 11', 'Subscribe', 'new', 'Attention', 'Why?'),
      fc.constantFrom(...PAPERS.map(([, abstract]) => abstract), 'We study graphs.', undefined),
    );
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 12 }), fc.boolean(), (papers, isHeaded) => {
        const text = digestOf(papers, isHeaded ? header() : `${PAPERS[0]?.join('\n\n')}\n\n`);
        let digests: ReturnType<typeof parse> = [];
        try {
          digests = parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(DigestSyntaxError);
          return;
        }
        expect(parse(text.replace(/\n/g, '\r\n'))).toEqual(digests);
        const lines = text.split('\n');
        for (const { title, line } of digests.flatMap(({ entries }) => entries)) expect(lines[line - 1]).toBe(title);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the same page pasted twice', () => {
  const page = readFileSync(SEED, 'utf8');

  it.each([
    ['with nothing between', ''],
    ['with a line break between', '\n'],
    ['with a blank line between', '\n\n'],
  ])('%s gives its papers twice, the badge of the second in neither', (_, between) => {
    const [once] = parse(page);
    const [first, second, ...others] = parse(`${page}${between}${page}`);
    const papers = (digest: typeof once) => digest?.entries.map(({ title, abstract }) => [title, abstract]);
    expect(others).toEqual([]);
    expect([papers(first), papers(second)]).toEqual([papers(once), papers(once)]);
  });
});
