import sql, { type Sql } from 'sql-template-tag';
import { paperConditions } from '../lists/filter/paper-filter';

/** Which papers go out; every condition must hold. */
export interface ExportFilter {
  /** Slugs of topics that are there: papers under one of them or a descendant; empty for all. */
  topics: readonly string[];
  /** YYYY-MM-DD: papers first seen on that day or later; of what no digest holds, published then. Null for all. */
  since: string | null;
}

/** What a day is written as. */
export const DAY_FORM = 'a day as YYYY-MM-DD';

/** Whether a filter leaves nothing out. */
export function isEverything({ topics, since }: ExportFilter): boolean {
  return topics.length === 0 && since === null;
}

/** The filter as conditions on `paper p`. */
export function exportConditions({ topics, since }: ExportFilter): Sql[] {
  return [
    ...(topics.length === 0 ? [] : paperConditions({ topics: { any: [...topics], includeDescendants: true } })),
    // Keys begin with the day of the first digest or, where there is none, of the publication.
    ...(since === null ? [] : [sql`p.first_seen_key >= ${since}`]),
  ];
}
