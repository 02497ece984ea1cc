import { wrongCounters } from '../support/contents';
import { abstractWith, digestText } from '../support/digest-text';
import { openStore, type TestStore } from '../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

/** A paper in the list of a day, as the hub gives it. */
function wrapped(id: string, title: string, summary: string, names: string[]): object {
  const authors = names.map((name) => ({ _id: `a-${name}`, name, hidden: name.startsWith('Hidden') }));
  const submittedOnDailyAt = '2026-05-14T07:00:00.000Z';
  const paper = {
    id,
    title,
    summary,
    authors,
    publishedAt: '2026-05-12T17:59:08.000Z',
    submittedOnDailyAt,
    upvotes: 3,
  };
  return { paper, title, summary, publishedAt: '2026-05-12T17:59:08.000Z', numComments: 1 };
}

const widgets = abstractWith('Code: https://github.com/example-lab/widgets. We use federated learning.');
const gadgets = abstractWith('See https://gadgets.github.io/ for a demonstration.');
const list = [
  wrapped('2605.01234', 'Widgets in\n  the Wild', widgets, ['Ada Example', 'Hidden Person', 'Ben Muster']),
  wrapped('2605.01235', 'Gadgets at Home', gadgets, ['Cy Sample']),
];
const importList = (file: string, papers: readonly object[]) => store.importText(file, JSON.stringify(papers));

const entries = async () =>
  (
    await store.writer.query(`select d.slug as digest, m.rank, p.title, p.authors, p.arxiv_id as "arxivId", d.date
      from digest_paper m join digest d on d.id = m.digest_id join paper p on p.id = m.paper_id order by d.slug, m.rank`)
  ).map((row: { authors: string | null }) => ({ ...row, authors: namesIn(row.authors) }));

const namesIn = (authors: string | null): string[] | undefined =>
  (JSON.parse(authors ?? 'null') as { name: string }[] | null)?.map(({ name }) => name);

describe('the daily papers of the hub', () => {
  it('are a digest: papers by rank, with authors and identifiers', async () => {
    const { digests } = await importList('2026-05-14.json', list);
    expect(digests).toMatchObject([{ slug: 'daily-papers-2026-05-14', status: 'added', papers: { added: 2 } }]);
    const [one, two] = await entries();
    expect(one).toEqual({
      digest: 'daily-papers-2026-05-14',
      rank: 1,
      title: 'Widgets in the Wild',
      authors: ['Ada Example', 'Ben Muster'],
      arxivId: '2605.01234',
      date: '2026-05-14',
    });
    expect(two).toMatchObject({ rank: 2, title: 'Gadgets at Home', authors: ['Cy Sample'], arxivId: '2605.01235' });
    expect(await store.writer.query('select key from repository')).toEqual([{ key: 'github.com/example-lab/widgets' }]);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('stand beside the plain text of the day, each paper once, whichever comes first', async () => {
    const text = digestText('May 14', [
      ['Gadgets at Home', gadgets],
      ['Widgets out of Doors\n\narXiv:2605.01234', widgets],
    ]);
    const steps = [() => importList('2026-05-14.json', list), () => store.importText('2026-05-14.txt', text)];
    for (const order of [steps, [...steps].reverse()]) {
      for (const step of order) await step();
      const all = await entries();
      expect(all.map(({ digest, rank }: { digest: string; rank: number }) => `${digest} ${rank}`)).toEqual([
        '2026-05-14 1',
        '2026-05-14 2',
        'daily-papers-2026-05-14 1',
        'daily-papers-2026-05-14 2',
      ]);
      expect(new Set(all.map(({ title }: { title: string }) => title)).size).toBe(2);
      await store.close();
      store = await openStore();
    }
  });

  it('that come again change nothing, and a paper that has gone from the list goes', async () => {
    await importList('2026-05-14.json', list);
    const again = await importList('daily_2026-05-14.json', list);
    expect(again.digests).toMatchObject([{ status: 'unchanged' }]);
    const fewer = await importList('daily_2026-05-14.json', list.slice(1));
    expect(fewer.digests).toMatchObject([{ status: 'changed', papers: { removed: 1 } }]);
    expect(await entries()).toMatchObject([{ rank: 1, title: 'Gadgets at Home' }]);
  });

  it.each([
    ['of no day', 'papers.json', list, /papers\.json:1: expected daily papers of a day .*, got a paper of no day/],
    [
      'without a title',
      '2026-05-14.json',
      [list[0], wrapped('2605.01236', '', gadgets, [])],
      /2026-05-14\.json:.*title/,
    ],
  ])('%s are refused, and nothing of them is stored', async (_what, file, papers, problem) => {
    await expect(importList(file, papers as object[])).rejects.toThrow(problem);
    expect(await entries()).toEqual([]);
  });
});
