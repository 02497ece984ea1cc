import type { Vocabulary } from '../../../src/extract/topics/vocabulary';
import { createFactReader } from '../../../src/import/facts/facts';
import { syncVocabulary } from '../../../src/import/facts/sync-vocabulary';
import { openSeededStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openSeededStore();
});
afterEach(() => store.close());

const tags = () =>
  store.writer.query(
    'select t.slug, count(*) as papers from paper_topic m join topic t on t.id = m.topic_id group by 1 order by 1',
  );

describe('syncing the vocabulary', () => {
  it('does nothing when the store was built with it', async () => {
    const version = async () => (await store.writer.query('select version from corpus'))[0].version;
    const before = await version();
    expect(await syncVocabulary(store, store.factReader)).toBe(false);
    expect(await version()).toBe(before);
  });

  it('reads every paper again when a topic comes, goes or moves, and back to the same when it is undone', async () => {
    const before = await tags();
    const shipped = store.factReader.vocabulary;
    const pixel = {
      ...(shipped[0] as Vocabulary[number]),
      slug: 'pixel',
      name: 'Pixel',
      parent: 'computer-vision',
      description: null,
      aliases: ['pixels'],
    };
    const changed = [...shipped.filter(({ slug }) => slug !== 'neural-collapse'), pixel];
    expect(await syncVocabulary(store, createFactReader(changed))).toBe(true);
    const after: { slug: string }[] = await tags();
    expect(after.map(({ slug }) => slug)).toContain('pixel');
    expect(after.map(({ slug }) => slug)).not.toContain('neural-collapse');
    expect(
      await store.writer.query(
        `select a.slug from topic_ancestor x join topic t on t.id = x.topic_id join topic a on a.id = x.ancestor_id where t.slug = 'pixel' order by x.depth`,
      ),
    ).toEqual([{ slug: 'pixel' }, { slug: 'computer-vision' }]);
    expect(await syncVocabulary(store, store.factReader)).toBe(true);
    expect(await tags()).toEqual(before);
  });

  it('reads every paper again when it was read by other rules', async () => {
    const links = () => store.writer.query('select paper_id, position, url, url_key from paper_link order by 1, 2');
    const before = await links();
    await store.writer.query("update paper_link set url = 'https://github.com/cut', url_key = 'github.com/cut'");
    await store.writer.query("update corpus set rules = 'earlier ones'");
    expect(await syncVocabulary(store, store.factReader)).toBe(true);
    expect(await links()).toEqual(before);
    expect(await syncVocabulary(store, store.factReader)).toBe(false);
  });

  it('finds what papers mention in a database that was built without', async () => {
    const mentions = () =>
      store.writer.query('select paper_id, topic_id, score, evidence from paper_mention order by 1, 2');
    const before = await mentions();
    expect(before.length).toBeGreaterThan(20);
    await store.writer.query('delete from paper_mention');
    await store.writer.query("update corpus set rules = 'earlier ones'");
    expect(await syncVocabulary(store, store.factReader)).toBe(true);
    expect(await mentions()).toEqual(before);
    const twice =
      'select count(*) as n from paper_mention m join paper_topic a on a.paper_id = m.paper_id and a.topic_id = m.topic_id';
    expect(Number((await store.writer.query(twice))[0].n)).toBe(0);
  });
});
