import sql from 'sql-template-tag';
import type { Topic } from '../store/entities/topic/topic';
import { type Db, ids, parseJson, run } from '../store/sql';
import { fixed } from './paging/list';
import { topicColumns, topicsByName } from './topics';

/** The topics right below each topic, by name. */
export const childrenOfTopic = fixed<Topic>('Topic.children', ['postgres'], {
  columns: topicColumns,
  from: sql`topic t`,
  parent: sql`t.parent_id`,
  where: [],
  order: topicsByName,
  json: ['aliases'],
});

/** The topics above each topic, the root first. */
export async function readAncestors(db: Db, topics: readonly number[]): Promise<Map<number, Topic[]>> {
  const rows = parseJson(
    await run<Topic & { below: number }>(
      db,
      sql`select a.topic_id as below, ${topicColumns().sql} from topic_ancestor a join topic t on t.id = a.ancestor_id
          where a.topic_id in ${ids(topics)} and a.depth > 0 order by a.depth desc`,
    ),
    ['aliases'],
  );
  const found = new Map<number, Topic[]>(topics.map((pk) => [pk, []]));
  for (const row of rows) found.get(row.below)?.push(row);
  return found;
}
