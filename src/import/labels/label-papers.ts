import sql from 'sql-template-tag';
import type { RecordFormat } from '../../parse/records/tell-format';
import { type Db, ids, parseJson, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import { LABEL_RULES, type Labelled, labelsOf } from './labels-of';
import { insertLabels } from './write-labels';

/** Papers at a time: bounds memory. */
const PAPERS_AT_A_TIME = 500;

/**
 * Gives all papers their labels, if they have them by other rules or none yet. One transaction.
 *
 * @returns whether anything was written
 */
export async function labelPapers(store: Store): Promise<boolean> {
  if (await areLabelled(store.reader)) return false;
  return store.write(async (db) => {
    // Another process may have been faster.
    if (await areLabelled(db)) return false;
    await run(db, sql`delete from paper_label`);
    let last = 0;
    for (let papers = await readPapers(db, last); papers.length > 0; papers = await readPapers(db, last)) {
      await labelSome(db, papers);
      last = (papers.at(-1) as StoredPaper).pk;
    }
    await run(db, sql`update corpus set label_rules = ${LABEL_RULES} where id = 1`);
    if (last > 0) await writeCorpus(db);
    return true;
  });
}

interface StoredPaper extends Labelled {
  pk: number;
  firstSeenKey: string;
}

async function areLabelled(db: Db): Promise<boolean> {
  const rows = await run(db, sql`select 1 from corpus where id = 1 and label_rules = ${LABEL_RULES}`);
  return rows.length > 0;
}

async function readPapers(db: Db, behind: number): Promise<StoredPaper[]> {
  const rows = await run<StoredPaper>(
    db,
    sql`select id as pk, first_seen_key as "firstSeenKey", authors, categories, published_on as "publishedOn", venue
        from paper where id > ${behind} order by id limit ${PAPERS_AT_A_TIME}`,
  );
  return parseJson(rows, ['authors', 'categories']);
}

async function labelSome(db: Db, papers: readonly StoredPaper[]): Promise<void> {
  const stating = await run<{ pk: number; format: RecordFormat }>(
    db,
    sql`select distinct r.paper_id as pk, s.format from record r join source s on s.id = r.source_id
        where r.paper_id in ${ids(papers.map(({ pk }) => pk))}`,
  );
  const formatsOf = new Map<number, RecordFormat[]>();
  for (const { pk, format } of stating) formatsOf.set(pk, [...(formatsOf.get(pk) ?? []), format]);
  const labelled = papers.map(({ pk, firstSeenKey, ...paper }) => ({
    pk,
    firstSeenKey,
    labels: labelsOf(paper, formatsOf.get(pk) ?? []),
  }));
  await insertLabels(db, labelled);
}
