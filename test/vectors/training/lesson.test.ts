import { cosine, encode } from '../../../src/vectors/encode';
import { checkHalves, checkTitles } from '../../../src/vectors/training/check';
import { LEAST_TEXTS, Lesson } from '../../../src/vectors/training/learn';
import { randomFrom } from '../../../src/vectors/training/random';
import { USUAL_TRAINING } from '../../../src/vectors/training/train';
import { pack, toWeights } from '../../../src/vectors/weights';

const SMALL = { ...USUAL_TRAINING, dimensions: 16, batch: 64, epochs: 4 };

const SUBJECTS = 40;
const WORDS_OF_A_SUBJECT = 8;
const HALF = WORDS_OF_A_SUBJECT / 2;

/** Texts of forty subjects: titles and abstracts use other words of their subject, so that words alone find nothing. */
function textsBy(seed: number): { title: string[]; abstract: string[] }[] {
  const random = randomFrom(seed);
  const some = (count: number, from: number, subject: number) => [
    'the',
    ...Array.from({ length: count }, () => `s${subject}w${from + Math.floor(random() * HALF)}`),
  ];
  return Array.from({ length: LEAST_TEXTS }, () => {
    const subject = Math.floor(random() * SUBJECTS);
    const isTurned = random() < 0.5;
    const [title, abstract] = isTurned ? [HALF, 0] : [0, HALF];
    return { title: some(3, title, subject), abstract: some(12, abstract, subject) };
  });
}

function learn(seed = 1, options = SMALL) {
  const lesson = new Lesson(LEAST_TEXTS);
  for (const { title, abstract } of textsBy(seed)) lesson.add(title, abstract);
  const losses: number[] = [];
  const learned = lesson.learn(options, ({ loss }) => losses.push(loss));
  return { lesson, learned, losses, weights: toWeights('', learned, pack(learned)) };
}

describe('learning from texts', () => {
  it('lowers the loss, and brings together words that are of one subject', () => {
    const { losses, weights } = learn();
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(losses.slice(-10))).toBeLessThan(mean(losses.slice(0, 10)) - 0.5);
    const between = (one: string, other: string) =>
      cosine(encode(weights, [one])?.bytes as Int8Array, encode(weights, [other])?.bytes as Int8Array);
    expect(between('s3w0', 's3w6')).toBeGreaterThan(0.7);
    expect(between('s3w0', 's4w6')).toBeLessThan(0.5);
  });

  it('lets titles find abstracts that share no word with them', () => {
    const { lesson, weights } = learn();
    expect(lesson.heldOut).toHaveLength(LEAST_TEXTS / 10);
    const { words, vectors, both } = checkTitles(weights, lesson.heldOut);
    expect(vectors.mrr).toBeGreaterThan(3 * words.mrr);
    expect(both.mrr).toBeGreaterThan(3 * words.mrr);
    expect(checkHalves(weights, lesson.heldOut).vectors.amongTen).toBeGreaterThan(0.5);
  });

  it('gives the same for the same texts and seed, and other vectors for another seed', () => {
    const short = { ...SMALL, epochs: 1 };
    const { learned } = learn(1, short);
    expect(learn(1, short).learned).toEqual(learned);
    expect(learn(1, { ...short, seed: 2 }).learned.rows).not.toEqual(learned.rows);
  });

  it('leaves out stems that few or nearly all texts have', () => {
    const lesson = new Lesson(LEAST_TEXTS);
    textsBy(1).forEach(({ title, abstract }, at) => {
      lesson.add(at < 5 ? [...title, 'rare'] : title, abstract);
    });
    const { stems, counts, common } = lesson.learn({ ...SMALL, epochs: 1 }, () => undefined);
    expect(common).toEqual(['the']);
    expect(stems).not.toContain('rare');
    expect([...stems].sort()).toHaveLength(SUBJECTS * WORDS_OF_A_SUBJECT);
    expect([...Array.from(counts)].sort((one, other) => other - one)).toEqual(Array.from(counts));
  });

  it('refuses what is too little', () => {
    const lesson = new Lesson(3);
    lesson.add(['a'], ['b']);
    lesson.add(['a'], []);
    expect(() => lesson.learn(SMALL, () => undefined)).toThrow(
      'expected at least 2000 papers with title and abstract to learn from, got 1',
    );
  });
});
