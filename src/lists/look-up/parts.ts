import sql from 'sql-template-tag';
import { type Db, run } from '../../store/sql';

/** What is listed in parts: by primary key, so that each is found at once, wherever it lies. */
export type Listed = 'paper' | 'topic' | 'digest' | 'repository';

const TABLES: Record<Listed, ReturnType<typeof sql>> = {
  paper: sql`paper`,
  topic: sql`topic`,
  digest: sql`digest`,
  repository: sql`repository`,
};

/**
 * How many parts all of a kind come to.
 *
 * @param size the most that a part holds
 */
export async function countParts(db: Db, of: Listed, size: number): Promise<number> {
  const [row] = await run<{ last: number | null }>(db, sql`select max(id) as "last" from ${TABLES[of]}`);
  return Math.ceil(Number(row?.last ?? 0) / size);
}

/**
 * The slugs of one part.
 *
 * @param part from 0
 */
export async function slugsOfPart(
  db: Db,
  of: Exclude<Listed, 'repository'>,
  part: number,
  size: number,
): Promise<string[]> {
  const rows = await run<{ slug: string }>(
    db,
    sql`select slug from ${TABLES[of]} where ${within(part, size)} order by id`,
  );
  return rows.map(({ slug }) => slug);
}

/** The repositories of one part. */
export function repositoriesOfPart(
  db: Db,
  part: number,
  size: number,
): Promise<{ host: string; owner: string; name: string }[]> {
  return run(db, sql`select host, owner, name from repository where ${within(part, size)} order by id`);
}

function within(part: number, size: number) {
  return sql`id > ${part * size} and id <= ${(part + 1) * size}`;
}
