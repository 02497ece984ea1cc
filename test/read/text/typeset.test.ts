import fc from 'fast-check';
import { type Html, html } from '../../../src/read/html';
import { typesetLine, typesetParagraphs } from '../../../src/read/text/typeset';
import { plainText } from '../../../src/text/plain-text';

const line = (text: string) => typesetLine(text).text;
const mark = (text: Html) => html`<mark>${text}</mark>`;
/** The text with what stands between two bars marked. */
const marked = (text: string): string => {
  const start = text.indexOf('|');
  const end = text.lastIndexOf('|') - 1;
  return typesetParagraphs(text.replaceAll('|', ''), [{ start, end, show: mark }])
    .map((paragraph) => paragraph.text)
    .join('\n');
};

describe('a text', () => {
  it('has its formulas set', () => {
    expect(line('Sorting in $O(n \\log n)$ time')).toMatch(/^Sorting in <math>.*<mi>O<\/mi>.*<\/math> time$/);
    expect(line('with \\(x^2\\)')).toMatch(/^with <math><msup>/);
    const [displayed] = typesetParagraphs('$$\\sum_i x_i$$', []);
    expect(displayed?.text).toMatch(/^<span class="formula displayed"[^>]*tabindex="0"><math[^>]* display="block"/);
  });

  it('has what cannot be set evened out, and all else of TeX', () => {
    expect(line('a $\\nonsense{x}$ of $\\frac{1$')).not.toMatch(/<math|\\|\$/);
    expect(line("Fr\\'echet's 5\\% of \\emph{widgets}")).toBe('Fréchet&#39;s 5% of widgets');
    expect(line(`$${'x+'.repeat(400)}y$`)).toMatch(/^<span class="formula">/);
  });

  it('has wide formulas where they can be moved sideways, and as text in a line', () => {
    const wide = `$${Array.from({ length: 20 }, (_, index) => `x_{${index}}`).join('+')}$`;
    expect(typesetParagraphs(wide, [])[0]?.text).toMatch(/^<span class="formula inline"[^>]*tabindex="0"><math>/);
    expect(line(wide)).toMatch(/^<span class="formula">x_0\+x_1\+/);
    expect(line('$\\mathcal{O}(\\sqrt{n}\\log n)$')).toMatch(/^<math>/);
  });

  it('is not taken for a formula where it names prices', () => {
    expect(line('It costs $5 and not $7')).toBe('It costs $5 and not $7');
  });

  it('says what it would say without being set', () => {
    for (const text of ["``Quotes'' --- dashes", 'a~b {B}ayes', 'x < y & z', '"', 'a\n b']) {
      expect(html`${plainText(text)}`.text).toBe(line(text));
    }
  });

  it.each([
    ['a |neural collapse| of', 'a <mark>neural collapse</mark> of'],
    ['\\emph{a |neural| net} is', 'a <mark>neural</mark> net is'],
    ["|Fr\\'echet| mean", '<mark>Fréchet</mark> mean'],
    ['of |one\n\ntwo| of', 'of <mark>one</mark>\ntwo of'],
    ['|<script>|', '<mark>&#60;script&#62;</mark>'],
  ])('has words marked where they stand in it as written: %j', (text, shown) => expect(marked(text)).toBe(shown));

  it('has a formula within marked words, and lets marks within a formula go', () => {
    expect(marked('the |$k$ nearest| of')).toMatch(/^the <mark><math>.*<\/math> nearest<\/mark> of$/);
    expect(marked('the $a |b| c$ of')).toMatch(/^the <math>.*<\/math> of$/);
  });

  it('shows the first of two stretches that overlap, and none that is not there', () => {
    const spans = [
      { start: 2, end: 5, show: mark },
      { start: 0, end: 3, show: mark },
      { start: 5, end: 99, show: mark },
      { start: 4, end: 4, show: mark },
    ];
    expect(typesetParagraphs('abcdefg', spans).map(({ text }) => text)).toEqual(['ab<mark>cde</mark>fg']);
  });

  it('runs nothing and ends nothing, whatever it is', () => {
    const piece = fc.constantFrom(
      ...['<script>', '</p>', '"', "'", '&', '$', '$$', '\\(', '\\)', '\\href{javascript:alert(1)}{x}', '\\text{<b>}'],
      ...[
        '\\style{a}{b}',
        '\\class{a}{b}',
        '{',
        '}',
        '^',
        '_',
        'x',
        ' ',
        '\\\\',
        '\\frac',
        '\u{f1000}',
        '\u{f1010}',
        '\u{f1002}',
      ],
      ...[
        '\\htmlData{a=b}{c}',
        '\\includegraphics{http://x}',
        '\\url{javascript:x}',
        '%',
        '\n\n',
        'style="x"',
        ' onload=x',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(40), fc.nat(40), (pieces, start, length) => {
        const shown = typesetParagraphs(pieces.join(''), [{ start, end: start + length, show: mark }]);
        for (const { text } of shown) {
          const tags = [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
          for (const tag of tags) expect(tag).toMatch(/^<\/?(?:math|m[a-z]+|span)(?: [a-z-]+="[^"<>]*")*>$/);
          for (const tag of tags) expect(tag).not.toMatch(/ (?:style|href|src|on\w+|id)=/);
          expect(text.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"]/);
          const open: string[] = [];
          for (const tag of tags) {
            const name = /^<\/?(\w+)/.exec(tag)?.[1] as string;
            if (tag.startsWith('</')) expect(open.pop()).toBe(name);
            else open.push(name);
          }
          expect(open).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
