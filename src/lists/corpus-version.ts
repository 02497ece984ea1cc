import sql from 'sql-template-tag';
import { type Db, run } from '../store/sql';

/** The version of the corpus: another after everything that changes what is stored. */
export async function readCorpusVersion(db: Db): Promise<number> {
  const [corpus] = await run<{ version: number }>(db, sql`select version from corpus where id = 1`);
  return Number(corpus?.version ?? 0);
}
