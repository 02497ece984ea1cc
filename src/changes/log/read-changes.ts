import sql from 'sql-template-tag';
import { checkPosition, type Position } from '../../lists/paging/keyset';
import type { List, Window } from '../../lists/paging/list';
import type { Page } from '../../lists/paging/page';
import { countRows, readPage } from '../../lists/paging/read-pages';
import { columnsOf } from '../../store/columns';
import { Change } from '../../store/entities/change';
import { type Db, dear, limit, run, table } from '../../store/sql';

const changes: List = {
  columns: () => columnsOf(Change, 'c'),
  from: sql`change c`,
  where: [],
  order: [
    { by: sql`c.version`, as: 'version', descending: false, number: 'integer' },
    { by: sql`c.position`, as: 'position', descending: false, number: 'integer' },
  ],
};

/** A page of the change log, oldest first. */
export function readChangeLog(db: Db, window: Window): Promise<Page<Change>> {
  return readPage(db, changes, window);
}

/** The changes at these places, in any order. */
export function changesAt(db: Db, places: readonly LogPlace[]): Promise<Change[]> {
  const rows = places.map(({ version, position }) => [version, position]);
  return run(
    db,
    sql`select ${columnsOf(Change, 'c').sql} from ${table({ version: 'integer', position: 'integer' }, rows)} n
        join change c on c.version = n.version and c.position = n.position`,
  );
}

/** How many changes the log holds. */
export function countChangeLog(db: Db): Promise<number> {
  return countRows(dear(db), changes);
}

/** A place in the change log. */
export type LogPlace = Pick<Change, 'version' | 'position'>;

/**
 * The place that the position of a change in its list stands for.
 *
 * @throws WrongPosition when no change can have it
 */
export function toLogPlace(position: Position): LogPlace {
  const [version, at] = checkPosition(changes.order, position, 'after') as readonly [number, number];
  return { version, position: at };
}

/** Whether the log has one place in front of another. */
export function isInFrontOf(one: LogPlace, other: LogPlace): boolean {
  return one.version < other.version || (one.version === other.version && one.position < other.position);
}

/** What the log holds behind a place, and the version that this was read at. */
export interface News {
  /** Every change up to this version is among the changes, unless there are as many as were asked for. */
  corpusVersion: number;
  changes: Change[];
}

/** Reads at most `most` changes behind a place, in one snapshot with the version of the corpus. */
export async function readNews(db: Db, { version, position }: LogPlace, most: number): Promise<News> {
  const rows = await run<Change & { corpusVersion: number }>(
    db,
    sql`select v.version as "corpusVersion", n.* from corpus v left join (
          select ${columnsOf(Change, 'c').sql} from change c
          where c.version >= ${version} and (c.version > ${version} or c.position > ${position})
          order by c.version, c.position ${limit(most)}
        ) n on 1 = 1
        order by n.version, n.position`,
  );
  return { corpusVersion: rows[0]?.corpusVersion ?? 0, changes: rows.filter(({ action }) => action !== null) };
}

/** The end of the log as it is now. */
export async function readEndOfLog(db: Db): Promise<LogPlace> {
  const [last] = await run<LogPlace>(
    db,
    sql`select c.version, c.position from change c order by c.version desc, c.position desc limit 1`,
  );
  return last ?? { version: 0, position: -1 };
}
