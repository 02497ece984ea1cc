import sql, { join } from 'sql-template-tag';
import { type Db, limit, run } from '../store/sql';
import { type ExportFilter, exportConditions } from './export-filter';

/** Papers whose rows are in memory at a time. */
const PAPERS_AT_A_TIME = 50;

/** Papers that one statement holds against a filter at most: where few fit, none is gone through for long. */
const PAPERS_LOOKED_AT = 1_000;

/** The papers that fit a filter, some primary keys at a time, in their order; each page is read when it is asked for. */
export async function* paperPages(db: Db, filter: ExportFilter): AsyncGenerator<number[]> {
  for (let last = 0; ; ) {
    const end = await endOfStretch(db, last);
    if (end === null) return;
    for (;;) {
      const page = await pageWithin(db, filter, last, end);
      if (page.length > 0) yield page;
      if (page.length < PAPERS_AT_A_TIME) break;
      last = page.at(-1) as number;
    }
    last = end;
  }
}

/** The last of so many papers behind one; null where there are no more. */
async function endOfStretch(db: Db, last: number): Promise<number | null> {
  const [row] = await run<{ end: number | null }>(
    db,
    sql`select max(s.id) as "end" from (select id from paper where id > ${last} order by id ${limit(PAPERS_LOOKED_AT)}) s`,
  );
  return row?.end ?? null;
}

async function pageWithin(db: Db, filter: ExportFilter, last: number, end: number): Promise<number[]> {
  const conditions = [sql`p.id > ${last}`, sql`p.id <= ${end}`, ...exportConditions(filter)];
  const rows = await run<{ pk: number }>(
    db,
    sql`select p.id as pk from paper p where ${join(conditions, ' and ')} order by p.id ${limit(PAPERS_AT_A_TIME)}`,
  );
  return rows.map(({ pk }) => pk);
}
