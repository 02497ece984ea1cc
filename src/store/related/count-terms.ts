import sql, { raw } from 'sql-template-tag';
import { type Db, ids, run } from '../sql';

/** Takes the papers out of the counts of their terms; a term that no paper has any more goes. */
export async function countTermsOut(db: Db, papers: readonly number[]): Promise<void> {
  await count(db, papers, '-');
  await run(
    db,
    sql`delete from term where paper_count = 0
          and id in (select term_id from paper_term where paper_id in ${ids(papers)})`,
  );
}

/** Puts the papers into the counts of their terms. */
export async function countTermsIn(db: Db, papers: readonly number[]): Promise<void> {
  await count(db, papers, '+');
}

async function count(db: Db, papers: readonly number[], sign: '+' | '-'): Promise<void> {
  await run(
    db,
    sql`update term set paper_count = paper_count ${raw(sign)} counted.n from (
          select term_id, count(*) as n from paper_term where paper_id in ${ids(papers)} group by term_id
        ) counted where counted.term_id = term.id`,
  );
}
