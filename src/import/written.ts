import sql from 'sql-template-tag';
import type { ChangeSet } from '../changes/log/change-set';
import { type Db, run } from '../store/sql';

/** What a transaction has written: the version that it made, and what the log says under it. */
export interface Written {
  version: number;
  changes: ChangeSet;
}

/** Whether it is stored, whatever came after it: nobody changes what the log says under a version. */
export async function isStored(db: Db, { version, changes }: Written): Promise<boolean> {
  const logged = await run<{ type: string; key: string; kind: string }>(
    db,
    sql`select type, key, kind from change where version = ${version} order by position`,
  );
  const expected = [...changes];
  return (
    logged.length === expected.length &&
    logged.every((line, place) => {
      const { type, key, action } = expected[place] as (typeof expected)[number];
      return line.type === type && line.key === key && line.kind === action;
    })
  );
}
