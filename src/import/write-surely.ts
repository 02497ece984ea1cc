import sql from 'sql-template-tag';
import type { ChangeSet } from '../changes/log/change-set';
import { messageOf, Problem } from '../problem';
import { type Db, run } from '../store/sql';
import type { Store } from '../store/store';

/** What a transaction has written: the version that it made, and what the log says under it. */
export interface Written {
  version: number;
  changes: ChangeSet;
}

/**
 * Does work in one transaction, and looks whether what it wrote is there.
 *
 * @param work says what it wrote, if anything
 * @throws Problem when it is not there, or nobody can tell, and whatever the work throws; nothing is stored then
 */
export async function writeSurely<Done extends { written: Written | null }>(
  store: Store,
  work: (db: Db) => Promise<Done>,
): Promise<Done> {
  let done: Done | undefined;
  try {
    await store.write(async (db) => {
      done = await work(db);
    });
  } catch (error) {
    const unanswered = done?.written;
    if (!unanswered || !(await lookAgain(store, unanswered))) throw error;
  }
  const { written } = done as Done;
  if (written && !(await lookFromOutside(store, written))) {
    throw new Problem('expected the database to hold what it has committed, got nothing of it; import the file again');
  }
  return done as Done;
}

/** Looks at what is committed, as anybody else does. */
async function lookFromOutside(store: Store, written: Written): Promise<boolean> {
  try {
    return await isStored(store.writer.manager, written);
  } catch {
    return lookAgain(store, written);
  }
}

/** Looks once nobody is writing any more: a commit that was not answered may be done, or still under way. */
async function lookAgain(store: Store, written: Written): Promise<boolean> {
  try {
    return await store.write((db) => isStored(db, written));
  } catch (error) {
    throw new Problem(
      `expected to hear whether it is stored, got no answer; import the file again, which does no harm: ${messageOf(error)}`,
    );
  }
}

/** Whether it is stored, whatever came after it: nobody changes what the log says under a version. */
async function isStored(db: Db, { version, changes }: Written): Promise<boolean> {
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
