import { digestsBySlug } from '../../lists/digests';
import type { PaperFilter } from '../../lists/filter/paper-filter';
import { papersBySlug } from '../../lists/papers';
import type { Change, ChangeKind } from '../../store/entities/change';
import type { Digest } from '../../store/entities/digest/digest';
import type { Paper } from '../../store/entities/paper/paper';
import type { Db } from '../../store/sql';

/** What subscribers want to hear of. Those with interests of the same name are answered by one reading. */
export interface Interest<Event> {
  name: string;
  /** The events in a part of the change log, in its order, in at most one statement. What is gone again makes none. */
  read(db: Db, changes: readonly Change[]): Promise<Event[]>;
}

/** Digests that were added or changed. */
export const digestsImported: Interest<Digest> = {
  name: 'digestsImported',
  read: async (db, changes) => {
    const slugs = slugsOf(changes, 'DIGEST', ['ADDED', 'CHANGED']);
    return slugs.length === 0 ? [] : inOrder(slugs, await digestsBySlug(db, slugs));
  },
};

/** Papers that were added and fit the filter. */
export function papersAdded(filter: PaperFilter): Interest<Paper> {
  return {
    name: `papersAdded ${JSON.stringify(filter)}`,
    read: async (db, changes) => {
      const slugs = slugsOf(changes, 'PAPER', ['ADDED']);
      return slugs.length === 0 ? [] : inOrder(slugs, await papersBySlug(db, slugs, filter));
    },
  };
}

function slugsOf(changes: readonly Change[], type: Change['type'], kinds: readonly ChangeKind[]): string[] {
  const keys = changes.filter((change) => change.type === type && kinds.includes(change.kind)).map(({ key }) => key);
  return [...new Set(keys)];
}

function inOrder<Row extends { slug: string }>(slugs: readonly string[], rows: readonly Row[]): Row[] {
  const rowOf = new Map(rows.map((row) => [row.slug, row]));
  return slugs.flatMap((slug) => rowOf.get(slug) ?? []);
}
