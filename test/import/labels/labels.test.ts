import { labelPapers } from '../../../src/import/labels/label-papers';
import { contents, wrongCounters } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { importRecordsText } from '../../support/import-records';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const entry = (key: string, fields: Record<string, string>): string =>
  `@article{${key},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${value}},\n`)
    .join('')}}\n`;

const widgets = entry('widgets', {
  title: 'Widgets in the Wild',
  author: 'Example, Ada B. and Ben Muster',
  journal: 'Journal of Widgets',
  year: '2026',
  eprint: '2605.01234',
  eprinttype: 'arxiv',
  primaryclass: 'cs.LG',
});
const gadgets = entry('gadgets', { title: 'Gadgets at Home', author: 'Sample, Cy', year: '2025', month: 'may' });

async function labels(): Promise<string[]> {
  const rows: { slug: string; label: string }[] = await store.writer.query(
    'select p.slug, l.label from paper_label l join paper p on p.id = l.paper_id order by 1, 2',
  );
  return rows.map(({ slug, label }) => `${slug} ${label}`);
}

const OF_WIDGETS = ['AUTHOR:example,ab,ada', 'AUTHOR:muster,b,ben', 'CATEGORY:cs', 'CATEGORY:cs.lg'].concat([
  'PUBLISHED:2026',
  'SOURCE:BIBTEX',
  'VENUE:journal of widgets',
]);

describe('labels of papers', () => {
  it('are what the paper shows, and the formats of the sources that say something of it', async () => {
    await importRecordsText(store, 'a.bib', widgets + gadgets);
    expect(await labels()).toEqual([
      'gadgets-at-home AUTHOR:sample,c,cy',
      'gadgets-at-home PUBLISHED:2025-05',
      'gadgets-at-home SOURCE:BIBTEX',
      ...OF_WIDGETS.map((label) => `widgets-in-the-wild ${label}`),
    ]);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('leave the place of a paper that goes to the next one of its author', async () => {
    const by = (title: string) => [`${title}\n\nAnn Example, Bo Sample, Cy Muster`, abstractWith('')] as const;
    const [one, two, three] = [by('Widgets in the Wild'), by('Gadgets at Home'), by('Gizmos and Their Uses')];
    await store.importText('2026-05-14.txt', digestText('May 14', [one, two, three]));
    expect(await labels()).toHaveLength(9);
    await store.importText('2026-05-14.txt', digestText('May 14', [three, two]));
    expect(await wrongCounters(store)).toEqual([]);
    expect(await labels()).toHaveLength(6);
  });

  it('follow what sources say, digests and all, and end where they began', async () => {
    await importRecordsText(store, 'a.bib', widgets + gadgets);
    const before = await labels();
    const moved = digestText('May 14', [
      ['Gadgets at Home', abstractWith('We use federated learning.')],
      ['Widgets in the Wild\n\narXiv:2605.01234', abstractWith('See https://gadgets.github.io/.')],
    ]);
    await store.importText('2026-05-14.txt', moved);
    expect(await wrongCounters(store)).toEqual([]);
    await importRecordsText(
      store,
      'b.ris',
      'TY  - JOUR\nTI  - Gadgets at Home\nAU  - Sample, Cy\nPY  - 2025\nER  - \n',
    );
    expect(await labels()).toContain('gadgets-at-home SOURCE:RIS');
    await importRecordsText(store, 'a.bib', widgets.replace('Ada B.', 'Bea') + gadgets);
    expect(await labels()).toContain('widgets-in-the-wild AUTHOR:example,b,bea');
    expect(await labels()).not.toContain('widgets-in-the-wild AUTHOR:example,ab,ada');
    await importRecordsText(store, 'a.bib', widgets + gadgets);
    expect((await labels()).filter((label) => !label.includes('RIS'))).toEqual(before);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('of papers that change places in a digest change places, too', async () => {
    const list = (...ids: string[]): string =>
      JSON.stringify(
        ids.map((id) => ({
          paper: {
            id,
            title: `Paper ${id} on Widgets in the Wild`,
            summary: abstractWith(`The text of ${id}.`),
            authors: [{ name: 'Ada Example' }],
            publishedAt: '2026-05-12T17:59:08.000Z',
            submittedOnDailyAt: '2026-05-14T07:00:00.000Z',
          },
          publishedAt: '2026-05-12T17:59:08.000Z',
        })),
      );
    await store.importText('2026-05-14.json', list('2605.00001', '2605.00002'));
    await store.importText('2026-05-14.json', list('2605.00002', '2605.00001'));
    await store.importText('2026-05-14.json', list('2605.00003', '2605.00001'));
    expect(await labels()).toHaveLength(2);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('are made anew for papers of an earlier version, once', async () => {
    await store.importText('2026-05-14.txt', digestText('May 14', [['Gadgets at Home', abstractWith('Home.')]]));
    await importRecordsText(store, 'a.bib', widgets + gadgets);
    const before = await contents(store);
    expect(before.labels?.length).toBeGreaterThan(8);
    expect(await labelPapers(store)).toBe(false);
    await store.writer.query('delete from paper_label');
    await store.writer.query('update corpus set label_rules = 0');
    expect(await labelPapers(store)).toBe(true);
    expect(await labelPapers(store)).toBe(false);
    expect(await contents(store)).toEqual(before);
  });

  it('go with their papers', async () => {
    await importRecordsText(store, 'a.bib', widgets + gadgets);
    await importRecordsText(store, 'a.bib', gadgets);
    expect((await labels()).filter((label) => label.startsWith('widgets'))).toEqual([]);
  });
});
