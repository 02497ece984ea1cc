import fc from 'fast-check';
import { type Mention, printedIdentity } from '../../../src/parse/sameness/mention';
import { groupMentions } from '../../../src/parse/sameness/same-paper';
import { titleKey } from '../../../src/parse/sameness/title';

const noise =
  'We record the noise of forty harbours by day and by night. Gulls are louder than cranes, and ships at anchor are quieter than both.';
const swifts =
  'Swifts nest under roofs of old towns. This note opens a volume on swifts and the people who count them, in three towns of the plain.';

/** What a digest prints. */
interface Printed {
  title: string;
  abstract: string | null;
  arxivId: string | null;
  digestPk: number;
}

const groupPrintings = <P extends Printed>(printed: readonly P[]): (P & Mention)[][] =>
  groupMentions(printed.map(mentionOf));
const mentionOf = <P extends Printed>(printed: P): P & Mention => ({
  ...printed,
  titleKey: titleKey(printed.title),
  year: null,
  ...printedIdentity({ authors: null, arxivId: printed.arxivId }),
});

/** The texts of each paper that printings of one title, each of a digest of its own, are parted into. */
function papersOf(title: string, ...texts: (string | null | [title: string, text: string | null])[]) {
  const printings = texts.map((text, digestPk): Printed => {
    const [ownTitle, abstract] = Array.isArray(text) ? text : [title, text];
    return { title: ownTitle, abstract, arxivId: null, digestPk };
  });
  return groupPrintings(printings).map((paper) => paper.map(({ digestPk }) => digestPk));
}

describe('printings of one title', () => {
  it.each(['Introduction', 'Reply to Comments', 'A Small Atlas of Harbour Noise'])(
    'are as many papers as there are texts under %j',
    (title) =>
      expect(papersOf(title, noise, swifts, noise, swifts)).toEqual([
        [0, 2],
        [1, 3],
      ]),
  );

  it.each([
    ['a word of it is another', noise.replace('forty', 'fifty')],
    ['it was cut off', `${noise.slice(0, 70)}…`],
    ['it was added to', `${noise} Code: https://github.com/quoll-lab/noise. It is the largest such record.`],
    ['it is spelled otherwise', noise.replace('harbours', 'harbors')],
    ['it is in capitals', noise.toUpperCase()],
    [
      'half of it is new',
      `${noise.slice(0, 59)} In this version we ask pilots what they hear, and find that few of them agree.`,
    ],
  ])('are one paper when %s', (_what, text) => {
    expect(papersOf('A Small Atlas of Harbour Noise', noise, text)).toEqual([[0, 1]]);
  });

  it.each([
    ['Erratum', 'We correct a sign in equation 7.', 'We correct a sign in equation 12.'],
    ['Asian Conference on Machine Learning: Preface', 'Preface to ACML 2019.', 'Preface to ACML 2021.'],
    [
      'Introduction',
      'We introduce a special issue on kettles, their curves and their whistles.',
      'We introduce a special issue on swifts and the people who count them.',
    ],
    ['Editorial', 'In this issue we look at swifts.', 'In this issue we look at tides.'],
    ['引言', '本文介绍潮汐模型的一期专刊。', '本文介绍城市中的雨燕。'],
  ])('are two papers: %j', (title, one, other) => expect(papersOf(title, one, other)).toEqual([[0], [1]]));

  it('are one paper where a text is missing, if the title names one', () => {
    expect(papersOf('Widgets in the Wild', noise, null)).toEqual([[0, 1]]);
    expect(papersOf('Widgets in the Wild', null, null, noise)).toEqual([[0, 1, 2]]);
    expect(papersOf('Introduction', noise, null)).toEqual([[0], [1]]);
    expect(papersOf('Introduction', null, null)).toEqual([[0, 1]]);
  });

  it('are one paper more where a text is missing and two others are there', () => {
    expect(papersOf('Widgets in the Wild', noise, null, swifts, null)).toEqual([[0], [1, 3], [2]]);
  });

  it('are one paper whatever the text when one says that it is another state of it', () => {
    const withdrawn = 'This paper has been withdrawn by its authors due to an error in section four.';
    expect(papersOf('Kettle Curves', noise, ['WITHDRAWN: Kettle Curves', withdrawn])).toEqual([[0, 1]]);
    expect(papersOf('Kettle Curves', ['Kettle Curves (v2)', swifts], noise)).toEqual([[0, 1]]);
    expect(papersOf('Erratum', noise, ['Erratum (v2)', swifts])).toEqual([[0], [1]]);
  });

  it('of one digest are never one paper', () => {
    const printings = [noise, noise, null, null].map((abstract) => ({
      title: 'Kettle Curves',
      abstract,
      arxivId: null,
      digestPk: 1,
    }));
    expect(groupPrintings(printings)).toHaveLength(4);
  });

  describe('with an arXiv identifier', () => {
    const of = (...entries: [title: string, abstract: string | null, arxivId: string | null][]) =>
      groupPrintings(
        entries.map(([title, abstract, arxivId], digestPk) => ({ title, abstract, arxivId, digestPk })),
      ).map((paper) => paper.map(({ digestPk }) => digestPk));

    it('are one paper whatever their titles and texts, and lead those of both titles together', () => {
      const [one, two] = ['Kettle Curves', 'On the Shape of Whistling Vessels'];
      expect(of([one, noise, '2501.00001'], [two, swifts, '2501.00001'])).toEqual([[0, 1]]);
      expect(of([one, noise, null], [two, swifts, '2501.00001'], [one, noise, '2501.00001'])).toEqual([[0, 1, 2]]);
      expect(of([two, null, null], [one, noise, '2501.00001'], [two, swifts, '2501.00001'])).toEqual([[0, 1, 2]]);
    });

    it('are two papers of one title where identifiers and texts differ', () => {
      const title = 'Asian Conference on Machine Learning: Preface';
      expect(of([title, noise, '2501.00001'], [title, swifts, '2501.00002'])).toEqual([[0], [1]]);
    });

    it('are never parted from others that have it', () => {
      const title = fc.constantFrom('Kettle Curves', 'Kettle Curves (v2)', 'Vessels that Whistle', 'Introduction');
      const printing = fc.tuple(
        title,
        fc.option(fc.constantFrom(noise, swifts, `${noise} ${swifts}`)),
        fc.option(fc.constantFrom('2501.00001', '2501.00002', '2501.00003')),
      );
      fc.assert(
        fc.property(fc.array(printing, { maxLength: 8 }), (printings) => {
          const papers = of(...printings);
          for (const [, , id] of printings) {
            if (id === null) continue;
            const holders = papers.filter((paper) => paper.some((index) => printings[index]?.[2] === id));
            expect(holders).toHaveLength(1);
          }
        }),
      );
    });
  });

  it('are each of one paper, whatever is printed', () => {
    const printing = fc.record({
      title: fc.constantFrom('Kettle Curves', 'Kettle Curves (v2)', 'WITHDRAWN: Kettle Curves'),
      arxivId: fc.option(fc.constantFrom('2501.00001', '2501.00002')),
      abstract: fc.option(fc.constantFrom(noise, swifts, `${noise} ${swifts}`, 'Tides.', '')),
      digestPk: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(printing), (printings) => {
        const papers = groupPrintings(printings);
        expect(new Set(papers.flat())).toEqual(new Set(printings.map(mentionOf)));
        expect(papers.flat()).toHaveLength(printings.length);
        for (const paper of papers) expect(new Set(paper.map(({ digestPk }) => digestPk)).size).toBe(paper.length);
      }),
    );
  });

  it('by the thousand are parted in seconds', () => {
    const printings = Array.from({ length: 3_000 }, (_, digestPk) => ({
      title: 'Editorial',
      arxivId: null,
      abstract: Array.from({ length: 100 }, (_, place) => `word${(digestPk * 37 + place * place * 11) % 2_000}`).join(
        ' ',
      ),
      digestPk,
    }));
    const start = process.cpuUsage();
    groupPrintings(printings);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  });
});
