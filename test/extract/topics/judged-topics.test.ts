import { type Half, judgedPapers, measureTopics } from '../../support/truth/judged-topics';
import { vocabulary } from './topic-fixtures';

const known = new Set(vocabulary.map(({ slug }) => slug));

/** Papers drawn from arXiv's listings and from pages of a hub before the tagger was changed. */
const judged = [...judgedPapers('TUNED'), ...judgedPapers('HELD_OUT')];

describe('a hundred papers with their topics by hand', () => {
  it('use topics of the vocabulary, none of them as both asked for and acceptable', () => {
    for (const { topics, acceptable } of judged) {
      expect([...topics, ...acceptable].filter((slug) => !known.has(slug))).toEqual([]);
      expect(topics.filter((slug) => acceptable.includes(slug))).toEqual([]);
    }
    expect([judgedPapers('TUNED').length, judgedPapers('HELD_OUT').length]).toEqual([50, 50]);
  });

  // What was measured, with a little room: whoever changes the tagger may only raise it.
  it.each([
    ['TUNED', { precision: 0.96, recall: 0.88, f1: 0.92, withBroader: 0.89, withMentions: 0.97 }],
    ['HELD_OUT', { precision: 0.93, recall: 0.8, f1: 0.87, withBroader: 0.83, withMentions: 0.91 }],
  ])('have these topics found: %s', (half, least) => {
    const found = measureTopics(half as Half);
    for (const [figure, value] of Object.entries(least)) {
      expect({ [figure]: found[figure as keyof typeof found] >= value || found }).toEqual({ [figure]: true });
    }
  });
});
