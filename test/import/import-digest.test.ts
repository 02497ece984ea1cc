import fc from 'fast-check';
import sql from 'sql-template-tag';
import { run } from '../../src/store/sql';
import { contents, wrongCounters } from '../support/contents';
import { abstractWith, digestText } from '../support/digest-text';
import { openStore, type TestStore } from '../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const version = async () => (await store.writer.query('select version from corpus'))[0].version;
const papersNow = async () =>
  (await store.writer.query('select title from paper order by title')).map(({ title }: { title: string }) => title);

const widgets = [
  'Widgets in the Wild',
  abstractWith('Code: https://github.com/acme/widgets. We use federated learning.'),
] as const;
const gadgets = [
  'Gadgets at Home',
  abstractWith('See https://gadgets.github.io/ for a demonstration of knowledge distillation.'),
] as const;
const gizmos = ['Gizmos for All', abstractWith('Code: https://github.com/acme/gizmos')] as const;

describe('importing a digest', () => {
  it('stores the shipped digest: 51 papers, 13 repositories, 2 project pages', async () => {
    const { digests } = await store.seed();
    expect(digests).toEqual([
      { slug: '2025-03-11', status: 'added', papers: { added: 51, changed: 0, removed: 0 }, sameness: [], wrote: true },
    ]);
    const [count] =
      await store.writer.query(`select (select count(*) from paper) as papers, (select count(*) from repository) as repositories,
      (select count(*) from paper_link where kind = 'PROJECT_PAGE') as pages, (select count(*) from paper_topic) as topics`);
    expect(count).toMatchObject({ papers: 51, repositories: 13, pages: 2 });
    expect(count.topics).toBeGreaterThan(100);
    expect(await wrongCounters(store)).toEqual([]);
  });

  describe('that prints authors and arXiv ids', () => {
    type Details = Record<'authors' | 'arxiv_id', string | null>;
    const details = async (): Promise<Details[]> =>
      store.writer.query('select authors, arxiv_id from paper order by title desc');
    const page = (date: string, below = '', others = '') =>
      digestText(date, [
        [[widgets[0], below].filter(Boolean).join('\n\n'), widgets[1]],
        [[gadgets[0], others].filter(Boolean).join('\n\n'), gadgets[1]],
      ]);
    const none: Details = { authors: null, arxiv_id: null };
    const one = 'Ann Example, Bo Sample, Cy Muster';
    const two = 'Di Placeholder, Ed Beispiel, Flo Proefstuk';
    const json = (line: string) => JSON.stringify(line.split(', ').map((name) => ({ name })));

    it('shows those of the newest digest that names them', async () => {
      await store.importText('2025-01-03.txt', page('Jan 3', two));
      expect(await details()).toEqual([{ authors: json(two), arxiv_id: null }, none]);
      await store.importText('2025-01-02.txt', page('Jan 2', `${one}\n\narXiv:2501.00001v2`));
      await store.importText('2025-01-04.txt', page('Jan 4'));
      expect(await details()).toEqual([{ authors: json(two), arxiv_id: '2501.00001' }, none]);
      await store.importText('2025-01-03.txt', page('Jan 3'));
      expect(await details()).toEqual([{ authors: json(one), arxiv_id: '2501.00001' }, none]);
      expect(await papersNow()).toEqual([gadgets[0], widgets[0]]);
    });

    it.each([
      ['others', `${two}\n\narXiv:2501.00002`, { authors: json(two), arxiv_id: '2501.00002' }],
      [
        'others in another order',
        'Cy Muster, Bo Sample, Ann Example',
        { authors: json('Cy Muster, Bo Sample, Ann Example'), arxiv_id: null },
      ],
      ['not all', 'Ann Example, Bo Sample, Cy Muster et al.', none],
      ['none', '', none],
    ])('corrected, shows what its last state names: %s', async (_name, below, expected) => {
      await store.importText('2025-01-02.txt', page('Jan 2', `${one}\n\narXiv:2501.00001`));
      const { digests } = await store.importText('2025-01-02.txt', page('Jan 2', below));
      expect(digests).toMatchObject([{ status: 'changed', papers: { added: 0, changed: 1, removed: 0 } }]);
      expect(await details()).toEqual([expected, none]);
      expect((await store.importText('2025-01-02.txt', page('Jan 2', below))).digests).toMatchObject([
        { status: 'unchanged' },
      ]);
      const told = await store.writer.query(
        'select kind, key from change where version = (select max(version) from change) order by position',
      );
      expect(told).toEqual([
        { kind: 'CHANGED', key: '2025-01-02' },
        { kind: 'CHANGED', key: 'widgets-in-the-wild' },
      ]);
    });

    it('keeps those of the other papers, and of other digests', async () => {
      await store.importText('2025-01-02.txt', page('Jan 2', one, two));
      await store.importText('2025-01-03.txt', page('Jan 3', two, one));
      await store.importText('2025-01-03.txt', page('Jan 3', two));
      expect(await details()).toEqual([
        { authors: json(two), arxiv_id: null },
        { authors: json(two), arxiv_id: null },
      ]);
      await store.importText('2025-01-02.txt', page('Jan 2'));
      expect(await details()).toEqual([{ authors: json(two), arxiv_id: null }, none]);
    });

    it('in a database of an earlier version is taken to print what the paper shows, until it is imported again', async () => {
      await store.importText('2025-01-02.txt', page('Jan 2', one));
      await store.importText('2025-01-03.txt', page('Jan 3'));
      const expected = await contents(store);
      await store.writer.query('update digest_paper set own_authors = null, own_arxiv_id = null');
      await store.importText('2025-01-02.txt', page('Jan 2', two));
      expect(await details()).toEqual([{ authors: json(one), arxiv_id: null }, none]);
      await store.importText('2025-01-03.txt', page('Jan 3'));
      expect(await details()).toEqual([{ authors: json(two), arxiv_id: null }, none]);
      await store.importText('2025-01-02.txt', page('Jan 2', one));
      expect(await contents(store)).toEqual(expected);
    });
  });

  it('twice changes nothing and says so', async () => {
    await store.seed();
    const before = [await contents(store), await version()];
    expect((await store.seed()).digests).toMatchObject([{ status: 'unchanged', wrote: false }]);
    expect([await contents(store), await version()]).toEqual(before);
  });

  it('corrected, under the same slug, updates what changed and drops what is gone', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets]));
    const better = [gadgets[0], abstractWith('Now the code is at https://gitlab.com/acme/gadgets')] as const;
    const { digests } = await store.importText('2025-01-02.txt', digestText('Jan 2', [better, gizmos]));
    expect(digests).toMatchObject([{ status: 'changed', papers: { added: 1, changed: 1, removed: 1 } }]);
    expect(await papersNow()).toEqual([gadgets[0], gizmos[0]]);
    const stored = await contents(store);
    expect(stored.repositories).toMatchObject([{ key: 'github.com/acme/gizmos' }, { key: 'gitlab.com/acme/gadgets' }]);
    expect(stored.links).toHaveLength(2);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('leaves the same as importing only its last state', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets]));
    await store.importText('2025-01-02.txt', digestText('Jan 2', [gizmos, widgets]));
    const fresh = await openStore();
    await fresh.importText('2025-01-02.txt', digestText('Jan 2', [gizmos, widgets]));
    expect(await contents(store)).toEqual(await contents(fresh));
    await fresh.close();
  });

  it('keeps a paper of two digests once, with two ranks, and with the newest text', async () => {
    const reworded = [widgets[0].toUpperCase(), abstractWith('The newest text.')] as const;
    await store.importText('2025-01-03.txt', digestText('Jan 3', [gadgets, reworded]));
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets]));
    expect(await papersNow()).toEqual([gadgets[0], reworded[0]]);
    const { entries, papers } = await contents(store);
    expect(entries).toMatchObject([
      { digest: '2025-01-02', rank: 1, own_title: widgets[0], own_abstract: widgets[1] },
      { digest: '2025-01-03', rank: 1 },
      { digest: '2025-01-03', rank: 2, own_title: null },
    ]);
    expect(papers).toContainEqual(expect.objectContaining({ title: reworded[0], first_seen_on: '2025-01-02' }));
  });

  it('falls back to the older text when the newer digest no longer holds the paper', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets]));
    const before = await contents(store);
    await store.importText(
      '2025-01-03.txt',
      digestText('Jan 3', [[widgets[0], abstractWith('The newest text.')], gizmos]),
    );
    await store.importText('2025-01-03.txt', digestText('Jan 3', [gizmos]));
    const after = await contents(store);
    expect(after.papers).toEqual(expect.arrayContaining(before.papers as unknown[]));
    expect(after.topics).toEqual(expect.arrayContaining(before.topics as unknown[]));
  });

  it('prefers an older abstract to none', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets]));
    await store.importText('2025-01-03.txt', digestText('Jan 3', [[widgets[0]], gizmos]));
    const [paper] = await run<{ abstract: string }>(
      store.reader,
      sql`select abstract from paper where title = ${widgets[0]}`,
    );
    expect(paper?.abstract).toBe(widgets[1]);
  });

  it('spells a repository as most papers do', async () => {
    const linkTo = (address: string) => abstractWith(`Code: ${address}`);
    await store.importText(
      '2025-01-02.txt',
      digestText('Jan 2', [
        ['One Paper on Paper', linkTo('https://github.com/ACME/Tool')],
        ['Two Papers on Paper', linkTo('https://github.com/acme/tool')],
        ['Three Papers on Paper', linkTo('https://github.com/acme/tool')],
      ]),
    );
    expect((await contents(store)).repositories).toEqual([
      { key: 'github.com/acme/tool', host: 'github.com', owner: 'acme', name: 'tool', paper_count: 3, count_key: -3 },
    ]);
  });

  it('follows papers of one topic that change their places with each other', async () => {
    const abstract = abstractWith('We use federated learning.');
    const papers = ['One', 'Two', 'Three', 'Four'].map((title): [string, string] => [
      `Federated Learning with ${title} Widget`,
      abstract,
    ]);
    await store.importText('2025-01-02.txt', digestText('Jan 2', papers));
    await store.importText('2025-01-02.txt', digestText('Jan 2', [...papers].reverse()));
    const fresh = await openStore();
    await fresh.importText('2025-01-02.txt', digestText('Jan 2', [...papers].reverse()));
    const { digests: _, ...expected } = await contents(fresh);
    expect(await contents(store)).toMatchObject(expected);
    expect(expected.lifted?.length).toBeGreaterThan(3);
    await fresh.close();
  });

  it('whatever the order and the repetitions, leaves the same, with right counters', async () => {
    const texts = [
      widgets,
      gadgets,
      gizmos,
      [`${widgets[0]}\n\nAnn Example, Bo Sample, Cy Muster\n\narXiv:2501.00001`, widgets[1]] as const,
      [`${widgets[0]}\n\nDi Placeholder, Ed Beispiel, Flo Proefstuk`, widgets[1]] as const,
      [widgets[0], abstractWith('Other words on contrastive learning.')] as const,
      [`${gizmos[0]}\n\nAnn Example, Bo Sample, Cy Muster`, gizmos[1]] as const,
      [gadgets[0]] as const,
    ];
    const digest = fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      entries: fc.uniqueArray(fc.constantFrom(...texts), {
        minLength: 1,
        maxLength: 4,
        selector: ([title]) => title.split('\n')[0],
      }),
    });
    const importAll = async (
      target: TestStore,
      digests: readonly { day: number; entries: readonly (readonly [string, string?])[] }[],
    ) => {
      for (const { day, entries } of digests) {
        await target.importText(
          `2025-01-0${day}.txt`,
          digestText(`Jan ${day}`, [...entries, ['A Paper That Is Always There', abstractWith('')]]),
        );
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(digest, { minLength: 2, maxLength: 6 }), async (history) => {
        const last = [...new Map(history.map((item) => [item.day, item])).values()];
        const one = await openStore();
        const other = await openStore();
        await importAll(one, history);
        await importAll(other, [...last].reverse());
        expect(await wrongCounters(one)).toEqual([]);
        expect(await contents(one)).toEqual(await contents(other));
        await one.close();
        await other.close();
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

describe('importing a file', () => {
  it('that is no digest stores nothing and names file, line, expectation and finding', async () => {
    await expect(store.importText('page.html', '<!doctype html><html><body>hello</body></html>')).rejects.toThrow(
      /page\.html:1: expected .+, got /,
    );
    expect((await contents(store)).digests).toEqual([]);
  });

  it('with several digests stores each under its own date, and drops those that a later state of the file lacks', async () => {
    const [one, two] = [digestText('Jan 2', [widgets, gadgets]), digestText('Jan 3', [gizmos, widgets])];
    await store.importText('pages-2025.txt', `${one}\n${two}`);
    expect((await contents(store)).digests).toMatchObject([
      { slug: 'pages-2025-jan-2', date: '2025-01-02' },
      { slug: 'pages-2025-jan-3', date: '2025-01-03' },
    ]);
    const three = digestText('Jan 4', [gizmos, widgets]);
    const { digests } = await store.importText('pages-2025.txt', `${two}\n${three}`);
    expect(digests.map(({ slug, status }) => [slug, status])).toEqual([
      ['pages-2025-jan-3', 'changed'],
      ['pages-2025-jan-4', 'added'],
      ['pages-2025-jan-2', 'removed'],
    ]);
    expect(await papersNow()).toEqual([gizmos[0], widgets[0]]);
    expect(await wrongCounters(store)).toEqual([]);
  });

  it('of the same name from another folder, with other digests, removes nothing', async () => {
    await store.importText('week-2025.txt', `${digestText('Jan 2', [widgets])}\n${digestText('Jan 3', [gadgets])}`);
    const { digests } = await store.importText(
      'week-2025.txt',
      `${digestText('Feb 2', [gizmos])}\n${digestText('Feb 3', [gadgets])}`,
    );
    expect(digests.map(({ status }) => status)).toEqual(['added', 'added']);
    expect((await contents(store)).digests).toHaveLength(4);
  });

  it('keeps the year that a person gave while the file stays the same', async () => {
    const text = digestText('Jan 2', [widgets, gadgets]);
    await store.importText('pages.txt', text, { date: '2025' });
    expect((await store.importText('pages.txt', text)).digests).toMatchObject([{ status: 'unchanged', wrote: false }]);
    expect((await contents(store)).digests).toMatchObject([{ date: '2025-01-02', date_source: 'ARGUMENT' }]);
    expect((await store.importText('pages.txt', text, { date: '2024' })).digests).toMatchObject([
      { status: 'changed' },
    ]);
  });

  it('says which titles are printed twice', async () => {
    const { notices } = await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets, gadgets, widgets]));
    expect(notices).toEqual([
      expect.stringMatching(
        /2025-01-02\.txt:19: expected each title once, got "Widgets in the Wild" again; the entry of line 11 counts/,
      ),
    ]);
  });

  it('that fails halfway leaves the store as it was', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [widgets]));
    const before = await contents(store);
    await store.writer.query('create unique index stop_here on paper_link (position)');
    await expect(store.importText('2025-01-03.txt', digestText('Jan 3', [gadgets, gizmos]))).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    expect(await contents(store)).toEqual(before);
  });
});
