import sql, { type Sql } from 'sql-template-tag';
import type { Asked } from '../store/asked';
import { type Columns, columnsOf } from '../store/columns';
import { Topic } from '../store/entities/topic/topic';
import { type Db, ids, keys, parseJson, run } from '../store/sql';
import { readFolded } from './paging/fold';
import type { OrderTerm } from './paging/keyset';
import type { Fold, Window } from './paging/list';
import type { Page } from './paging/page';
import { countRows, readPage } from './paging/read-pages';

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

/** The columns of a topic, of `topic t`. */
export function topicColumns(asked?: Asked): Columns {
  return columnsOf(Topic, 't', asked);
}

/** Topics by name, of `topic t`. */
export const topicsByName: OrderTerm[] = [
  { by: sql`t.name_key`, as: 'nameKey', descending: false },
  { by: sql`t.slug`, as: 'slug', descending: false },
];

/** Topics by primary key, in any order. */
export async function topicsByPk(db: Db, pks: readonly number[]): Promise<Topic[]> {
  return parseJson(await run<Topic>(db, sql`select ${topicColumns().sql} from topic t where t.id in ${ids(pks)}`), [
    'aliases',
  ]);
}

/** Topics by slug, in any order. */
export async function topicsBySlug(db: Db, slugs: readonly string[], folds: readonly Fold[] = []): Promise<Topic[]> {
  const { sql: columns, list } = topicColumns();
  const statement = sql`select ${columns} from topic t where t.slug in ${keys(slugs)}`;
  return parseJson(await readFolded<Topic>(db, statement, list, { folds, limit: slugs.length }), ['aliases']);
}

/** A page of all topics. */
export function readTopics(db: Db, filter: TopicFilter, order: TopicOrder, window: Window): Promise<Page<Topic>> {
  return readPage(
    db,
    { columns: topicColumns, from: sql`topic t`, where: conditions(filter), order: terms(order), json: ['aliases'] },
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
  if (order.field === 'PAPER_COUNT')
    return [{ by: sql`t.paper_count`, as: 'paperCount', descending, number: 'integer' }, ...topicsByName];
  return topicsByName.map((term) => ({ ...term, descending }));
}

function conditions(filter: TopicFilter): Sql[] {
  const found: Sql[] = [];
  if (filter.parent != null) found.push(sql`t.parent_id = (select f.id from topic f where f.slug = ${filter.parent})`);
  if (filter.isRoot != null) found.push(filter.isRoot ? sql`t.parent_id is null` : sql`t.parent_id is not null`);
  if (filter.hasPapers != null) found.push(filter.hasPapers ? sql`t.paper_count > 0` : sql`t.paper_count = 0`);
  return found;
}
