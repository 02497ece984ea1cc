import sql, { join } from 'sql-template-tag';
import type { TopicMethod } from '../extract/topics/topics';
import type { Column } from '../store/columns';
import type { Paper } from '../store/entities/paper/paper';
import { letOthersRun } from '../store/reading/let-others-run';
import { type Db, dear, float, ids, run } from '../store/sql';
import type { JsonText } from '../text/json-text';
import { asPapers, conditionsOfIds } from './filter/as-papers';
import { firstSeenConditions, type PaperFilter, paperConditions } from './filter/paper-filter';
import type { OrderTerm } from './paging/keyset';
import type { ChildList, Relation, Window } from './paging/list';
import type { Page } from './paging/page';
import { countChildren, readPages } from './paging/read-pages';
import { PAPER_JSON, type PaperOrder, paperColumns, paperOrderTerms } from './papers';

/** A paper under a topic, and what put it there. */
export interface TopicPaperRow extends Paper {
  viaTopicPk: number;
  score: number;
  method: TopicMethod;
  /** Of `Evidence`. */
  evidence: JsonText;
}

/** Which papers of a topic, and in what order. */
export interface TopicPapersArgs {
  includeDescendants: boolean;
  filter: PaperFilter;
  order: PaperOrder;
}

/** A page of the papers of each topic. */
export async function readPapersOfTopics(
  db: Db,
  topics: readonly number[],
  args: TopicPapersArgs,
  window: Window,
): Promise<Map<number, Page<TopicPaperRow>>> {
  const list = topicPapers(args);
  // The index of a topic's papers has them by when they were first seen.
  const isFiltered = paperConditions(args.filter).length > 0;
  if (args.order.field === 'FIRST_SEEN_ON') return readPages(isFiltered ? dear(db) : db, list, topics, window);
  const large = await largeTopics(db, topics, args, window);
  const throughAllPapers = { ...list, walk: sql`paper p cross join topic_paper m on m.paper_id = p.id` };
  const [ofSmall, ofLarge] = await Promise.all([
    readPages<TopicPaperRow>(
      dear(db),
      { ...list, order: list.order.map(outOfIndexes) },
      topics.filter((pk) => !large.has(pk)),
      window,
    ),
    readPages<TopicPaperRow>(dear(db), throughAllPapers, [...large], window),
  ]);
  return new Map([...ofSmall, ...ofLarge]);
}

/**
 * The same order by what no index holds, so that a topic's papers are put in order: PostgreSQL would rather walk through all
 * papers by an index, since it does not know how few the topic has. The benchmark's part `fuzz` met 2 s of that.
 */
function outOfIndexes(term: OrderTerm): OrderTerm {
  return { ...term, by: term.number === undefined ? sql`(${term.by} || '')` : sql`(${term.by} + 0)` };
}

/** One in so many papers: of a topic with fewer it may take longer to meet a filtered one than to sort them all. */
const FILTERED_SHARE = 16;

/**
 * The topics so large that walking through all papers in their order meets a page of the topic's sooner than all of the
 * topic's are put in order. A page of k papers is met within k · N / n of all N where the topic has n, if these are spread
 * evenly, and n are sorted: both are √(k · N) at most. A filter hides how many are met, and needs a larger topic.
 */
async function largeTopics(
  db: Db,
  topics: readonly number[],
  { includeDescendants, filter }: TopicPapersArgs,
  { limit }: Window,
): Promise<Set<number>> {
  const size = float(includeDescendants ? sql`t.paper_count` : sql`t.own_paper_count`);
  const isLarge =
    paperConditions(filter).length === 0
      ? sql`${size} * ${size} > ${limit} * ${float(sql`c.paper_count`)}`
      : sql`${size} * ${FILTERED_SHARE} > ${float(sql`c.paper_count`)}`;
  const rows = await run<{ pk: number }>(
    db,
    sql`select t.id as pk from topic t cross join corpus c where t.id in ${ids(topics)} and ${isLarge}`,
  );
  return new Set(rows.map(({ pk }) => pk));
}

/** Topics whose papers are held against a filter before others have their turn. */
const TOPICS_AT_A_TIME = 4;

/** How many papers of each topic fit a filter; the rows of papers are long, so they are left alone. How many there are a topic says itself. */
export async function countPapersOfTopics(
  db: Db,
  topics: readonly number[],
  { includeDescendants, filter }: Pick<TopicPapersArgs, 'includeDescendants' | 'filter'>,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (let start = 0; start < topics.length; start += TOPICS_AT_A_TIME) {
    if (start > 0) await letOthersRun(db);
    const part = topics.slice(start, start + TOPICS_AT_A_TIME);
    const where = [
      ...(includeDescendants ? [] : [sql`m.is_own = 1`]),
      ...firstSeenConditions(filter, sql`m.first_seen_key`),
    ];
    const papers = sql`select m.topic_id, m.paper_id as doc from topic_paper m
      where ${join([sql`m.topic_id in ${ids(part)}`, ...where], ' and ')}`;
    const list = { from: asPapers(papers), where: conditionsOfIds(filter), parent: sql`p.topic_id` };
    for (const [topic, count] of await countChildren(dear(db), list, part)) counts.set(topic, count);
  }
  return counts;
}

const reasonColumns: Column[] = [
  { by: 'm.via_topic_id', as: 'viaTopicPk', isNumber: true },
  { by: 't.score', as: 'score', isNumber: true },
  { by: 't.method', as: 'method' },
  { by: 't.evidence', as: 'evidence' },
];

/** The papers of each topic; those of a filter or of another order than the usual one as `readPapersOfTopics` finds them best. */
export const papersOfTopic: Relation<TopicPapersArgs, TopicPaperRow> = {
  name: 'Topic.papers',
  foldedOn: ['postgres'],
  list: topicPapers,
};

function topicPapers({ includeDescendants, filter, order }: TopicPapersArgs): ChildList {
  const firstSeen = sql`m.first_seen_key`;
  return {
    columns: (asked) => paperColumns(asked).and(reasonColumns, asked),
    from: sql`topic_paper m join paper p on p.id = m.paper_id
              left join paper_topic t on t.paper_id = m.paper_id and t.topic_id = m.via_topic_id`,
    parent: sql`m.topic_id`,
    member: sql`m.first_seen_key`,
    where: [
      ...(includeDescendants ? [] : [sql`m.is_own = 1`]),
      ...paperConditions(filter),
      ...firstSeenConditions(filter, firstSeen),
    ],
    order:
      order.field === 'FIRST_SEEN_ON'
        ? [{ by: firstSeen, as: 'firstSeenKey', descending: order.direction === 'DESC' }]
        : paperOrderTerms(order),
    json: PAPER_JSON,
    written: ['evidence'],
  };
}
