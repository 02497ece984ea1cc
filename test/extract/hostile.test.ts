import { hasTooManyLinks, MOST_LINKS } from '../../src/extract/links/address/find-addresses';
import { createFactReader } from '../../src/import/facts/facts';
import { vocabulary } from './topics/topic-fixtures';

/** As long as an abstract may be. */
const LENGTH = 50_000;
/** Longer than the sentences of evidence are, with what belongs to each piece of it. */
const MOST_A_PIECE = 4_300;

const reader = createFactReader(vocabulary);
const filled = (unit: string) => unit.repeat(LENGTH / unit.length);

const UNITS = [
  '(',
  '[(',
  '"',
  '.',
  '. ',
  '/',
  '-',
  'a-',
  '\\',
  '\\url{',
  'a\u0301',
  '\u0301',
  'x',
  '@',
  'a.b',
  'http://a.b/',
  'http://a.b/ ',
  'https://github.com/a(b',
  'github. com/',
  'git@a.b:c/d ',
  'will be ',
  'upon acceptance ',
  'project page ',
  'LLM (',
  '(LLM) ',
  'deep learning ',
  'neural networks (NN) ',
  'We propose ',
  'state of the ',
];

describe('a hostile text of the length of an abstract', () => {
  it.each(UNITS)(
    'of %j has evidence that is not its square',
    (unit) => {
      const { links, topics } = reader.read({ title: filled(unit), abstract: filled(unit) });
      const pieces = links.length + topics.length * 8;
      const evidence = [...links, ...topics].reduce((sum, fact) => sum + fact.evidence.length, 0);
      // Some words may be as long as the text: white space and signs between two of them belong to a phrase.
      expect(evidence).toBeLessThan(pieces * MOST_A_PIECE + 4 * LENGTH);
    },
    20_000,
  );

  it('shows each of its links with what stands around it', () => {
    const link = (number: number) => `https://github.com/acme/widget-${number}`;
    const abstract = `The code is at ${Array.from({ length: 400 }, (_, number) => link(number)).join(' and ')}.`;
    expect(hasTooManyLinks(abstract)).toBe(true);
    const { links } = reader.read({ title: 'Widgets', abstract });
    expect(links).toHaveLength(400);
    for (const { evidence, urlAsWritten } of links) {
      const { sentence, text, start, end } = JSON.parse(evidence);
      expect(text).toBe(urlAsWritten);
      expect(abstract.slice(start, end)).toBe(text);
      expect(sentence).toContain(text);
      expect(sentence.length).toBeLessThanOrEqual(4_000);
    }
  });

  it('of a sentence that people might write is shown whole', () => {
    const sentence = `The code is at https://github.com/acme/widgets ${'and more is said of it '.repeat(160)}there.`;
    const { links } = reader.read({ title: 'Widgets', abstract: `We count. ${sentence} It works.` });
    expect(links.map(({ evidence }) => JSON.parse(evidence).sentence)).toEqual([sentence]);
  });

  it(`may have ${MOST_LINKS} addresses and no more`, () => {
    const text = (links: number) => Array.from({ length: links }, (_, n) => `https://a${n}.org/x`).join(', ');
    expect([hasTooManyLinks(text(MOST_LINKS)), hasTooManyLinks(text(MOST_LINKS + 1))]).toEqual([false, true]);
    expect(hasTooManyLinks('. '.repeat(10_000))).toBe(false);
  });
});
