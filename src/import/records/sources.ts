import sql from 'sql-template-tag';
import type { SourceRecord } from '../../parse/records/record';
import type { RecordFormat } from '../../parse/records/tell-format';
import { type Db, ids, keys, run } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import { recordHash } from './record-hash';

/** A stored source. */
export interface StoredSource {
  pk: number;
  /** The newest of its records when its import began; 0 when it had none. */
  newestPk: number;
}

/** What two states of one file have in common at least, of the records at the beginning of that which has fewer there. */
const ENOUGH_IN_COMMON = 0.5;

/**
 * The source that a file is a state of: that of its name and format with most records in common, by what they say or by their
 * keys, if these are enough; people have several files of one name. A new one when there is none. Its import has begun then.
 *
 * @param first the first records of the file
 */
export async function openSource(
  db: Db,
  { file, format }: { file: string; format: RecordFormat },
  first: readonly SourceRecord[],
): Promise<StoredSource> {
  const now = new Date().toISOString();
  const known = await run<{ pk: number }>(
    db,
    sql`select id as pk from source where file = ${file} and format = ${format} order by id`,
  );
  let [best, most]: [number | null, number] = [null, ENOUGH_IN_COMMON];
  for (const { pk } of known) {
    const share = await shareInCommon(db, pk, first);
    if (share < most || (share === most && best !== null)) continue;
    [best, most] = [pk, share];
  }
  if (best === null) {
    await insertRows(db, 'source', ['file', 'format', 'imported_at', 'is_complete'], [[file, format, now, 0]]);
    const [added] = await run<{ pk: number }>(
      db,
      sql`select max(id) as pk from source where file = ${file} and format = ${format}`,
    );
    return { pk: (added as { pk: number }).pk, newestPk: 0 };
  }
  await run(db, sql`update source set imported_at = ${now}, is_complete = 0 where id = ${best}`);
  const [newest] = await run<{ pk: number }>(
    db,
    sql`select coalesce(max(id), 0) as pk from record where source_id = ${best}`,
  );
  return { pk: best, newestPk: newest?.pk ?? 0 };
}

async function shareInCommon(db: Db, sourcePk: number, first: readonly SourceRecord[]): Promise<number> {
  const hashes = first.map(recordHash);
  const stored = await run<{ hash: string; number: number; said: string }>(
    db,
    sql`select hash, number, said from record where source_id = ${sourcePk} and number <= ${first.at(-1)?.number ?? 0}
        union select hash, number, said from record where source_id = ${sourcePk} and hash in ${keys(hashes)}`,
  );
  const storedHashes = new Set(stored.map(({ hash }) => hash));
  const storedKeys = new Set(stored.map(({ said }) => (JSON.parse(said) as { key: string | null }).key));
  const common = first.filter(
    ({ key }, index) => storedHashes.has(hashes[index] as string) || (key !== null && storedKeys.has(key)),
  );
  return common.length / Math.max(1, Math.min(first.length, stored.length));
}

/** Notes that all of a file is there; a source without a record is none. */
export async function closeSource(db: Db, pk: number): Promise<void> {
  await run(db, sql`update source set is_complete = 1 where id = ${pk}`);
  await run(
    db,
    sql`delete from source where id in ${ids([pk])} and not exists (select 1 from record r where r.source_id = ${pk})`,
  );
}
