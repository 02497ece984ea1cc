import sql from 'sql-template-tag';
import type { RecordFormat } from '../../parse/records/tell-format';
import { type Db, ids, keys, run } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';

/** A stored source. */
export interface StoredSource {
  pk: number;
  /** The newest of its records when its import began; 0 when it had none. */
  newestPk: number;
}

/**
 * The source that a file is a state of: that of its name and format which has most records in common with the beginning of it, or
 * has none yet; a new one when there is none. Its import has begun then.
 *
 * @param hashes of the first records of the file
 */
export async function openSource(
  db: Db,
  { file, format }: { file: string; format: RecordFormat },
  hashes: readonly string[],
): Promise<StoredSource> {
  const now = new Date().toISOString();
  const [known] = await run<{ pk: number; newestPk: number; count: number }>(
    db,
    sql`select s.id as pk, coalesce((select max(r.id) from record r where r.source_id = s.id), 0) as "newestPk", (select count(*) from record r where r.source_id = s.id and r.hash in ${keys(hashes)}) as count
        from source s where s.file = ${file} and s.format = ${format}
          and (exists (select 1 from record r where r.source_id = s.id and r.hash in ${keys(hashes)})
            or not exists (select 1 from record r where r.source_id = s.id))
        order by count desc, s.id limit 1`,
  );
  if (known) {
    await run(db, sql`update source set imported_at = ${now}, is_complete = 0 where id = ${known.pk}`);
    return { pk: known.pk, newestPk: known.newestPk };
  }
  await insertRows(db, 'source', ['file', 'format', 'imported_at', 'is_complete'], [[file, format, now, 0]]);
  const [added] = await run<{ pk: number }>(
    db,
    sql`select max(id) as pk from source where file = ${file} and format = ${format}`,
  );
  return { pk: (added as { pk: number }).pk, newestPk: 0 };
}

/** Notes that all of a file is there; a source without a record is none. */
export async function closeSource(db: Db, pk: number): Promise<void> {
  await run(db, sql`update source set is_complete = 1 where id = ${pk}`);
  await run(
    db,
    sql`delete from source where id in ${ids([pk])} and not exists (select 1 from record r where r.source_id = ${pk})`,
  );
}
