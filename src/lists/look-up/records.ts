import sql from 'sql-template-tag';
import type { SourceRecord } from '../../parse/records/record';
import type { RecordFormat } from '../../parse/records/tell-format';
import { type Db, ids, run } from '../../store/sql';

/** What a source says of a paper, with where it stands. */
export interface StoredRecord {
  pk: number;
  paperPk: number;
  number: number;
  line: number | null;
  said: Omit<SourceRecord, 'number' | 'line'>;
  /** Of its source. */
  file: string;
  format: RecordFormat;
  importedAt: string;
  isComplete: 0 | 1;
}

/** All records of each paper: by file, and within a file in its order. */
export async function readRecordsOfPapers(db: Db, papers: readonly number[]): Promise<Map<number, StoredRecord[]>> {
  const rows = await run<Omit<StoredRecord, 'said'> & { said: string }>(
    db,
    sql`select r.id as pk, r.paper_id as "paperPk", r.number, r.line, r.said, s.file, s.format, s.imported_at as "importedAt",
          s.is_complete as "isComplete"
        from record r join source s on s.id = r.source_id where r.paper_id in ${ids(papers)}
        order by r.paper_id, s.file, s.id, r.number`,
  );
  const found = new Map<number, StoredRecord[]>(papers.map((pk) => [pk, []]));
  for (const row of rows) found.get(row.paperPk)?.push({ ...row, said: JSON.parse(row.said) as StoredRecord['said'] });
  return found;
}
