import { parseVocabulary } from '../../../src/extract/topics/vocabulary';
import { slugsOf, vocabulary } from './topic-fixtures';

const topic = { slug: 'a', name: 'A', parent: null, description: null, aliases: [] };
const parse = (topics: unknown): unknown => parseVocabulary(JSON.stringify(topics), 'topics.json');

describe('a vocabulary file', () => {
  it('needs no lists but may have them', () => {
    const threshold = { evidence: 0.3, reason: 'r' };
    const whole = { ...topic, terms: ['t'], cues: ['c'], exceptions: ['e'], threshold };
    expect(parse([{ slug: 'a', name: 'A', parent: null }])).toEqual([
      { ...topic, terms: [], cues: [], exceptions: [], threshold: null },
    ]);
    expect(parse([whole])).toEqual([whole]);
  });

  it('may repeat an alias among the cues', () => {
    expect(() => parse([{ ...topic, aliases: ['SAM'], cues: ['SAM'] }])).not.toThrow();
  });

  it.each([
    ['{', /^topics\.json: expected JSON/],
    ['{}', /^topics\.json: expected a list of topics/],
  ])('is refused as %s', (json, message) => {
    expect(() => parseVocabulary(json, 'topics.json')).toThrow(message);
  });

  it.each([
    [[topic, topic], 'topics.json: topic "a": expected one entry, got a second'],
    [[{ ...topic, parent: 'b' }], 'topics.json: topic "a": expected the slug of a topic as parent, got "b"'],
    [[{ ...topic, parent: 'a' }], 'topics.json: topic "a": expected parents without a circle, got a > a'],
    [
      [
        { ...topic, parent: 'b' },
        { ...topic, slug: 'b', parent: 'a' },
      ],
      'topics.json: topic "a": expected parents without a circle, got a > b > a',
    ],
    [[{ ...topic, slug: 'A b' }], 'topics.json: topic "A b": slug: expected lower-case words joined by "-", got "A b"'],
    [[{ ...topic, name: ' ' }], 'topics.json: topic "a": name: expected a text that is not blank'],
    [[{ ...topic, aliases: ['x', 'x'] }], 'topics.json: topic "a": expected "x" once, got it twice'],
  ])('is refused with a sentence that names file, topic and rule (%#)', (topics, message) => {
    expect(() => parse(topics)).toThrow(message);
  });

  it.each([
    [[{ ...topic, aliases: 'x' }], /topic "a": aliases: .*expected array/],
    [[{ ...topic, aliases: [1] }], /topic "a": aliases\.0: .*expected string/],
    [[{ ...topic, alias: [] }], /topic "a": .*"alias"/],
    [[{ name: 'A' }], /topic 1: slug/],
    [[{ ...topic, threshold: { evidence: 0.3 } }], /topic "a": threshold\.reason: /],
    [[{ ...topic, threshold: { evidence: 1, reason: 'r' } }], /topic "a": threshold\.evidence: /],
  ])('is refused with the place of what is malformed (%#)', (topics, message) => {
    expect(() => parse(topics)).toThrow(message);
  });
});

describe('the shipped vocabulary', () => {
  it('describes every topic', () => {
    for (const { description } of vocabulary) expect(description).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('has an alias for every topic but those whose name says it all', () => {
    expect(vocabulary.filter(({ aliases }) => aliases.length === 0).map(({ slug }) => slug)).toEqual([
      'machine-learning-methods',
    ]);
  });

  it('finds every topic by its name in a title', () => {
    const lost = vocabulary.filter(({ slug, name }) => !slugsOf(`On ${name}`, `We study ${name}.`).includes(slug));
    expect(lost.map(({ slug }) => slug)).toEqual([]);
  });
});
