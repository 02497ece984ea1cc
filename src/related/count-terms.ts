import sql, { type Sql } from 'sql-template-tag';
import { type Db, run, table } from '../store/sql';

/** Puts papers into the counts of their terms, given as the keys of each paper. */
export async function countTermsIn(db: Db, papers: readonly (readonly string[])[]): Promise<void> {
  await run(
    db,
    // `where true` tells SQLite that `on conflict` is no condition of a join.
    sql`insert into term (key, paper_count) select key, n from ${counted(papers)} counted where true
        on conflict (key) do update set paper_count = term.paper_count + excluded.paper_count`,
  );
}

/** Takes papers out of the counts of their terms; a term that no paper has any more goes. */
export async function countTermsOut(db: Db, papers: readonly (readonly string[])[]): Promise<void> {
  await run(
    db,
    sql`update term set paper_count = term.paper_count - counted.n from ${counted(papers)} counted
        where counted.key = term.key`,
  );
  await run(db, sql`delete from term where paper_count = 0 and key in (select key from ${counted(papers)} counted)`);
}

/** The terms, and how many of the papers have each; in order, so that neighbours in the table are written together. */
function counted(papers: readonly (readonly string[])[]): Sql {
  const papersOf = new Map<string, number>();
  for (const terms of papers) for (const key of terms) papersOf.set(key, (papersOf.get(key) ?? 0) + 1);
  const rows = [...papersOf].sort(([one], [other]) => (one < other ? -1 : 1));
  return table({ key: 'text', n: 'integer' }, rows);
}
