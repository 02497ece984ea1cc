import { readPapersOfTopics } from '../../../src/lists/topic-papers';
import { explain } from '../../../src/store/reading/explain';
import { openSeededStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeAll(async () => {
  store = await openSeededStore();
  await store.writer.query(`insert into paper (slug, title, first_seen_key, trending_score)
    select 'filler-' || n, 'Filler', '0000-00-00//filler-' || n, n from generate_series(1, 20000) n`);
  // A topic has many papers on the average, by which PostgreSQL judges each.
  await store.writer.query(`insert into topic_paper (topic_id, paper_id, via_topic_id, is_own, first_seen_key)
    select t.id, p.id, t.id, 1, p.first_seen_key from paper p
    cross join (select id from topic order by paper_count desc, id limit 10) t where p.slug like 'filler-%'`);
  await store.writer.query('update corpus set paper_count = paper_count + 20000');
  await store.writer.query('analyze');
});
afterAll(() => store.close());

it.each(['TITLE', 'TRENDING'] as const)(
  'the papers of small topics are put in order by %s, and not looked for among all papers',
  async (field) => {
    const topics: { id: number }[] = await store.writer.query(
      'select id from topic where paper_count > 0 order by paper_count, id limit 5',
    );
    const args = { includeDescendants: true, filter: {}, order: { field, direction: 'ASC' as const } };
    const { logged } = await store.log.during(() =>
      readPapersOfTopics(
        store.reader,
        topics.map(({ id }) => id),
        args,
        { limit: 20, after: null, before: null, backwards: false },
      ),
    );
    const pages = logged.filter(({ text }) => text.includes('topic_paper m'));
    expect(pages).toHaveLength(1);
    const [{ text = '', parameters: values = [] } = {}] = pages;
    const plan = await explain(store.reader, { text, values });
    expect(plan.join('\n')).not.toMatch(/Index.*(?:UQ_4419727c7dbec0da36a70c1b96d|paper_by_trending)/);
  },
);
