import { digestSlugs, fileStem } from '../../../src/parse/digest/digest-slugs';

describe('digestSlugs', () => {
  it.each([
    ['seeds/2025-03-11.txt', '2025-03-11'],
    ['My Papers (old).txt', 'my-papers-old'],
    ['2025.03.11.txt', '2025-03-11'],
    ['2025-03-11', '2025-03-11'],
    ['论文 摘要.txt', '论文-摘要'],
    ['?!.txt', 'digest'],
  ])('names the digest of %s %s', (file, slug) => {
    expect(digestSlugs(file, ['Mar 11'])).toEqual([slug]);
  });

  it('tells several digests of a file apart by label and ordinal', () => {
    expect(digestSlugs('pages.txt', ['Mar 11', 'Mar 12', 'Mar 11', null])).toEqual([
      'pages-mar-11',
      'pages-mar-12',
      'pages-mar-11-3',
      'pages-4',
    ]);
  });
});

describe('fileStem', () => {
  it('drops folders and the ending, not a number behind a dot', () => {
    expect(fileStem('a/b.c/papers.txt')).toBe('papers');
    expect(fileStem('digest.2024.10')).toBe('digest.2024.10');
    expect(fileStem('.txt')).toBe('.txt');
  });
});
