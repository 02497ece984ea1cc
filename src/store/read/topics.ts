import sql, { empty, type Sql } from 'sql-template-tag';
import type { Evidence } from '../../extract/evidence';
import type { TopicMethod } from '../../extract/topics';
import { Topic } from '../entities/topic';
import { columnsOf, type Db, float, ids, keys, parseJson, run } from '../sql';
import {
  type ChildList,
  countChildren,
  countRows,
  type OrderTerm,
  type Page,
  readPage,
  readPages,
  type Window,
} from './list';

/** Which topics; every condition must hold. */
export interface TopicFilter {
  /** Slug of the topic right above. */
  parent?: string | null;
  /** Only topics with nothing above them, or only topics with something. */
  isRoot?: boolean | null;
  /** Only topics with papers (their own or of a descendant), or only topics without. */
  hasPapers?: boolean | null;
}

export type TopicOrderField = 'NAME' | 'PAPER_COUNT';

export interface TopicOrder {
  field: TopicOrderField;
  direction: 'ASC' | 'DESC';
}

const columns = columnsOf(Topic, 't');
const byName: OrderTerm[] = [
  { by: sql`t.name_key`, descending: false },
  { by: sql`t.slug`, descending: false },
];

/** Topics by primary key, in any order. */
export async function topicsByPk(db: Db, pks: readonly number[]): Promise<Topic[]> {
  return parseJson(await run<Topic>(db, sql`select ${columns} from topic t where t.id in ${ids(pks)}`), ['aliases']);
}

/** Topics by slug, in any order. */
export async function topicsBySlug(db: Db, slugs: readonly string[]): Promise<Topic[]> {
  return parseJson(await run<Topic>(db, sql`select ${columns} from topic t where t.slug in ${keys(slugs)}`), [
    'aliases',
  ]);
}

/** A page of all topics. */
export function readTopics(db: Db, filter: TopicFilter, order: TopicOrder, window: Window): Promise<Page<Topic>> {
  return readPage(
    db,
    { columns, from: sql`topic t`, where: conditions(filter), order: terms(order), json: ['aliases'] },
    window,
  );
}

/** How many topics there are. */
export function countTopics(db: Db, filter: TopicFilter): Promise<number> {
  return countRows(db, { from: sql`topic t`, where: conditions(filter) });
}

/** By count, topics with equally many papers follow one another by name whichever way the counts run. */
function terms(order: TopicOrder): OrderTerm[] {
  const descending = order.direction === 'DESC';
  if (order.field === 'PAPER_COUNT') return [{ by: sql`t.paper_count`, descending }, ...byName];
  return byName.map((term) => ({ ...term, descending }));
}

function conditions(filter: TopicFilter): Sql[] {
  const found: Sql[] = [];
  if (filter.parent != null) found.push(sql`t.parent_id = (select f.id from topic f where f.slug = ${filter.parent})`);
  if (filter.isRoot != null) found.push(filter.isRoot ? sql`t.parent_id is null` : sql`t.parent_id is not null`);
  if (filter.hasPapers != null) found.push(filter.hasPapers ? sql`t.paper_count > 0` : sql`t.paper_count = 0`);
  return found;
}

const childTopics: ChildList = {
  columns,
  from: sql`topic t`,
  parent: sql`t.parent_id`,
  where: [],
  order: byName,
  json: ['aliases'],
};

/** A page of the topics right below each topic, by name. */
export function readChildTopics(db: Db, parents: readonly number[], window: Window): Promise<Map<number, Page<Topic>>> {
  return readPages(db, childTopics, parents, window);
}

/** How many topics stand right below each topic. */
export function countChildTopics(db: Db, parents: readonly number[]): Promise<Map<number, number>> {
  return countChildren(db, childTopics, parents);
}

/** The topics above each topic, the root first. */
export async function readAncestors(db: Db, topics: readonly number[]): Promise<Map<number, Topic[]>> {
  const rows = parseJson(
    await run<Topic & { below: number }>(
      db,
      sql`select a.topic_id as below, ${columns} from topic_ancestor a join topic t on t.id = a.ancestor_id
          where a.topic_id in ${ids(topics)} and a.depth > 0 order by a.depth desc`,
    ),
    ['aliases'],
  );
  const found = new Map<number, Topic[]>(topics.map((pk) => [pk, []]));
  for (const row of rows) found.get(row.below)?.push(row);
  return found;
}

/** A topic of a paper, and why. */
export interface PaperTopicRow extends Topic {
  score: number;
  method: TopicMethod;
  evidence: Evidence[];
}

/** A page of the topics of each paper, best score first. */
export function readTopicsOfPapers(
  db: Db,
  papers: readonly number[],
  minScore: number,
  window: Window,
): Promise<Map<number, Page<PaperTopicRow>>> {
  return readPages(db, paperTopics(minScore), papers, window);
}

/** How many topics each paper has. */
export function countTopicsOfPapers(db: Db, papers: readonly number[], minScore: number): Promise<Map<number, number>> {
  return countChildren(db, paperTopics(minScore), papers);
}

function paperTopics(minScore: number): ChildList {
  return {
    columns: sql`${columns}, m.score as score, m.method as method, m.evidence as evidence`,
    from: sql`paper_topic m join topic t on t.id = m.topic_id`,
    parent: sql`m.paper_id`,
    where: minScore > 0 ? [sql`m.score >= ${minScore}`] : [],
    order: [
      { by: sql`m.score`, descending: true },
      { by: sql`t.slug`, descending: false },
    ],
    json: ['aliases', 'evidence'],
  };
}

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
  return readPages(db, digestTopics(digests, includeDescendants), digests, window);
}

/** How many topics the papers of each digest have. */
export function countTopicsOfDigests(
  db: Db,
  digests: readonly number[],
  includeDescendants: boolean,
): Promise<Map<number, number>> {
  return countChildren(db, digestTopics(digests, includeDescendants), digests);
}

function digestTopics(digests: readonly number[], includeDescendants: boolean): ChildList {
  return {
    columns: sql`${columns}, m.n as "digestPaperCount"`,
    from: sql`(
      select d.digest_id, x.topic_id, count(*) as n from digest_paper d join topic_paper x on x.paper_id = d.paper_id
      where d.digest_id in ${ids(digests)}${includeDescendants ? empty : sql` and x.is_own = 1`}
      group by d.digest_id, x.topic_id
    ) m join topic t on t.id = m.topic_id`,
    parent: sql`m.digest_id`,
    where: [],
    order: [{ by: sql`m.n`, descending: true }, ...byName],
    json: ['aliases'],
  };
}

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
  columns: sql`${columns}, m.paper_count as "sharedPaperCount",
    ${float(sql`m.paper_count`)} * (select paper_count from corpus)
      / ((select s.own_paper_count from topic s where s.id = m.topic_id) * t.own_paper_count) as lift`,
  from: sql`topic_pair m join topic t on t.id = m.other_id`,
  parent: sql`m.topic_id`,
  member: sql`m.other_id`,
  where: [],
  order: [{ by: sql`m.paper_count`, descending: true }, ...byName],
  json: ['aliases'],
};
