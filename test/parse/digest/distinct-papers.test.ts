import { distinctPapers } from '../../../src/parse/digest/distinct-papers';

const HARBOURS = 'We record the noise of forty harbours by day and by night.';
const SWIFTS = 'Swifts nest under roofs of old towns.';

const printed = (...entries: [title: string, abstract: string | null, arxivId?: string][]) =>
  distinctPapers(
    entries.map(([title, abstract, arxivId = null], index) => ({
      title,
      abstract,
      authors: null,
      arxivId,
      line: index + 1,
    })),
  );
const [harbours, swifts] = ['A Small Atlas of Harbour Noise', 'Swifts in Three Towns'];

describe('a title printed again', () => {
  it('without a text is one more entry', () => {
    const { entries, repeats } = printed([harbours, null], [swifts, SWIFTS], [harbours, HARBOURS]);
    expect(entries.map(({ abstract, rank }) => [abstract, rank])).toEqual([
      [null, 1],
      [SWIFTS, 2],
      [HARBOURS, 3],
    ]);
    expect(repeats).toEqual([]);
  });

  it('and again without a text is one entry more at most', () => {
    const { entries, repeats } = printed([harbours, null], [swifts, SWIFTS], [harbours, HARBOURS], [harbours, null]);
    expect(entries).toHaveLength(3);
    expect(repeats).toEqual([{ title: harbours, line: 4, firstLine: 1 }]);
  });

  it('in a list of what the digest holds is no entry', () => {
    const { entries } = printed([harbours, null], [swifts, null], [harbours, HARBOURS], [swifts, SWIFTS]);
    expect(entries).toMatchObject([
      { title: harbours, abstract: HARBOURS, rank: 1 },
      { title: swifts, abstract: SWIFTS, rank: 2 },
    ]);
  });

  it('with an identifier instead of a text is told by it', () => {
    const { entries } = printed([harbours, null, '2501.00001'], [swifts, SWIFTS], [harbours, HARBOURS]);
    expect(entries).toMatchObject([{ abstract: HARBOURS, arxivId: '2501.00001', rank: 1 }, { rank: 2 }]);
  });
});
