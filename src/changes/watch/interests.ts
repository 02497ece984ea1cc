import { digestsBySlug } from '../../lists/digest/digests';
import type { PaperFilter } from '../../lists/filter/paper-filter';
import { papersBySlug } from '../../lists/papers';
import type { Change, ChangeAction, ChangedType } from '../../store/entities/change';
import type { Digest } from '../../store/entities/digest/digest';
import type { Paper } from '../../store/entities/paper/paper';
import type { Db } from '../../store/sql';
import type { LogPlace } from '../log/read-changes';

/** Something that a line of the change log tells. */
export interface LiveEvent<Row> {
  /** Where the line stands. */
  place: LogPlace;
  row: Row;
}

/** What subscribers want to hear of. Those with interests of the same name are answered by one reading. */
export interface Interest<Row> {
  name: string;
  /** The events in a part of the change log, at most one for a line, in its order, in at most one statement. */
  read(db: Db, changes: readonly Change[]): Promise<LiveEvent<Row>[]>;
}

/** Which lines of the change log; null for all. */
export interface ChangeFilter {
  actions: readonly ChangeAction[] | null;
  types: readonly ChangedType[] | null;
}

/** Lines of the change log themselves. */
export function changesOccurred(filter: ChangeFilter): Interest<Change> {
  const { actions, types } = filter;
  return {
    name: `changesOccurred ${JSON.stringify(filter)}`,
    read: async (_, changes) =>
      changes
        .filter(({ action, type }) => (actions?.includes(action) ?? true) && (types?.includes(type) ?? true))
        .map((row) => ({ place: placeOf(row), row })),
  };
}

/** Digests that were added or changed. What is gone again makes no event. */
export const digestsImported: Interest<Digest> = {
  name: 'digestsImported',
  read: (db, changes) =>
    eventsOf(linesOf(changes, 'DIGEST', ['ADDED', 'CHANGED']), (slugs) => digestsBySlug(db, slugs)),
};

/** Papers that were added and fit the filter. What is gone again makes no event. */
export function papersAdded(filter: PaperFilter): Interest<Paper> {
  return {
    name: `papersAdded ${JSON.stringify(filter)}`,
    read: (db, changes) => eventsOf(linesOf(changes, 'PAPER', ['ADDED']), (slugs) => papersBySlug(db, slugs, filter)),
  };
}

function linesOf(changes: readonly Change[], type: ChangedType, actions: readonly ChangeAction[]): Change[] {
  return changes.filter((change) => change.type === type && actions.includes(change.action));
}

async function eventsOf<Row extends { slug: string }>(
  lines: readonly Change[],
  read: (slugs: string[]) => Promise<Row[]>,
): Promise<LiveEvent<Row>[]> {
  if (lines.length === 0) return [];
  const rows = await read([...new Set(lines.map(({ key }) => key))]);
  const rowOf = new Map(rows.map((row) => [row.slug, row]));
  return lines.flatMap((line) => {
    const row = rowOf.get(line.key);
    return row ? [{ place: placeOf(line), row }] : [];
  });
}

function placeOf({ version, position }: Change): LogPlace {
  return { version, position };
}
