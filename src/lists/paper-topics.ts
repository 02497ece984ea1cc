import sql from 'sql-template-tag';
import { ABOUT } from '../extract/topics/standing';
import type { TopicMethod } from '../extract/topics/topics';
import type { Topic } from '../store/entities/topic/topic';
import { float } from '../store/sql';
import type { JsonText } from '../text/json-text';
import type { Relation } from './paging/list';
import { topicColumns } from './topics';

/** A topic of a paper, and why. */
export interface PaperTopicRow extends Topic {
  score: number;
  method: TopicMethod;
  /** Of `Evidence`. */
  evidence: JsonText;
}

/** The topics of each paper, best score first; what it only mentions is among them where so low a score is asked for. */
export const topicsOfPaper: Relation<{ minScore: number }, PaperTopicRow> = {
  name: 'Paper.topics',
  foldedOn: ['postgres'],
  list: ({ minScore }) => ({
    columns: (asked) =>
      topicColumns(asked)
        .and([
          { by: 'm.score', as: 'score', isNumber: true },
          { by: 'm.method', as: 'method' },
        ])
        .and([{ by: 'm.evidence', as: 'evidence' }], asked),
    from: sql`${minScore < ABOUT ? WITH_MENTIONS : sql`paper_topic`} m join topic t on t.id = m.topic_id`,
    parent: sql`m.paper_id`,
    where: minScore === ABOUT ? [] : [sql`m.score >= ${float(sql`${minScore}`)}`],
    order: [
      { by: sql`m.score`, as: 'score', descending: true, number: 'float' },
      { by: sql`t.slug`, as: 'slug', descending: false },
    ],
    json: ['aliases'],
    written: ['evidence'],
  }),
};

const WITH_MENTIONS = sql`(
  select paper_id, topic_id, score, method, evidence from paper_topic
  union all select paper_id, topic_id, score, method, evidence from paper_mention)`;
