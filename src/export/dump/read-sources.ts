import sql from 'sql-template-tag';
import type { RecordFormat } from '../../parse/records/tell-format';
import { type Db, limit, run } from '../../store/sql';
import type { ExportFilter } from '../export-filter';
import { conditionOf, fits, fittingIn, type Held, ROWS_AT_A_TIME } from './fitting';

/** A file of records as it is stored. */
export interface SourceRow {
  pk: number;
  file: string;
  format: RecordFormat;
  importedAt: string;
  isComplete: 0 | 1;
}

/** A record as it is stored, and of which paper it is. */
export interface RecordRow {
  pk: number;
  number: number;
  line: number | null;
  /** JSON. */
  said: string;
  paper: string;
}

/** Files of records, some at a time, in the order in which they were stored; under a filter some may say nothing that fits it. */
export async function* sourcePages(db: Db): AsyncGenerator<SourceRow[]> {
  for (let last = 0; ; ) {
    const page = await run<SourceRow>(
      db,
      sql`select s.id as pk, s.file, s.format, s.imported_at as "importedAt", s.is_complete as "isComplete"
          from source s where s.id > ${last} order by s.id ${limit(ROWS_AT_A_TIME)}`,
    );
    yield page;
    if (page.length < ROWS_AT_A_TIME) return;
    last = (page.at(-1) as SourceRow).pk;
  }
}

/** What a file says of papers that fit a filter, in its order, some records at a time. */
export async function* recordPages(db: Db, sourcePk: number, filter: ExportFilter): AsyncGenerator<RecordRow[]> {
  for (let last = { number: 0, pk: 0 }; ; ) {
    const page = await run<Held<RecordRow>>(
      db,
      sql`select r.id as pk, r.number, r.line, r.said, p.slug as paper, ${fits(conditionOf(filter))}
          from record r join paper p on p.id = r.paper_id
          where r.source_id = ${sourcePk} and (r.number, r.id) > (${last.number}, ${last.pk})
          order by r.number, r.id ${limit(ROWS_AT_A_TIME)}`,
    );
    yield fittingIn<RecordRow>(page);
    if (page.length < ROWS_AT_A_TIME) return;
    last = page.at(-1) as RecordRow;
  }
}
