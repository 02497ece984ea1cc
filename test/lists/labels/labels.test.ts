import { authorLabel, authorRanges } from '../../../src/lists/labels/author';
import { categoryLabels, categoryRanges } from '../../../src/lists/labels/category';
import type { LabelRange } from '../../../src/lists/labels/label';
import { publishedLabel, publishedRanges } from '../../../src/lists/labels/published';
import { venueLabel, venueRanges } from '../../../src/lists/labels/venue';

/** Whether a label is among some, as the store holds it against them. */
function isAmong(label: string | null, ranges: readonly LabelRange[] | null): boolean {
  if (label === null || ranges === null) return false;
  const matching = ranges.filter((range) => {
    if ('is' in range) return label === range.is;
    const ends = range.endings?.some((ending) => label.endsWith(ending)) ?? true;
    return label >= range.from && label < range.below && ends;
  });
  // They are walked one after another, and no paper is to come twice.
  expect(matching.length).toBeLessThan(2);
  return matching.length === 1;
}

const author = (name: string) => authorLabel({ name });

describe('an author', () => {
  it.each([
    'Ada Example',
    'Example, Ada',
    'A. Example',
    'Example, A.',
    'Example A.',
    'Example A',
    'EXAMPLE, ADA',
    'example',
    'Éxample, Àda',
    "{\\'E}xample, Ada",
    'Ada B. Example',
    'A. B. Example',
    'A.B. Example',
    'Ada Beth Example',
    'Example, Ada, Jr.',
    ' Ada  Example ',
  ])('Ada B. Example is found as %j', (name) => {
    expect(isAmong(author('Ada B. Example'), authorRanges(name))).toBe(true);
  });

  it.each(['Ada C. Example', 'Alan Example', 'B. Example', 'Ada Sample', 'Ada', 'A. C. Example', 'Exam', 'Ad Example'])(
    'Ada B. Example is not found as %j',
    (name) => {
      expect(isAmong(author('Ada B. Example'), authorRanges(name))).toBe(false);
    },
  );

  it.each([
    // What is stated, how it is asked for, and whether it may be the same.
    ['A. Example', 'Ada Example', true],
    ['A. Example', 'Bea Example', false],
    ['A. Example', 'Ada B. Example', true],
    ['A. C. Example', 'Ada B. Example', false],
    ['Ada Example', 'A. B. Example', true],
    ['Alan B. Example', 'Ada B. Example', false],
    ['Example', 'Ada Example', false],
    ['Example', 'Example', true],
    ['Luc Van Gool', 'Van Gool, L.', true],
    ['Luc Van Gool', 'Gool', true],
    ['L. van Gool', 'Luc Van Gool', true],
    ['Ana de la Tour', 'Tour, Ana de la', true],
    ['Gabriel García Márquez', 'García Márquez, Gabriel', true],
    ['Jean-Pierre Muster', 'J.-P. Muster', true],
    ['Jean-Pierre Muster', 'Muster, Jean', true],
    ['Anne Muster-Sample', 'Muster-Sample, A.', true],
    ['Anne Muster-Sample', 'Sample', false],
    ["Pat O'Brien", 'O’Brien, P.', true],
    ['Łukasz Muster', 'Lukasz Muster', true],
    ['Wei Wang', 'Wang Wei', false],
    ['王伟', '王伟', true],
    ['Gemini Team', 'Gemini Team', true],
    ['OpenAI', 'openai', true],
  ])('%j, asked for as %j: %s', (stated, asked, isFound) => {
    expect(isAmong(author(stated), authorRanges(asked))).toBe(isFound);
  });

  it('has the same label by its parts', () => {
    const parts = { name: 'Ana de la Tour', given: 'Ana', family: 'de la Tour' };
    expect(authorLabel(parts)).toBe(author('Ana de la Tour'));
    expect(authorLabel({ name: 'Ada B. Example', given: 'Ada B.', family: 'Example' })).toBe('AUTHOR:example,ab,ada');
  });

  it.each(['', ' ', '?', '---', ','])('is nobody in %j', (name) => {
    expect([author(name), authorRanges(name)]).toEqual([null, null]);
  });

  it('has a label of bounded length that holds no half letter', () => {
    const label = author(`${'𝒜𝓎'.repeat(400)} Example`);
    expect(label?.length).toBeLessThan(120);
    const long = author('𠮷'.repeat(400)) ?? '';
    expect(long.length).toBeLessThan(120);
    expect(Buffer.from(long).toString()).toBe(long);
  });
});

describe('a venue', () => {
  it.each([
    ['NeurIPS 2026', 'neurips', true],
    ['NeurIPS 2026', 'NEURIPS 2026', true],
    ['NeurIPS', 'NeurIPS 2026', false],
    ['NeurIPS 2026', 'Neur', false],
    ['NeurIPS Datasets and Benchmarks', 'NeurIPS', true],
    ['Proceedings of the 41st International Conference on Machine Learning', 'International Conference on', true],
    ['International Conference on Machine Learning', 'proceedings of the international conference on machine', true],
    ['2026 IEEE/CVF Conference on Computer Vision', 'IEEE CVF conference', true],
    ['Nature', 'Nature', true],
    ['Nature Methods', 'Nature', true],
    ['Science & Society', 'science and society', true],
    ['Revista Española', 'revista espanola', true],
    ['2026', '2026', true],
  ])('%j, asked for as %j: %s', (stated, asked, isFound) => {
    expect(isAmong(venueLabel(stated), venueRanges(asked))).toBe(isFound);
  });

  it('is none in a text without letters', () => {
    expect([venueLabel('—'), venueRanges('—')]).toEqual([null, null]);
  });
});

describe('a category', () => {
  it.each([
    ['cs.LG', 'cs.LG', true],
    ['cs.LG', 'cs.lg', true],
    ['cs.LG', 'cs', true],
    ['cs.LG', 'c', false],
    ['cs.LG', 'cs.L', false],
    ['cond-mat.str-el', 'cond-mat', true],
    ['hep-th', 'hep-th', true],
    ['hep-th', 'hep', false],
    ['stat.ML', 'cs.LG', false],
  ])('%j, asked for as %j: %s', (stated, asked, isFound) => {
    const labels = categoryLabels(stated);
    expect(labels.some((label) => isAmong(label, categoryRanges(asked)))).toBe(isFound);
  });

  it.each(['', 'cs.', 'cs LG', '.LG', 'cs.LG.X'])('is none in %j', (category) => {
    expect(categoryRanges(category)).toBeNull();
  });
});

describe('when a paper was published', () => {
  const days = ['2025', '2025-12', '2025-12-31', '2026', '2026-01', '2026-01-01', '2026-02', '2026-02-28'].concat([
    '2026-05',
    '2026-05-13',
    '2026-12',
    '2026-12-31',
    '2027',
    '2027-01-01',
  ]);
  const firstOf = (known: string) => `${known}-01-01`.slice(0, 10);
  const lastOf = (known: string) => {
    if (known.length === 10) return known;
    const [year = 0, month = 12] = known.split('-').map(Number);
    return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  };

  it.each([
    [null, null],
    ['2026-01-01', '2026-12-31'],
    ['2026-01-01', null],
    ['2026-01-02', null],
    [null, '2026-02-28'],
    [null, '2026-02-27'],
    ['2026-02-01', '2026-02-28'],
    ['2026-02-01', '2026-02-27'],
    ['2026-05-01', '2026-05-31'],
    ['2026-05-13', '2026-05-13'],
    ['2026-05-14', '2026-12-31'],
    ['2025-12-31', '2026-01-01'],
    ['2024-02-01', '2026-12-30'],
    ['2025-12-01', '2027-12-31'],
  ])('from %j to %j is what lies within them whole', (from, to) => {
    const ranges = publishedRanges({ from, to });
    const within = days.filter(
      (known) => (from === null || firstOf(known) >= from) && (to === null || lastOf(known) <= to),
    );
    expect(days.filter((known) => isAmong(publishedLabel(known), ranges))).toEqual(within);
  });

  it('knows the last day of a February', () => {
    expect(isAmong(publishedLabel('2024-02'), publishedRanges({ to: '2024-02-28' }))).toBe(false);
    expect(isAmong(publishedLabel('2024-02'), publishedRanges({ to: '2024-02-29' }))).toBe(true);
  });
});
