import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../store/columns';
import { Repository } from '../store/entities/repository';
import { type Db, ids, keys, run } from '../store/sql';
import type { OrderTerm } from './paging/keyset';
import { fixed, type Window } from './paging/list';
import type { Page } from './paging/page';
import { countRows, readPage } from './paging/read-pages';

/** Which repositories; every condition must hold, letter case does not count. */
export interface RepositoryFilter {
  host?: string | null;
  owner?: string | null;
}

export type RepositoryOrderField = 'NAME' | 'PAPER_COUNT';

export interface RepositoryOrder {
  field: RepositoryOrderField;
  direction: 'ASC' | 'DESC';
}

const columns = columnsOf(Repository, 'r');

/** Repositories by primary key, in any order. */
export function repositoriesByPk(db: Db, pks: readonly number[]): Promise<Repository[]> {
  return run(db, sql`select ${columns.sql} from repository r where r.id in ${ids(pks)}`);
}

/** Repositories by host/owner/name in lower case, in any order. */
export function repositoriesByKey(db: Db, repositoryKeys: readonly string[]): Promise<Repository[]> {
  return run(db, sql`select ${columns.sql} from repository r where r.key in ${keys(repositoryKeys)}`);
}

/** A page of all repositories. */
export function readRepositories(
  db: Db,
  filter: RepositoryFilter,
  order: RepositoryOrder,
  window: Window,
): Promise<Page<Repository>> {
  return readPage(
    db,
    { columns: () => columns, from: sql`repository r`, where: conditions(filter), order: terms(order) },
    window,
  );
}

/** How many repositories there are. */
export async function countRepositories(db: Db, filter: RepositoryFilter): Promise<number> {
  const where = conditions(filter);
  if (where.length > 0) return countRows(db, { from: sql`repository r`, where });
  const [corpus] = await run<{ n: number }>(db, sql`select repository_count as n from corpus`);
  return corpus?.n ?? 0;
}

/** By count, repositories with equally many papers follow one another by name whichever way the counts run. */
function terms(order: RepositoryOrder): OrderTerm[] {
  const descending = order.direction === 'DESC';
  if (order.field === 'NAME') return [{ by: sql`r.key`, as: 'key', descending }];
  const count = descending ? { by: sql`r.count_key`, as: 'countKey' } : { by: sql`r.paper_count`, as: 'paperCount' };
  return [
    { ...count, descending: false, number: 'integer' },
    { by: sql`r.key`, as: 'key', descending: false },
  ];
}

function conditions(filter: RepositoryFilter): Sql[] {
  const host = filter.host?.toLowerCase();
  const owner = filter.owner?.toLowerCase();
  return [
    ...(host === undefined ? [] : [sql`r.host = ${host}`]),
    ...(owner === undefined ? [] : [sql`lower(r.owner) = ${owner}`]),
  ];
}

/** A repository of a paper, and the link that joins them. */
export interface PaperRepositoryRow extends Repository {
  linkPosition: number;
}

/** The repositories of each paper, in order of appearance. */
export const repositoriesOfPaper = fixed<PaperRepositoryRow>('Paper.repositories', ['postgres'], {
  columns: () => columns.and([{ by: 'm.position', as: 'linkPosition', isNumber: true }]),
  from: sql`paper_repository m join repository r on r.id = m.repository_id`,
  parent: sql`m.paper_id`,
  where: [],
  order: [{ by: sql`m.position`, as: 'linkPosition', descending: false, number: 'integer' }],
});

/** The repository of each primary key. */
export const repositoryOf = fixed<Repository>('PaperLink.repository', ['postgres'], {
  columns: () => columns,
  from: sql`repository r`,
  parent: sql`r.id`,
  where: [],
  order: [{ by: sql`r.id`, as: 'pk', descending: false, number: 'integer' }],
});
