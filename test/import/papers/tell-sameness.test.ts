import fc from 'fast-check';
import { bringUpToDate } from '../../../src/import/bring-up-to-date';
import { checkSearchIndex } from '../../../src/search/index/upkeep/check-search-index';
import { pinsOf } from '../../../src/search/rank/pins';
import { contents, wrongCounters } from '../../support/contents';
import { abstractWith, digestText } from '../../support/digest-text';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const kettles =
  'We introduce a special issue on kettles, their curves and their whistles. Code: https://github.com/quoll-lab/whistles.';
const swifts =
  'Swifts nest under roofs of old towns. This note opens a volume on swifts and the people who count them. We use federated learning.';
const tides =
  'The table of tides at the mill was printed upside down. We print it again, and thank all who wrote to us.';
const noise =
  'We record the noise of forty harbours by day and by night. Gulls are louder than cranes, and ships at anchor are quieter than both.';
const other: [string, string] = ['Learning to Sort Pebbles by Touch', abstractWith('Pebbles are sorted.')];

type Entry = readonly [title: string, abstract?: string];
const importDay = (day: number, ...entries: Entry[]) =>
  store.importText(`2025-05-${10 + day}.txt`, digestText(`May ${10 + day}`, [...entries, other]));

/** What each digest prints, and the paper under which it is stored. */
async function entries(): Promise<{ digest: string; title: string; slug: string; text: string }[]> {
  return store.writer.query(`select d.slug as digest, coalesce(m.own_title, p.title) as title, p.slug, p.abstract as text
    from digest_paper m join digest d on d.id = m.digest_id join paper p on p.id = m.paper_id
    where p.title <> '${other[0]}' order by d.slug, m.rank`);
}

const slugs = async () => (await entries()).map(({ slug }) => slug);
const log = async (): Promise<string[]> =>
  (await store.writer.query('select kind, key from change order by version, position')).map(
    ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`,
  );

describe('one title over different texts', () => {
  it.each(['Introduction', 'Erratum', 'Reply to comments', 'Editorial'])('is two papers: %s', async (title) => {
    await importDay(5, [title, kettles]);
    const { digests, notices } = await importDay(6, [title, swifts]);
    expect(await entries()).toMatchObject([{ text: kettles }, { text: swifts }]);
    const [one, two] = await slugs();
    expect(two).toMatch(new RegExp(`^${one}-[0-9a-f]{8}$`));
    expect(digests[0]?.sameness).toMatchObject([{ is: 'apart', slug: two, other: { slug: one } }]);
    expect(notices).toEqual([
      expect.stringMatching(/2025-05-16\.txt:11: ".+" \(.+\) is another paper than ".+" \(.+\)/),
    ]);
    expect(await wrongCounters(store)).toEqual([]);
    expect(await checkSearchIndex(store)).toBe(false);
  });

  it('finds all of its papers when it is searched for whole', async () => {
    await importDay(5, ['Introduction', kettles]);
    await importDay(6, ['Introduction', swifts], ['Fréchet Means of Currents', noise]);
    expect(await pinsOf(store.reader, 'Introduction', ['PAPER'])).toHaveLength(2);
    expect(await pinsOf(store.reader, "Fr\\'echet means of currents", ['PAPER'])).toHaveLength(1);
  });

  it('is two papers within one digest', async () => {
    await importDay(5, ['Editorial', kettles], ['Editorial', swifts], ['Editorial', kettles]);
    expect(await entries()).toMatchObject([{ text: kettles }, { text: swifts }]);
  });

  it('keeps each paper where its digest is edited, or prints them the other way round', async () => {
    await importDay(5, ['Editorial', kettles], ['Editorial', swifts]);
    const before = await slugs();
    const longer = `${swifts} We thank the towns.`;
    await importDay(5, ['Editorial', longer], ['Editorial', kettles]);
    expect(await slugs()).toEqual([...before].reverse());
    await importDay(5, ['Editorial', longer], ['Editorial', tides]);
    expect(await slugs()).toEqual([...before].reverse());
    expect(await entries()).toMatchObject([{ text: longer }, { text: tides }]);
  });

  it('gives a paper a slug that stays when the other one goes', async () => {
    await importDay(5, ['Editorial', kettles]);
    await importDay(6, ['Editorial', swifts]);
    const [, slug] = await slugs();
    await importDay(5);
    await importDay(7, ['Editorial', swifts]);
    expect(await slugs()).toEqual([slug, slug]);
  });
});

describe('one paper under titles that are written differently', () => {
  it.each([
    ["Fr\\'echet Means of Currents", 'Fréchet Means of Currents'],
    ['A Small Atlas of Harbour Noise', 'A Small Atlas of Harbor Noise (v2)'],
    ['WITHDRAWN: Kettle Curves', 'Kettle Curves [v3]'],
  ])('is one: %j and %j', async (one, two) => {
    await importDay(5, [one, noise]);
    const { digests, notices } = await importDay(6, [two, `${noise} It is edited.`]);
    expect(await entries()).toMatchObject([{ title: one }, { title: two, text: `${noise} It is edited.` }]);
    expect(new Set(await slugs()).size).toBe(1);
    expect(digests[0]?.sameness).toMatchObject([{ is: 'joined', title: two, other: { title: one } }]);
    expect(notices).toEqual([expect.stringContaining(' is one paper with ')]);
  });

  it('is one although texts between its first and its last were imported later', async () => {
    const third = (from: number) => noise.slice(from, from + 70);
    await importDay(5, ['A Small Atlas of Harbour Noise', third(0)]);
    await importDay(7, ['A Small Atlas of Harbour Noise', third(62)]);
    expect(new Set(await slugs()).size).toBe(2);
    const [first, last] = await slugs();
    await importDay(6, ['A Small Atlas of Harbor Noise', noise]);
    expect(await slugs()).toEqual([first, first, first]);
    expect(await log()).toEqual(
      expect.arrayContaining([`ADDED ${last}`, `REMOVED ${last}`, 'CHANGED 2025-05-17', `CHANGED ${first}`]),
    );
    expect(await wrongCounters(store)).toEqual([]);
    expect(await checkSearchIndex(store)).toBe(false);
    await importDay(6);
    expect(new Set(await slugs()).size).toBe(2);
    expect(await wrongCounters(store)).toEqual([]);
  });
});

it('a database of an earlier version is parted and joined as its digests would be if they were imported now', async () => {
  await importDay(5, ['Introduction', kettles], ["Fr\\'echet Means of Currents", noise]);
  await importDay(6, ['Introduction', swifts], ['Fréchet Means of Currents', noise]);
  const expected = await contents(store);
  const [one, two] = await slugs();
  const pk = async (slug: unknown) => (await store.writer.query(`select id from paper where slug = '${slug}'`))[0].id;
  // As it was: one introduction, with the newest text; two papers of Fréchet.
  const [kept, split, joined] = [await pk(one), await pk((await slugs())[2]), await pk(two)];
  const [day] = await store.writer.query(`select id from digest where slug = '2025-05-16'`);
  await store.writer.query(`delete from paper where id = ${split}`);
  await store.writer.query(`insert into digest_paper (digest_id, rank, paper_id, line, own_title, own_abstract)
    values (${day.id}, 1, ${kept}, 11, 'Introduction', '${swifts}')`);
  await store.writer.query(`insert into paper (slug, title, abstract, first_seen_on, first_seen_key, trending_score)
    select 'fr-echet-means-of-currents', 'Fr\\''echet Means of Currents', abstract, first_seen_on, first_seen_key, trending_score from paper where id = ${joined}`);
  await store.writer.query(`update digest_paper set paper_id = ${await pk('fr-echet-means-of-currents')}, own_title = null
    where paper_id = ${joined} and digest_id <> ${day.id}`);
  await store.writer.query(`update paper set title_key = ''`);
  await store.writer.query(`update corpus set rules = null`);

  await bringUpToDate(store, store.factReader);
  expect(await contents(store)).toEqual(expected);
  expect(await wrongCounters(store)).toEqual([]);
  expect(await checkSearchIndex(store)).toBe(false);
});

it('the order of imports makes no difference to which papers there are', async () => {
  const title = fc.constantFrom(
    'Introduction',
    'Reply to Comments',
    'Harbour Noise',
    'Harbour Noise\n\nAnn Example, Bo Sample, Cy Muster',
    'Harbor Noise (v2)\n\nAuthors: Di Placeholder',
    'Harbor Noise (v2)',
    'Harb\\"our Noise',
    'Harbour Noise\n\narXiv:2501.00001',
    'Gulls at Anchor\n\narXiv:2501.00001',
    'Introduction\n\narXiv:2501.00002',
    'Gulls at Anchor',
  );
  const text = fc.option(
    fc.constantFrom(kettles, swifts, noise, `${noise} ${swifts}`, noise.slice(0, 60), `${swifts} It is edited.`),
    { nil: undefined },
  );
  const days = fc.array(fc.array(fc.tuple(title, text), { minLength: 1, maxLength: 4 }), {
    minLength: 3,
    maxLength: 5,
  });
  const history = days.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
  );
  /** Everything but slugs, which the first import of a paper settles. */
  const papersOf = async (of: TestStore) => {
    const rows =
      await of.writer.query(`select p.id, p.title, p.abstract, p.authors, p.first_seen_key, p.trending_score, d.slug, m.rank
      from paper p join digest_paper m on m.paper_id = p.id join digest d on d.id = m.digest_id order by d.slug, m.rank`);
    const number = new Map<number, number>();
    return rows.map(({ id, ...row }: { id: number }) => {
      number.set(id, number.get(id) ?? number.size);
      return { ...row, paper: number.get(id) };
    });
  };
  await fc.assert(
    fc.asyncProperty(history, async ([all, order]) => {
      const stores = [await openStore(), await openStore()] as const;
      for (const [index, days] of [[...all.keys()], order].entries()) {
        for (const day of days) {
          const of = stores[index] as TestStore;
          await of.importText(`2025-05-1${day}.txt`, digestText(`May 1${day}`, [...(all[day] ?? []), other]));
        }
      }
      expect(await papersOf(stores[1])).toEqual(await papersOf(stores[0]));
      for (const each of stores) {
        expect(await wrongCounters(each)).toEqual([]);
        expect(await checkSearchIndex(each)).toBe(false);
        await each.close();
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

describe('one arXiv identifier', () => {
  const byId = (abstract: string): string => `arXiv:2501.00001\n\n${abstract}`;
  const oldTitle: Entry = ['Kettle Curves', byId(noise)];
  const newTitle: Entry = ['On the Shape of Vessels that Whistle', byId(swifts)];
  const third: Entry = ['Kettle Curves', noise];

  it.each([
    ['as they were printed', [1, 2, 3]],
    ['backwards', [3, 2, 1]],
    ['with the one that joins them in the middle', [2, 1, 3]],
    ['with the one that joins them last', [3, 1, 2]],
  ])('is one paper under two titles and texts, imported %s', async (_order, days) => {
    const entryOf: Record<number, Entry> = { 1: oldTitle, 2: newTitle, 3: third };
    for (const day of days) await importDay(day, entryOf[day] as Entry);
    expect(await entries()).toMatchObject([
      { title: 'Kettle Curves', text: noise },
      { title: 'On the Shape of Vessels that Whistle', text: noise },
      { title: 'Kettle Curves', text: noise },
    ]);
    expect(new Set(await slugs()).size).toBe(1);
    expect(await wrongCounters(store)).toEqual([]);
    expect(await checkSearchIndex(store)).toBe(false);
  });

  it('is two papers again when the digest that joins them no longer names it', async () => {
    await importDay(1, oldTitle);
    await importDay(2, newTitle);
    expect(new Set(await slugs()).size).toBe(1);
    await importDay(2, ['On the Shape of Vessels that Whistle', swifts]);
    const [one, two] = await slugs();
    expect(one).toBe('kettle-curves');
    expect(two).toBe('on-the-shape-of-vessels-that-whistle');
    expect(await wrongCounters(store)).toEqual([]);
    expect(await checkSearchIndex(store)).toBe(false);
  });

  it('leads a printing of either title to the paper', async () => {
    await importDay(1, oldTitle);
    await importDay(2, newTitle);
    await importDay(3, ['On the shape of vessels that whistle', swifts], ['Tides', tides]);
    expect((await entries()).map(({ slug }) => slug)).toEqual([
      'kettle-curves',
      'kettle-curves',
      'kettle-curves',
      'tides',
    ]);
  });

  it('that two papers of an earlier version have is joined at the next start', async () => {
    await importDay(1, ['Kettle Curves', noise]);
    await importDay(2, ['On the Shape of Vessels that Whistle', swifts]);
    const shown = [oldTitle[0], newTitle[0]].map((title) => `'${title}'`).join(', ');
    await store.writer.query(`update paper set arxiv_id = '2501.00001', title_key = '' where title in (${shown})`);
    await bringUpToDate(store, store.factReader);
    expect(new Set(await slugs()).size).toBe(1);
  });
});
