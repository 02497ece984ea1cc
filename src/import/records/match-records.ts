import sql from 'sql-template-tag';
import type { SourceRecord } from '../../parse/records/record';
import { type Db, ids, keys, run, table } from '../../store/sql';
import { type RecordInSource, type Said, type Statement, statementOf } from '../papers/mentions';
import { recordHash } from './record-hash';
import type { SeenRecords } from './seen-records';
import type { StoredSource } from './sources';

/** Records of a file beside those that are stored of it. */
export interface MatchedRecords {
  /** Those that are not stored, each with the paper of the one in whose place it stands. */
  added: Statement[];
  /** Stored ones in whose place others stand. */
  replaced: Statement[];
  /** Primary keys of those that are stored as they are. */
  kept: number[];
}

/** A stored record without what it says, which is much to read. */
interface StoredPlace {
  pk: number;
  number: number;
  line: number | null;
  hash: string;
}

interface StoredRow extends RecordInSource {
  pk: number;
  paperPk: number;
}

/**
 * Finds the stored records among those that a file has at some place: by what they say, wherever it stood. One that is not found
 * stands in the place of a stored one that has the same key of the source or, where they have none, the same number. The
 * numbers and lines of those that have moved are brought up to date. A file that says the same twice has two records of it.
 *
 * @param before the source as it was, and which of its records those before these are
 */
export async function matchRecords(
  db: Db,
  of: Pick<RecordInSource, 'sourcePk' | 'format'>,
  records: readonly SourceRecord[],
  before: { source: StoredSource; seen: SeenRecords },
): Promise<MatchedRecords> {
  const incoming = records.map((record) => {
    const { number, line, ...said } = record;
    return { number, line, said, hash: recordHash(record) };
  });
  const numbers = new Set(records.map(({ number }) => number));
  // What has come since stands where it stood in the file, whoever has imported it.
  const isOfOthers = ({ pk, number }: StoredPlace): boolean =>
    before.seen.has(pk) || (pk > before.source.newestPk && !numbers.has(number));
  const stored = (await readPlaces(db, of.sourcePk, incoming)).filter((row) => !isOfOthers(row));
  const byHash = new Map<string, StoredPlace[]>();
  for (const row of stored) byHash.set(row.hash, [...(byHash.get(row.hash) ?? []), row]);
  const moved: [pk: number, number: number, line: number | null][] = [];
  const kept = new Set<number>();
  const unknown = incoming.filter(({ hash, number, line }) => {
    const same = byHash.get(hash);
    const found = same?.find((row) => row.number === number) ?? same?.[0];
    if (same === undefined || found === undefined) return true;
    same.splice(same.indexOf(found), 1);
    kept.add(found.pk);
    if (found.number !== number || found.line !== line) moved.push([found.pk, number, line]);
    return false;
  });
  await move(db, moved);
  const left = await readRows(
    db,
    of.format,
    stored.flatMap(({ pk }) => (kept.has(pk) ? [] : [pk])),
  );
  const replaced: Statement[] = [];
  const added = unknown.map(({ number, line, said, hash }) => {
    const former = left.find((row) => (said.key === null ? row.number === number : row.said.key === said.key));
    if (former) {
      left.splice(left.indexOf(former), 1);
      replaced.push(storedStatement(former));
    }
    const record = { pk: null, ...of, number, line, said, hash };
    return statementOf(record, { paperPk: null, formerPaperPk: former?.paperPk ?? null });
  });
  return { added, replaced, kept: [...kept] };
}

/** Records that are stored, by primary key. */
export async function storedStatements(
  db: Db,
  format: RecordInSource['format'],
  pks: readonly number[],
): Promise<Statement[]> {
  return (await readRows(db, format, pks)).map(storedStatement);
}

/** What is stored of a source that says the same as records, or stands where they do. */
function readPlaces(
  db: Db,
  sourcePk: number,
  incoming: readonly { number: number; hash: string }[],
): Promise<StoredPlace[]> {
  const place = sql`id as pk, number, line, hash`;
  return run(
    db,
    sql`select ${place} from record
        where source_id = ${sourcePk} and hash in ${keys(incoming.map(({ hash }) => hash))}
        union
        select ${place} from record
        where source_id = ${sourcePk} and number in ${ids(incoming.map(({ number }) => number))}
        order by number`,
  );
}

/** Records that are stored, by primary key; in the order of their numbers. */
async function readRows(db: Db, format: RecordInSource['format'], pks: readonly number[]): Promise<StoredRow[]> {
  if (pks.length === 0) return [];
  const rows = await run<Omit<StoredRow, 'said' | 'format'> & { said: string }>(
    db,
    sql`select id as pk, source_id as "sourcePk", number, line, hash, paper_id as "paperPk", said
        from record where id in ${ids(pks)} order by number`,
  );
  return rows.map((row) => ({ ...row, format, said: JSON.parse(row.said) as Said }));
}

function storedStatement({ paperPk, ...record }: StoredRow): Statement {
  return statementOf(record, { paperPk, formerPaperPk: null });
}

async function move(db: Db, moved: readonly (readonly [number, number, number | null])[]): Promise<void> {
  if (moved.length === 0) return;
  await run(
    db,
    sql`update record set number = given.number, line = given.line
        from ${table({ id: 'integer', number: 'integer', line: 'integer' }, moved)} given where given.id = record.id`,
  );
}
