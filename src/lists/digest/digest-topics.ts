import sql, { empty } from 'sql-template-tag';
import type { Topic } from '../../store/entities/topic/topic';
import { type Db, dear, ids } from '../../store/sql';
import type { ChildList, Window } from '../paging/list';
import type { Page } from '../paging/page';
import { countChildren, readPages } from '../paging/read-pages';
import { topicColumns, topicsByName } from '../topics';

/** A topic in a digest, and how many of the digest's papers it has. */
export interface DigestTopicRow extends Topic {
  digestPaperCount: number;
}

/** A page of the topics of each digest, those with most of its papers first. */
export function readTopicsOfDigests(
  db: Db,
  digests: readonly number[],
  includeDescendants: boolean,
  window: Window,
): Promise<Map<number, Page<DigestTopicRow>>> {
  return readPages(dear(db), digestTopics(digests, includeDescendants), digests, window);
}

/** How many topics the papers of each digest have. */
export function countTopicsOfDigests(
  db: Db,
  digests: readonly number[],
  includeDescendants: boolean,
): Promise<Map<number, number>> {
  return countChildren(dear(db), digestTopics(digests, includeDescendants), digests);
}

function digestTopics(digests: readonly number[], includeDescendants: boolean): ChildList {
  return {
    columns: (asked) => topicColumns(asked).and([{ by: 'm.n', as: 'digestPaperCount', isNumber: true }]),
    from: sql`(
      select d.digest_id, x.topic_id, count(*) as n from digest_paper d join topic_paper x on x.paper_id = d.paper_id
      where d.digest_id in ${ids(digests)}${includeDescendants ? empty : sql` and x.is_own = 1`}
      group by d.digest_id, x.topic_id
    ) m join topic t on t.id = m.topic_id`,
    parent: sql`m.digest_id`,
    where: [],
    order: [{ by: sql`m.n`, as: 'digestPaperCount', descending: true, number: 'integer' }, ...topicsByName],
    json: ['aliases'],
  };
}
