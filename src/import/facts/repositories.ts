import sql from 'sql-template-tag';
import { type Db, ids, run } from '../../store/sql';
import { countRows } from '../../store/write/corpus';

/** Primary keys of the repositories that the papers link to. */
export async function repositoriesOf(db: Db, papers: readonly number[]): Promise<number[]> {
  const rows = await run<{ pk: number }>(
    db,
    sql`select distinct repository_id as pk from paper_repository where paper_id in ${ids(papers)}`,
  );
  return rows.map(({ pk }) => pk);
}

/**
 * Spells each repository as most of its links do; among equals the first in code-point order, so that it is settled.
 *
 * @returns those whose spelling changed
 */
export async function spellRepositories(db: Db, repositories: readonly number[]): Promise<number[]> {
  if (repositories.length === 0) return [];
  const spellings = await run<{ pk: number; owner: string; name: string }>(
    db,
    sql`select spelled.pk, spelled.owner, spelled.name from (
          select l.repository_id as pk, l.spelled_owner as owner, l.spelled_name as name,
            row_number() over (
              partition by l.repository_id order by count(*) desc, l.spelled_owner, l.spelled_name
            ) as place
          from paper_link l where l.repository_id in ${ids(repositories)}
          group by l.repository_id, l.spelled_owner, l.spelled_name
        ) spelled join repository r on r.id = spelled.pk
        where spelled.place = 1 and (r.owner <> spelled.owner or r.name <> spelled.name)`,
  );
  for (const { pk, owner, name } of spellings) {
    await run(db, sql`update repository set owner = ${owner}, name = ${name} where id = ${pk}`);
  }
  return spellings.map(({ pk }) => pk);
}

/** Deletes the repositories that no paper links to, and tells which they were. */
export async function deleteUnlinkedRepositories(db: Db): Promise<number[]> {
  const unlinked = await run<{ pk: number }>(db, sql`select id as pk from repository where paper_count = 0`);
  if (unlinked.length === 0) return [];
  await run(db, sql`delete from repository where paper_count = 0`);
  await countRows(db, 'repository', -unlinked.length);
  return unlinked.map(({ pk }) => pk);
}
