import { datedHeadingOf } from '../../../../src/parse/digest/passages/dated-heading';

describe('datedHeadingOf', () => {
  it.each([
    ['Daily Papers - May 7, 2025', 'May 7, 2025'],
    ['Daily Papers · 7 May 2025', '7 May 2025'],
    ['Trending Papers, May 7', 'May 7'],
    ['Daily Papers (2025-05-07)', '2025-05-07'],
    ['# Hugging Face Daily Papers: Wednesday, May 7, 2025', 'Wednesday, May 7, 2025'],
    ['**AK’s Daily Papers | 7 May 2025**', '7 May 2025'],
    ['Papers of May 7th', 'May 7th'],
    ['arXiv cs.CL Digest [2025-05-07]', '2025-05-07'],
    ['May 7, 2025 - Daily Papers', 'May 7, 2025'],
    ['2025-05-07: Papers of the Day', '2025-05-07'],
    ['daily papers\t2025-05-07', '2025-05-07'],
  ])('reads the day of %j', (line, date) => expect(datedHeadingOf(line)?.date).toBe(date));

  it.each([
    'Daily Papers',
    'May 7, 2025',
    'Monthly Papers - May 2025',
    'Weekly Papers, May 5 - May 11',
    'Daily Papers, week of May 5',
    'Call for Papers: Submissions Due May 7',
    'We read daily papers until May 7',
    'arXiv, May 7, 2025',
    'LANTERN: A Dataset of Street Scenes of May 7, 2025',
    'Daily Papers - March of the Penguins',
  ])('finds none in %j', (line) => expect(datedHeadingOf(line)).toBeNull());
});
