import sql, { raw } from 'sql-template-tag';
import { type Db, run } from '../sql';
import { prepareEntries } from './entries';
import { docOf, type SearchType } from './kinds';
import { searchIndexOf } from './search-index-of';
import { rememberWords } from './words';

/** Documents prepared at a time: bounds memory. */
const DOCS_AT_A_TIME = 500;

const TABLES: Readonly<Record<SearchType, string>> = { PAPER: 'paper', TOPIC: 'topic', REPOSITORY: 'repository' };

/**
 * Makes the index say of these papers, topics or repositories what their tables now say: added, changed or gone. Call
 * it in the transaction that changes them, at its end.
 */
export async function refreshIndex(db: Db, type: SearchType, pks: readonly number[]): Promise<void> {
  for (let start = 0; start < pks.length; start += DOCS_AT_A_TIME) {
    const part = [...new Set(pks.slice(start, start + DOCS_AT_A_TIME))];
    await searchIndexOf(db).removeEntries(
      db,
      part.map((pk) => docOf(type, pk)),
    );
    await index(db, type, part);
  }
}

/** Indexes everything of a type anew, whatever the index holds of it. */
export async function rebuildIndexOf(db: Db, type: SearchType): Promise<void> {
  await searchIndexOf(db).removeEntriesOf(db, type);
  for (let last = 0; ; ) {
    const rows = await run<{ pk: number }>(
      db,
      sql`select id as pk from ${raw(TABLES[type])} where id > ${last} order by id limit ${DOCS_AT_A_TIME}`,
    );
    if (rows.length === 0) return;
    const pks = rows.map(({ pk }) => pk);
    await index(db, type, pks);
    last = pks.at(-1) as number;
  }
}

async function index(db: Db, type: SearchType, pks: readonly number[]): Promise<void> {
  const prepared = await prepareEntries(db, type, pks);
  if (prepared.length === 0) return;
  await searchIndexOf(db).addEntries(
    db,
    prepared.map(({ entry }) => entry),
  );
  await rememberWords(
    db,
    prepared.flatMap(({ tokens }) => tokens),
  );
}
