import fc from 'fast-check';
import { createTopicTagger } from '../../../src/extract/topics/topics';
import { anyText } from '../../support/any-text';
import { tag, vocabulary } from './topic-fixtures';

const phrases = vocabulary.flatMap(({ name, aliases, terms, cues }) => [name, ...aliases, ...terms, ...cues]);
const piece = fc.oneof(
  fc.constantFrom(...phrases),
  fc.constantFrom(' ', '. ', ', ', '-', '\n\n', ' (', ') ', '$', '\\emph{', '}', '–', 'We propose ', 'unlike '),
  anyText({ maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('gets evidence that is a slice of its field and lies in its sentence', () => {
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        for (const { score, evidence } of tag({ title, abstract })) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(evidence.length).toBeGreaterThan(0);
          for (const { field, text: words, start, end, sentence } of evidence) {
            expect((field === 'TITLE' ? title : abstract).slice(start, end)).toBe(words);
            expect(sentence).toContain(words);
          }
        }
      }),
    );
  });

  it('gets each topic once', () => {
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const slugs = tag({ title, abstract }).map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(slugs.length);
      }),
    );
  });

  it('gets the same tags from a tagger that has read other texts and from a new one', () => {
    const fresh = createTopicTagger(vocabulary);
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        expect(tag({ title, abstract })).toEqual(fresh({ title, abstract }));
      }),
      { numRuns: 30 },
    );
  });
});
