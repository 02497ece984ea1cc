import sql, { raw } from 'sql-template-tag';
import { type Db, run } from '../sql';
import { type PreparedEntry, prepareEntries } from './entries';
import { docOf, fromDoc, type SearchType, TYPES } from './kinds';
import { searchIndexOf } from './search-index-of';
import { rememberWords } from './words';

/** Documents prepared at a time: bounds memory. */
const DOCS_AT_A_TIME = 500;

const TABLES: Readonly<Record<SearchType, string>> = { PAPER: 'paper', TOPIC: 'topic', REPOSITORY: 'repository' };

/** Rows of the tables that can be found, by primary key. */
export type Findable = Readonly<Partial<Record<SearchType, readonly number[]>>>;

/**
 * Makes the index say of these papers, topics and repositories what their tables now say: added, changed or gone. Call it
 * in the transaction that changes them, at its end, and once: each time costs an index of FTS5 a segment of its own.
 */
export async function refreshIndex(db: Db, changed: Findable): Promise<void> {
  const docs = TYPES.flatMap((type) => (changed[type] ?? []).map((pk) => docOf(type, pk)));
  const inOrder = [...new Set(docs)].sort((one, other) => one - other);
  for (let start = 0; start < inOrder.length; start += DOCS_AT_A_TIME) {
    const part = inOrder.slice(start, start + DOCS_AT_A_TIME);
    await searchIndexOf(db).removeEntries(db, part);
    await index(db, part.map(fromDoc));
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
    await index(
      db,
      rows.map(({ pk }) => ({ type, pk })),
    );
    last = rows.at(-1)?.pk as number;
  }
}

/** @param rows by document */
async function index(db: Db, rows: readonly { type: SearchType; pk: number }[]): Promise<void> {
  const prepared: PreparedEntry[] = [];
  for (const type of TYPES) {
    const pks = rows.flatMap((row) => (row.type === type ? [row.pk] : []));
    if (pks.length > 0) prepared.push(...(await prepareEntries(db, type, pks)));
  }
  if (prepared.length === 0) return;
  await searchIndexOf(db).addEntries(
    db,
    prepared.map(({ entry }) => entry),
  );
  await rememberWords(
    db,
    prepared.map(({ tokens }) => tokens),
  );
}
