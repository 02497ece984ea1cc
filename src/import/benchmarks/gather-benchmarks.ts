import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { RecordFormat } from '../../parse/records/tell-format';
import { type Db, ids, limit, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import type { FactReader } from '../facts/facts';
import type { Said } from '../papers/mentions';
import type { StatingRecord } from './results-of';
import { settleBenchmarks } from './settle-benchmarks';
import { insertResults, type StatedPaper } from './write-benchmarks';

/** Raise it when the same records make other benchmarks than before: all are then gathered again. */
const BENCHMARK_RULES = 2;

/** Papers at a time: bounds memory. */
const PAPERS_AT_A_TIME = 500;

/**
 * Gathers all benchmarks from what records state, if they were gathered by other rules or another vocabulary, or never. One
 * transaction.
 *
 * @returns whether anything was written
 */
export async function gatherBenchmarks(store: Store, { vocabulary }: FactReader): Promise<boolean> {
  const called = vocabulary.map(({ slug, name, aliases }) => [slug, name, aliases]);
  const rules = createHash('sha256')
    .update(JSON.stringify([BENCHMARK_RULES, called]))
    .digest('hex')
    .slice(0, 16);
  if (await areGathered(store.reader, rules)) return false;
  return store.write(async (db) => {
    // Another process may have been faster.
    if (await areGathered(db, rules)) return false;
    await run(db, sql`delete from benchmark_paper`);
    await run(db, sql`delete from benchmark`);
    const gathered = new Set<number>();
    let last = 0;
    for (let papers = await readPapers(db, last); papers.length > 0; papers = await readPapers(db, last)) {
      for (const pk of await insertResults(db, await withRecords(db, papers))) gathered.add(pk);
      last = (papers.at(-1) as Paper).pk;
    }
    await settleBenchmarks(db, [...gathered]);
    await run(db, sql`update corpus set benchmark_rules = ${rules} where id = 1`);
    if (gathered.size > 0) await writeCorpus(db);
    return true;
  });
}

async function areGathered(db: Db, rules: string): Promise<boolean> {
  const rows = await run(db, sql`select 1 from corpus where id = 1 and benchmark_rules = ${rules}`);
  return rows.length > 0;
}

type Paper = Omit<StatedPaper, 'records'>;

async function readPapers(db: Db, behind: number): Promise<Paper[]> {
  return run(
    db,
    sql`select id as pk, first_seen_key as "firstSeenKey" from paper where id > ${behind}
        order by id ${limit(PAPERS_AT_A_TIME)}`,
  );
}

/** Those of which records state results, with these records. */
async function withRecords(db: Db, papers: readonly Paper[]): Promise<StatedPaper[]> {
  const rows = await run<{ paperPk: number; format: RecordFormat; hash: string; said: string }>(
    db,
    // What a record says is written so that this stands in it, and in no text of it.
    sql`select r.paper_id as "paperPk", s.format, r.hash, r.said from record r join source s on s.id = r.source_id
        where r.paper_id in ${ids(papers.map(({ pk }) => pk))} and r.said like '%"results":[{%'`,
  );
  const recordsOf = new Map<number, StatingRecord[]>();
  for (const { paperPk, format, hash, said } of rows) {
    const record = { format, hash, said: JSON.parse(said) as Said };
    recordsOf.set(paperPk, [...(recordsOf.get(paperPk) ?? []), record]);
  }
  return papers.flatMap((paper) => {
    const records = recordsOf.get(paper.pk);
    return records ? [{ ...paper, records }] : [];
  });
}
