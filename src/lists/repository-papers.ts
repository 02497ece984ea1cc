import sql from 'sql-template-tag';
import type { Paper } from '../store/entities/paper/paper';
import type { Db } from '../store/sql';
import type { ChildList, Window } from './paging/list';
import type { Page } from './paging/page';
import { readPages } from './paging/read-pages';
import { PAPER_JSON, paperColumns } from './papers';

/** A paper with the link that joins it to a repository. */
export interface RepositoryPaperRow extends Paper {
  linkPosition: number;
}

const repositoryPapers: ChildList = {
  columns: (asked) => paperColumns(asked).and([{ by: 'm.position', as: 'linkPosition', isNumber: true }]),
  from: sql`paper_repository m join paper p on p.id = m.paper_id`,
  parent: sql`m.repository_id`,
  member: sql`m.paper_id`,
  where: [],
  order: [{ by: sql`m.first_seen_key`, as: 'firstSeenKey', descending: true }],
  json: PAPER_JSON,
};

/** A page of the papers of each repository, newest first. */
export function readPapersOfRepositories(
  db: Db,
  repositories: readonly number[],
  window: Window,
): Promise<Map<number, Page<RepositoryPaperRow>>> {
  return readPages(db, repositoryPapers, repositories, window);
}
