import sql from 'sql-template-tag';
import { type Db, ids, keys, run, type Scalar, table } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import type { Statement } from './mentions';
import { recordTitleKey } from './read-kin';

/** A record and the paper that it is now stored under. */
export interface PlacedStatement {
  statement: Statement;
  paperPk: number;
}

/** Stores which paper each record is of: new records with the keys by which they are found, and those that have another paper now. */
export async function writeRecords(db: Db, placed: readonly PlacedStatement[]): Promise<void> {
  const moved = placed.flatMap(({ statement: { record, paperPk: before }, paperPk }) =>
    record.pk !== null && before !== paperPk ? [[record.pk, paperPk]] : [],
  );
  if (moved.length > 0) {
    await run(
      db,
      sql`update record set paper_id = given.paper from ${table({ id: 'integer', paper: 'integer' }, moved)} given
          where given.id = record.id`,
    );
  }
  const added = placed.filter(({ statement }) => statement.record.pk === null);
  if (added.length === 0) return;
  await insertRows(
    db,
    'record',
    ['source_id', 'number', 'line', 'hash', 'paper_id', 'said'],
    added.map(({ statement: { record }, paperPk }) => [
      record.sourcePk,
      record.number,
      record.line,
      record.hash,
      paperPk,
      JSON.stringify(record.said),
    ]),
  );
  const pkOf = await pksOf(db, added);
  const recordKeys = added.flatMap(({ statement }) => {
    const pk = pkOf.get(placeOf(statement.record)) as number;
    return keysOf(statement).map((key): Scalar[] => [key, pk]);
  });
  await insertRows(db, 'record_key', ['key', 'record_id'], recordKeys);
}

/** Removes records that are no more. */
export async function removeRecords(db: Db, gone: readonly Statement[]): Promise<void> {
  const pks = gone.flatMap(({ record }) => record.pk ?? []);
  if (pks.length > 0) await run(db, sql`delete from record where id in ${ids(pks)}`);
}

function keysOf({ identifiers, titleKey }: Statement): string[] {
  return [...new Set([...identifiers, ...(titleKey === null ? [] : [recordTitleKey(titleKey)])])];
}

async function pksOf(db: Db, added: readonly PlacedStatement[]): Promise<Map<string, number>> {
  const rows = await run<{ pk: number; sourcePk: number; number: number; hash: string }>(
    db,
    sql`select id as pk, source_id as "sourcePk", number, hash from record
        where source_id in ${ids([...new Set(added.map(({ statement }) => statement.record.sourcePk))])}
          and hash in ${keys(added.map(({ statement }) => statement.record.hash))}`,
  );
  return new Map(rows.map((row) => [placeOf(row), row.pk]));
}

/** One record has it of all that ever stand in a source together. */
function placeOf({ sourcePk, number, hash }: { sourcePk: number; number: number; hash: string }): string {
  return `${sourcePk}/${number}/${hash}`;
}
