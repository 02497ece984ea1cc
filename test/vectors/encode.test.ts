import { cosine, encode } from '../../src/vectors/encode';
import { pack, toWeights } from '../../src/vectors/weights';

/** Three stems of two dimensions: one to the right, one up, one to the left. */
const learned = {
  dimensions: 2,
  stems: ['speech', 'image', 'silence'],
  counts: [50, 25, 10],
  texts: 100,
  common: ['the'],
  rows: Float32Array.of(2, 0, 0, 3, -1, 0),
};
const weights = toWeights('x', learned, pack(learned));
const vectorOf = (text: string) => encode(weights, text.split(' '));

describe('the vector of a text', () => {
  it('is the sum of its stems, each by the root of how often it is there', () => {
    const { bytes } = vectorOf('speech image image image image') as { bytes: Int8Array };
    // 2 to the right and √4 · 3 up.
    expect((bytes[0] as number) / (bytes[1] as number)).toBeCloseTo(2 / 6, 2);
    expect(Math.max(...bytes)).toBe(127);
  });

  it('does not depend on the order of the words', () => {
    expect(vectorOf('image speech image')).toEqual(vectorOf('speech image image'));
  });

  it('is none of a text of which no stem is known', () => {
    expect(vectorOf('zebra the')).toBeNull();
    expect(encode(weights, [])).toBeNull();
  });

  it('says how much of the text is known, by idf; a stem that is not known counts as the rarest that is, one that all have not at all', () => {
    const [speech, image, rarest] = [Math.log(100 / 50), Math.log(100 / 25), Math.log(100 / 10)];
    expect(vectorOf('speech image the')?.coverage).toBe(1);
    expect(vectorOf('speech image zebra zebra')?.coverage).toBeCloseTo((speech + image) / (speech + image + rarest), 6);
  });
});

describe('the cosine of two vectors', () => {
  const between = (one: string, other: string) =>
    cosine(vectorOf(one)?.bytes as Int8Array, vectorOf(other)?.bytes as Int8Array);

  it('is 1 for the same direction, 0 across and -1 for the opposite, whatever the lengths', () => {
    expect(between('speech', 'speech speech speech')).toBeCloseTo(1, 6);
    expect(between('speech', 'image')).toBe(0);
    expect(between('speech', 'silence')).toBeCloseTo(-1, 6);
    expect(cosine(Int8Array.of(0, 0), Int8Array.of(1, 0))).toBe(0);
  });
});
