import sql from 'sql-template-tag';
import { columnsOf } from '../store/columns';
import { Corpus } from '../store/entities/corpus';
import { type Db, run } from '../store/sql';

/** The one row that describes all that is stored. */
export async function readCorpus(db: Db): Promise<Corpus> {
  const [corpus] = await run<Corpus>(db, sql`select ${columnsOf(Corpus, 'c').sql} from corpus c`);
  if (!corpus) throw new Error('The corpus row is missing: the database was not migrated by Offprint');
  return corpus;
}

/** The version of the corpus: another after everything that changes what is stored. */
export async function readCorpusVersion(db: Db): Promise<number> {
  const [corpus] = await run<{ version: number }>(db, sql`select version from corpus where id = 1`);
  return Number(corpus?.version ?? 0);
}
