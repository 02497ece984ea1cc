import sql, { join } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../../../lists/filter/as-papers';
import type { PaperFilter } from '../../../lists/filter/paper-filter';
import { letOthersRun } from '../../../store/reading/let-others-run';
import { type Db, ids, run } from '../../../store/sql';

/** Those of the documents that pass a filter, in the same order; all of them papers if it sets a condition. */
export async function docsThatPass(db: Db, filter: PaperFilter, docs: readonly number[]): Promise<readonly number[]> {
  const conditions = conditionsOfIds(filter);
  if (conditions.length === 0 || docs.length === 0) return docs;
  const rows = await run<{ doc: number }>(
    db,
    sql`select p.doc from ${asPapers(sql`select id as doc from ${ids(docs)} looked`)}
        where ${join(conditions, ' and ')}`,
  );
  await letOthersRun(db);
  const passing = new Set(rows.map(({ doc }) => doc));
  return docs.filter((doc) => passing.has(doc));
}
