import sql, { join, raw } from 'sql-template-tag';
import { type Db, ids, run, type Scalar } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import { leavingSlugs, type PaperChange, showsSame } from './paper-changes';
import type { SettledPaper } from './settle-paper';

/** What is stored of what a paper shows, in the order of its columns. */
const COLUMNS = [
  'title_key',
  'title',
  'abstract',
  'authors',
  'arxiv_id',
  'doi',
  'published_on',
  'venue',
  'categories',
  'is_withdrawn',
  'first_seen_on',
  'first_seen_key',
  'trending_score',
] as const;

function valuesOf(titleKey: string, is: SettledPaper): Scalar[] {
  return [
    titleKey,
    is.title,
    is.abstract,
    asJson(is.authors),
    is.arxivId,
    is.doi,
    is.publishedOn,
    is.venue,
    asJson(is.categories),
    is.isWithdrawn ? 1 : 0,
    is.firstSeenOn,
    is.firstSeenKey,
    is.trendingScore,
  ];
}

/** Stores papers that are new. */
export async function addPapers(db: Db, added: readonly PaperChange[]): Promise<void> {
  const rows = added.flatMap(({ slug, titleKey, is }) => (is ? [[slug, ...valuesOf(titleKey, is)]] : []));
  await insertRows(db, 'paper', ['slug', ...COLUMNS], rows);
}

/** Stores what papers show now, where that has changed, and what they are called. */
export async function updatePapers(db: Db, changes: readonly PaperChange[]): Promise<void> {
  const leaving = leavingSlugs(changes).map(({ pk }) => pk);
  // They get out of the way first: no two papers have one slug, not even for a moment.
  if (leaving.length > 0) await run(db, sql`update paper set slug = '~' || slug where id in ${ids(leaving)}`);
  const moved: number[] = [];
  for (const { slug, titleKey, was, is } of changes) {
    if (!was || !is || (was.slug === slug && showsSame(was, is))) continue;
    const values = valuesOf(titleKey, is);
    const columns = COLUMNS.map((column, index) => sql`${raw(column)} = ${values[index]}`);
    await run(db, sql`update paper set slug = ${slug}, ${join(columns)} where id = ${was.pk}`);
    if (was.firstSeenKey !== is.firstSeenKey) moved.push(was.pk);
  }
  await copyFirstSeen(db, moved);
}

/** The tables that hold copies of the key, and whether it is a part of a key there. */
const COPIES = { topic_paper: true, paper_label: true, benchmark_paper: true, paper_repository: false } as const;

/** Brings the copies of keys of papers that were first seen elsewhere than before up to date. */
export async function copyFirstSeen(db: Db, moved: readonly number[]): Promise<void> {
  if (moved.length === 0) return;
  for (const [name, isUnique] of Object.entries(COPIES)) {
    const copy = raw(name);
    // Papers that change places with each other hold each other's keys: all get out of the way first.
    if (isUnique) {
      await run(db, sql`update ${copy} set first_seen_key = first_seen_key || '~' where paper_id in ${ids(moved)}`);
    }
    await run(
      db,
      sql`update ${copy} set first_seen_key = (select p.first_seen_key from paper p where p.id = ${copy}.paper_id)
          where paper_id in ${ids(moved)}`,
    );
  }
}

function asJson(list: readonly unknown[] | null): string | null {
  return list && JSON.stringify(list);
}
