import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/root';
import labels from './seed-topic-labels.json';
import { slugsOf, vocabulary } from './topic-fixtures';

const seed = readFileSync(join(ROOT, 'seeds/2025-03-11.txt'), 'utf8');

/** The abstract that the seed prints below a title; its abstracts have one paragraph each. */
function abstractOf(title: string): string {
  const lines = seed.split('\n');
  const at = lines.indexOf(title);
  return lines.slice(at + 1).find((line) => line.trim() !== '') ?? '';
}

// `topics` are what the paper is about; `acceptable` is right as well, but not asked for.
const results = labels.map(({ title, topics, acceptable }) => {
  const found = slugsOf(title, abstractOf(title));
  return {
    found,
    right: found.filter((slug) => topics.includes(slug)).length,
    wrong: found.filter((slug) => !topics.includes(slug) && !acceptable.includes(slug)).length,
    asked: topics.length,
  };
});
const sum = (of: (result: (typeof results)[number]) => number): number =>
  results.reduce((total, each) => total + of(each), 0);

describe('the topics of the seed, against labels by hand', () => {
  it('uses topics of the vocabulary in the labels', () => {
    const known = new Set(vocabulary.map(({ slug }) => slug));
    const used = labels.flatMap(({ topics, acceptable }) => [...topics, ...acceptable]);
    expect(used.filter((slug) => !known.has(slug))).toEqual([]);
  });

  it('are right nine times in ten', () => {
    expect(sum(({ right }) => right) / (sum(({ right }) => right) + sum(({ wrong }) => wrong))).toBeGreaterThan(0.9);
  });

  it('leave out at most one of six', () => {
    expect(sum(({ right }) => right) / sum(({ asked }) => asked)).toBeGreaterThan(5 / 6);
  });

  it('are two to six for most papers and none for none', () => {
    const counts = results.map(({ found }) => found.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.filter((count) => count >= 2 && count <= 6).length / counts.length).toBeGreaterThan(0.75);
  });
});
