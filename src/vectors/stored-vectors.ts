import sql from 'sql-template-tag';
import { type Db, dear, ids, run } from '../store/sql';
import { insertRows } from '../store/write/insert-rows';
import type { TextVector } from './encode';

/** Coverage is stored in whole thousandths. */
const THOUSAND = 1000;

/** The vector of a text as it is stored; see PaperVector. */
export interface StoredVector {
  coverage: number;
  vector: string;
}

/** How the vector of a text is stored, if it has one. */
export function toStored(vector: TextVector | null): StoredVector {
  if (vector === null) return { coverage: 0, vector: '' };
  const { buffer, byteOffset, length } = vector.bytes;
  return {
    coverage: Math.round(vector.coverage * THOUSAND),
    vector: Buffer.from(buffer, byteOffset, length).toString('base64'),
  };
}

/** Stores the vectors of papers that have none yet. */
export async function writeVectors(
  db: Db,
  papers: readonly { paperPk: number; vector: StoredVector | null }[],
): Promise<void> {
  const rows = papers.flatMap(({ paperPk, vector }): [number, number, string][] =>
    vector === null ? [] : [[paperPk, vector.coverage, vector.vector]],
  );
  rows.sort(([one], [other]) => one - other);
  await insertRows(db, 'paper_vector', ['paper_id', 'coverage', 'vector'], rows);
}

export async function removeVectors(db: Db, papers: readonly number[]): Promise<void> {
  await run(db, sql`delete from paper_vector where paper_id in ${ids(papers)}`);
}

/** Removes the vectors of all papers. */
export async function clearVectors(db: Db): Promise<void> {
  await run(db, sql`delete from paper_vector`);
}

/** The vectors of papers; none of a paper that has none, because of its words or because vectors are turned off. */
export async function readVectors(db: Db, papers: readonly number[]): Promise<Map<number, TextVector>> {
  const rows = await run<StoredVector & { paperPk: number }>(
    dear(db),
    sql`select paper_id as "paperPk", coverage, vector from paper_vector where paper_id in ${ids(papers)} and coverage > 0`,
  );
  return new Map(
    rows.map(({ paperPk, coverage, vector }) => [
      paperPk,
      { coverage: coverage / THOUSAND, bytes: new Int8Array(Buffer.from(vector, 'base64')) },
    ]),
  );
}
