import sql from 'sql-template-tag';
import { Corpus } from '../store/entities/corpus';
import { columnsOf, type Db, run } from '../store/sql';

/** The one row that describes all that is stored. */
export async function readCorpus(db: Db): Promise<Corpus> {
  const [corpus] = await run<Corpus>(db, sql`select ${columnsOf(Corpus, 'c')} from corpus c`);
  if (!corpus) throw new Error('The corpus row is missing: the database was not migrated by Offprint');
  return corpus;
}
