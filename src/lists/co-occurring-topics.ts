import sql from 'sql-template-tag';
import type { Topic } from '../store/entities/topic/topic';
import type { Db } from '../store/sql';
import type { ChildList, Window } from './paging/list';
import type { Page } from './paging/page';
import { countChildren, readPages } from './paging/read-pages';
import { topicColumns, topicsByName } from './topics';

/** A topic that shares papers with another. */
export interface CoOccurringTopicRow extends Topic {
  sharedPaperCount: number;
  /** How many times more often the two meet than by chance: n(a, b) · N / (n(a) · n(b)). */
  lift: number;
}

/** A page of the topics that share papers with each topic, those with most shared papers first. */
export function readCoOccurringTopics(
  db: Db,
  topics: readonly number[],
  window: Window,
): Promise<Map<number, Page<CoOccurringTopicRow>>> {
  return readPages(db, coOccurringTopics, topics, window);
}

/** How many topics share papers with each topic. */
export function countCoOccurringTopics(db: Db, topics: readonly number[]): Promise<Map<number, number>> {
  return countChildren(db, { from: sql`topic_pair m`, where: [], parent: sql`m.topic_id` }, topics);
}

const coOccurringTopics: ChildList = {
  columns: (asked) =>
    topicColumns(asked).and([
      { by: 'm.paper_count', as: 'sharedPaperCount', isNumber: true },
      {
        by: `cast(m.paper_count as double precision) * (select paper_count from corpus)
          / ((select s.own_paper_count from topic s where s.id = m.topic_id) * t.own_paper_count)`,
        as: 'lift',
        isNumber: true,
      },
    ]),
  from: sql`topic_pair m join topic t on t.id = m.other_id`,
  parent: sql`m.topic_id`,
  member: sql`m.other_id`,
  where: [],
  order: [{ by: sql`m.paper_count`, as: 'sharedPaperCount', descending: true, number: 'integer' }, ...topicsByName],
  json: ['aliases'],
};
