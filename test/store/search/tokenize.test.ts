import fc from 'fast-check';
import { editDistance } from '../../../src/store/search/edit-distance';
import { compoundsOf, tokenize } from '../../../src/store/search/tokenize';

const terms = (text: string) => tokenize(text).map(({ term }) => term);
const compounds = (text: string) => compoundsOf(text, tokenize(text)).map(({ term }) => term);

describe('the terms of a text', () => {
  it.each([
    ['inflections', 'network', 'networks'],
    ['letter case', 'sharpness aware', 'Sharpness AWARE'],
    ['accents', 'Frechet naive', 'Fréchet naïve'],
    ['British spelling', 'generalization', 'generalisation'],
    ['British spelling of nouns', 'tumor behavior in fiber', 'tumour behaviour in fibre'],
    ['British spelling of diphthongs', 'leukemia', 'leukaemia'],
    ['Greek letters', 'alpha synuclein', 'α synuclein'],
    ['apostrophes', "the teacher's loss", 'the teacher’s loss'],
    ['ligatures and widths', 'efficient GAN', 'eﬃcient ＧＡＮ'],
  ])('do not tell %s apart', (_, one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it('are the characters of a script without blanks, one by one', () => {
    expect(terms('深度学习 deep')).toEqual(['深', '度', '学', '习', 'deep']);
  });

  it('have a hyphenated word as one word too', () => {
    expect(compounds('non-convex, GPT-4 and out-of-distribution')).toEqual([
      ...terms('nonconvex gpt4'),
      'outofdistribut',
    ]);
    expect(compounds('a - b, plain words')).toEqual([]);
  });

  it('of a run of letters without end are its first letters, none cut in half', () => {
    expect(terms(`a${'𐌰'.repeat(100)}`)).toEqual([`a${'𐌰'.repeat(31)}`]);
  });

  it('of a letter with accents without end take time in proportion to them', () => {
    // To put all of these in order took more than a minute, in milliseconds.
    const ceiling = 15_000;
    const began = performance.now();
    expect(terms(`o${'\u0301\u0323'.repeat(200_000)} networks`)).toEqual(['o', 'network']);
    expect(performance.now() - began).toBeLessThan(ceiling);
  });

  it('are letters and digits only, and stand where they say, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { term, start, end } of tokenize(text)) {
          expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the distance of two words', () => {
  it.each([
    ['hessian', 'hessian', 0],
    ['hesian', 'hessian', 1],
    ['alignmnet', 'alignment', 1],
    ['kitten', 'sitting', 3],
    ['abc', 'wxyz', 3],
  ])('from %s to %s is %i slips', (a, b, slips) => {
    expect(editDistance(a, b, 2)).toBe(slips);
    expect(editDistance(b, a, 2)).toBe(slips);
  });
});
