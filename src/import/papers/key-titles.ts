import sql from 'sql-template-tag';
import { ChangeSet } from '../../changes/log/change-set';
import { writeChanges } from '../../changes/log/write-changes';
import { titleKey } from '../../parse/sameness/title';
import { type Db, run, table } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import type { FactReader } from '../facts/facts';
import { settleKin } from './paper-changes';
import { writePapers } from './place-papers';

/** Titles at a time: bounds memory, and the number of values in a statement. */
const TITLES_AT_A_TIME = 500;

/**
 * Gives the papers of an earlier version their title keys, and parts and joins them as their printings would be if they were
 * imported now. One transaction; does nothing when all have one.
 *
 * @returns whether anything was written
 */
export async function keyTitles(store: Store, reader: FactReader): Promise<boolean> {
  if (!(await isMissing(store.reader))) return false;
  return store.write(async (db) => {
    // Another process may have been faster.
    if (!(await isMissing(db))) return false;
    await addKeys(db);
    const log = new ChangeSet();
    const doubtful = await doubtfulKeys(db);
    for (let start = 0; start < doubtful.length; start += TITLES_AT_A_TIME) {
      const titleKeys = doubtful.slice(start, start + TITLES_AT_A_TIME);
      const changes = await settleKin(db, { titleKeys, identifiers: [] });
      await writePapers(db, changes, reader, log);
    }
    await writeCorpus(db);
    await writeChanges(db, log);
    return true;
  });
}

async function isMissing(db: Db): Promise<boolean> {
  return (await run(db, sql`select 1 from paper where title_key = '' limit 1`)).length > 0;
}

async function addKeys(db: Db): Promise<void> {
  for (;;) {
    const papers = await run<{ pk: number; title: string }>(
      db,
      sql`select id as pk, title from paper where title_key = '' order by id limit ${TITLES_AT_A_TIME}`,
    );
    if (papers.length === 0) return;
    const rows = papers.map(({ pk, title }) => [pk, titleKey(title)]);
    await run(
      db,
      sql`update paper set title_key = given.key from ${table({ id: 'integer', key: 'text' }, rows)} given
          where given.id = paper.id`,
    );
  }
}

/** Keys that several papers have, and those of papers of which digests print different texts, or whose identifier others have. */
async function doubtfulKeys(db: Db): Promise<string[]> {
  const rows = await run<{ key: string }>(
    db,
    sql`select title_key as key from paper group by title_key having count(*) > 1
        union
        select p.title_key from digest_paper m join paper p on p.id = m.paper_id where m.own_title is not null
        union
        select title_key from paper where arxiv_id in
          (select arxiv_id from paper where arxiv_id is not null group by arxiv_id having count(*) > 1)
        order by 1`,
  );
  return rows.map(({ key }) => key);
}
