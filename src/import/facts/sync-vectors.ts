import sql from 'sql-template-tag';
import { indexText } from '../../search/index/upkeep/index-text';
import { type Db, limit, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import { clearVectors, writeVectors } from '../../vectors/stored-vectors';
import type { WeightsFile } from '../../vectors/weights-file';
import { type FactReader, vectorOf } from './facts';

/** Papers at a time: bounds memory. */
const PAPERS_AT_A_TIME = 500;

/**
 * Gives all papers their vectors anew when these were made by other weights, or are missing; removes them when vectors are
 * turned off. One transaction; does nothing when all is well.
 *
 * @returns whether anything was written
 */
export async function syncVectors(store: Store, { weights }: FactReader): Promise<boolean> {
  const fingerprint = weights?.fingerprint ?? null;
  if (await areMadeBy(store.reader, fingerprint)) return false;
  return store.write(async (db) => {
    // Another process may have been faster.
    if (await areMadeBy(db, fingerprint)) return false;
    await clearVectors(db);
    if (weights) await makeVectors(db, weights);
    await run(db, sql`update corpus set vector_weights = ${fingerprint} where id = 1`);
    await writeCorpus(db);
    return true;
  });
}

/** Whether the vectors are of these weights, and the first and the last paper have one. */
async function areMadeBy(db: Db, fingerprint: string | null): Promise<boolean> {
  const [corpus] = await run<{ weights: string | null; missing: number }>(
    db,
    sql`select vector_weights as weights, (
          select count(*) from paper p left join paper_vector v on v.paper_id = p.id
          where p.id in (select min(id) from paper union select max(id) from paper) and v.paper_id is null
        ) as missing from corpus where id = 1`,
  );
  return corpus?.weights === fingerprint && (fingerprint === null || Number(corpus.missing) === 0);
}

async function makeVectors(db: Db, weights: WeightsFile): Promise<void> {
  for (let last = 0; ; ) {
    const papers = await run<{ pk: number; title: string; abstract: string | null }>(
      db,
      sql`select id as pk, title, abstract from paper where id > ${last} order by id ${limit(PAPERS_AT_A_TIME)}`,
    );
    if (papers.length === 0) return;
    await writeVectors(
      db,
      papers.map(({ pk, title, abstract }) => ({
        paperPk: pk,
        vector: vectorOf(weights, indexText(title, abstract)),
      })),
    );
    last = papers.at(-1)?.pk as number;
  }
}
