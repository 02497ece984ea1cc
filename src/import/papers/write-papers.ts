import sql from 'sql-template-tag';
import { type Db, ids, run } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import { type PaperChange, showsSame } from './paper-changes';
import type { SettledPaper } from './settle-paper';

/** Stores papers that are new. */
export async function addPapers(db: Db, added: readonly PaperChange[]): Promise<void> {
  const rows = added.flatMap(({ slug, titleKey, is }) =>
    is
      ? [
          [
            slug,
            titleKey,
            is.title,
            is.abstract,
            authorsIn(is),
            is.arxivId,
            is.firstSeenOn,
            is.firstSeenKey,
            is.trendingScore,
          ],
        ]
      : [],
  );
  await insertRows(
    db,
    'paper',
    [
      'slug',
      'title_key',
      'title',
      'abstract',
      'authors',
      'arxiv_id',
      'first_seen_on',
      'first_seen_key',
      'trending_score',
    ],
    rows,
  );
}

/** Stores what papers show now, where that has changed. */
export async function updatePapers(db: Db, changes: readonly PaperChange[]): Promise<void> {
  const moved: number[] = [];
  for (const { titleKey, was, is } of changes) {
    if (!was || !is || showsSame(was, is)) continue;
    await run(
      db,
      sql`update paper set title_key = ${titleKey}, title = ${is.title}, abstract = ${is.abstract},
            authors = ${authorsIn(is)}, arxiv_id = ${is.arxivId}, first_seen_on = ${is.firstSeenOn}, first_seen_key = ${is.firstSeenKey}, trending_score = ${is.trendingScore} where id = ${was.pk}`,
    );
    if (was.firstSeenKey !== is.firstSeenKey) moved.push(was.pk);
  }
  if (moved.length === 0) return;
  // Papers that change places with each other hold each other's keys, which are unique: all get out of the way first.
  await run(db, sql`update topic_paper set first_seen_key = first_seen_key || '~' where paper_id in ${ids(moved)}`);
  for (const table of ['topic_paper', 'paper_repository'] as const) await copyFirstSeenKeys(db, table, moved);
}

function authorsIn({ authors }: SettledPaper): string | null {
  return authors && JSON.stringify(authors);
}

async function copyFirstSeenKeys(
  db: Db,
  table: 'topic_paper' | 'paper_repository',
  papers: readonly number[],
): Promise<void> {
  const copies = {
    topic_paper: sql`update topic_paper set first_seen_key =
      (select p.first_seen_key from paper p where p.id = topic_paper.paper_id) where paper_id in ${ids(papers)}`,
    paper_repository: sql`update paper_repository set first_seen_key =
      (select p.first_seen_key from paper p where p.id = paper_repository.paper_id) where paper_id in ${ids(papers)}`,
  };
  await run(db, copies[table]);
}
