import fc from 'fast-check';
import { createFactReader } from '../../src/import/facts/facts';
import { syncVocabulary } from '../../src/import/facts/sync-vocabulary';
import { entriesOf } from '../support/contents';
import { abstractWith, digestText } from '../support/digest-text';
import { engine, openSeededStore, openStore, type TestStore } from '../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

/** The pairs of topics with their counts: as stored, and counted again from the papers. */
async function pairs({ writer }: TestStore) {
  const named = (from: string) =>
    writer.query(`select t.slug as topic, o.slug as other, x.n from (${from}) x
      join topic t on t.id = x.topic_id join topic o on o.id = x.other_id order by 1, 2`);
  return {
    stored: await named('select topic_id, other_id, paper_count as n from topic_pair'),
    counted: await named(`select a.topic_id, b.topic_id as other_id, count(*) as n from paper_topic a
      join paper_topic b on b.paper_id = a.paper_id and b.topic_id <> a.topic_id group by 1, 2`),
  };
}

const entries = entriesOf[engine]('m.weights');

/** Terms whose count is not that of their papers, unused ones included. */
const wrongTerms = ({ writer }: TestStore): Promise<unknown[]> =>
  writer.query(`select key from term t where paper_count = 0
    or paper_count <> (select count(*) from paper_terms m cross join ${entries} e where e.key = t.key)`);

const termsOf = ({ writer }: TestStore): Promise<{ slug: string; key: string; value: number | string }[]> =>
  writer.query(`select p.slug, e.key, e.value from paper_terms m cross join ${entries} e
    join paper p on p.id = m.paper_id order by 1, 2`);

const papers = [
  ['Widgets in the Wild', abstractWith('We use federated learning and knowledge distillation.')],
  ['Gadgets at Home', abstractWith('Knowledge distillation with contrastive learning.')],
  ['Gizmos for All', abstractWith('Contrastive learning, federated learning and knowledge distillation.')],
  ['Gizmos for All', abstractWith('Domain generalization by contrastive learning.')],
  ['Widgets in the Wild'],
] as const;

describe('the counts of pairs of topics and of terms', () => {
  it('are those of the shipped digest', async () => {
    const seeded = await openSeededStore();
    const { stored, counted } = await pairs(seeded);
    expect(stored).toEqual(counted);
    expect(stored.length).toBeGreaterThan(20);
    expect(await wrongTerms(seeded)).toEqual([]);
    await seeded.close();
  });

  it('whatever is imported, corrected and removed, stay those of a full recount', async () => {
    const digest = fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      entries: fc.uniqueArray(fc.constantFrom(...papers), { minLength: 1, maxLength: 3, selector: ([title]) => title }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(digest, { minLength: 1, maxLength: 6 }), async (history) => {
        const one = await openStore();
        const other = await openStore();
        for (const { day, entries } of history) {
          await one.importText(`2025-01-0${day}.txt`, digestText(`Jan ${day}`, entries));
        }
        const last = new Map(history.map((item) => [item.day, item]));
        for (const { day, entries } of [...last.values()].reverse()) {
          await other.importText(`2025-01-0${day}.txt`, digestText(`Jan ${day}`, entries));
        }
        const { stored, counted } = await pairs(one);
        expect(stored).toEqual(counted);
        expect(await wrongTerms(one)).toEqual([]);
        expect(await termsOf(one)).toEqual(await termsOf(other));
        await one.close();
        await other.close();
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('follow when every paper is read again by another vocabulary', async () => {
    const seeded = await openSeededStore();
    const before = await pairs(seeded);
    const smaller = seeded.factReader.vocabulary.filter(({ slug }) => slug !== 'convex-optimization');
    await syncVocabulary(seeded, createFactReader(smaller));
    const { stored, counted } = await pairs(seeded);
    expect(stored).toEqual(counted);
    expect(stored.length).toBeLessThan(before.stored.length);
    expect(await wrongTerms(seeded)).toEqual([]);
    await syncVocabulary(seeded, seeded.factReader);
    expect(await pairs(seeded)).toEqual(before);
    await seeded.close();
  });
});

describe('the terms of a paper', () => {
  const now = async () => (await termsOf(store)).map(({ key }) => key);

  it('go with the paper, and change with its text', async () => {
    await store.importText('2025-01-02.txt', digestText('Jan 2', [['Lattice Kernels', abstractWith('A zebra.')]]));
    expect(await now()).toEqual(expect.arrayContaining(['lattic kernel', 'zebra']));
    await store.importText('2025-01-02.txt', digestText('Jan 2', [['Lattice Kernels', abstractWith('An okapi.')]]));
    expect(await now()).toEqual(expect.arrayContaining(['lattic kernel', 'okapi']));
    expect(await now()).not.toContain('zebra');
    await store.importText('2025-01-02.txt', digestText('Jan 2', [['Something Else Altogether', abstractWith('')]]));
    expect(await now()).not.toContain('lattic kernel');
    expect(await wrongTerms(store)).toEqual([]);
  });
});
