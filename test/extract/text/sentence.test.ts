import fc from 'fast-check';
import { sentenceOf, splitSentences } from '../../../src/extract/text/sentence';

const texts = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

describe('a text is split into sentences', () => {
  it.each<[string, string[]]>([
    ['We train a net. It works.', ['We train a net.', 'It works.']],
    ['Does it work? Yes! We show it.', ['Does it work?', 'Yes!', 'We show it.']],
    ['He called it "a net." We agree.', ['He called it "a net."', 'We agree.']],
    ['(It is so.) We agree.', ['(It is so.)', 'We agree.']],
    ['It is found… Then lost.', ['It is found…', 'Then lost.']],
    ['One paragraph\n\nAnother one', ['One paragraph', 'Another one']],
    ['One paragraph\r\n \r\nAnother one', ['One paragraph', 'Another one']],
    ['A line that\nis wrapped. Then more.', ['A line that\nis wrapped.', 'Then more.']],
    ['我们提出新方法。它很好。', ['我们提出新方法。', '它很好。']],
    ['Losses are functions.Combining these helps.', ['Losses are functions.', 'Combining these helps.']],
    ['It beats others. pFedMe is faster.', ['It beats others.', 'pFedMe is faster.']],
    ['Code is at https://a.org/b . We like it.', ['Code is at https://a.org/b .', 'We like it.']],
    ['Code: https://github.com/a/b.git. More follows.', ['Code: https://github.com/a/b.git.', 'More follows.']],
    ['It was shown by Smith et al. We extend it.', ['It was shown by Smith et al.', 'We extend it.']],
    ['The answer is no. We show why.', ['The answer is no.', 'We show why.']],
    ['It costs 3. 5 others cost more.', ['It costs 3.', '5 others cost more.']],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    'Some nets, e.g. ResNet and i.e. VGG, are cf. Table 2.',
    'As Smith et al. (2020) and Lee et al. Journal say, it is approx. Gaussian.',
    'In Fig. 3 and Eq. (2), No. 5 vs. Adam wins w.r.t. SGD.',
    'The U.S. Government and J. K. Smith took 3.5 of 1.2.3.',
    'We release Node.js, ASP.NET and PyTorch code at www.example.org/a.b.C/d.',
    'The samples are i.i.d. Gaussian, resp. Poisson.',
    'See https://example.org/a. it goes on.',
  ])('one sentence stays whole: %s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  it('keeps every character but white space, in order, in any string', () => {
    const pieces = fc.oneof(fc.string(), fc.constantFrom('. ', '.', '\n\n', '? ', '。', '")', ' e.g. ', 'We ', '\r\n'));
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        const sentences = splitSentences(text);
        for (const { start, end, text: inner } of sentences) expect(text.slice(start, end)).toBe(inner);
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join('')
            .replace(/\s+/g, ''),
        ).toBe(text.replace(/\s+/g, ''));
      }),
    );
  });

  it.each(['.', '. ', '\n', '\n ', '."', 'a.', 'A. ', ' ', '?)'])('is linear in a long run of %j', (piece) => {
    const started = performance.now();
    splitSentences(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the sentence of a span', () => {
  const text = 'First one. The second holds it. Third.';

  it('is the one that holds it', () => {
    expect(sentenceOf(text, splitSentences(text), 15, 21)).toEqual({
      start: 11,
      end: 31,
      text: 'The second holds it.',
    });
  });

  it('is all that it touches', () => {
    expect(sentenceOf(text, splitSentences(text), 6, 14).text).toBe('First one. The second holds it.');
  });

  it('is the span itself in a text without any', () => {
    expect(sentenceOf('  ', splitSentences('  '), 0, 1)).toEqual({ start: 0, end: 1, text: ' ' });
  });
});
