import sql, { raw } from 'sql-template-tag';
import { type Db, run } from '../../../store/sql';
import { docOf, fromDoc, type SearchType } from '../../documents';
import { splitTerms } from '../index-entry';
import { searchIndexOf } from '../search-index-of';
import { rememberWords } from '../words';
import type { IndexedText } from './index-text';
import { type PreparedDoc, prepareDocs } from './prepare-docs';

/** Documents prepared at a time: bounds memory. */
const DOCS_AT_A_TIME = 500;

const TABLES: Readonly<Record<SearchType, string>> = { PAPER: 'paper', TOPIC: 'topic', REPOSITORY: 'repository' };

/** Papers and repositories that came, changed or went. */
export interface Changed {
  /** By primary key, with the text that each now has; null when it is gone. */
  papers: ReadonlyMap<number, IndexedText | null>;
  repositories: readonly number[];
}

/**
 * Makes the index say of these papers and repositories what their tables now say. Call it in the transaction that changes
 * them, at its end, and once: each time costs an index of FTS5 a segment of its own.
 */
export async function refreshIndex(db: Db, { papers, repositories }: Changed): Promise<void> {
  const paperDocs = [...papers].flatMap(([pk, text]) => (text === null ? [] : [{ ...text, doc: docOf('PAPER', pk) }]));
  const docs = [
    ...[...papers.keys()].map((pk) => docOf('PAPER', pk)),
    ...repositories.map((pk) => docOf('REPOSITORY', pk)),
  ];
  await searchIndexOf(db).removeEntries(db, docs);
  // By document: FTS5 writes what it holds whenever one is lower than the one before.
  paperDocs.sort((one, other) => one.doc - other.doc);
  await addDocs(db, [...paperDocs, ...(await prepareDocs(db, 'REPOSITORY', repositories))]);
}

/** What the index is to hold of papers that are stored, by primary key. */
export async function indexedPapers(db: Db, pks: readonly number[]): Promise<[pk: number, text: IndexedText][]> {
  if (pks.length === 0) return [];
  return (await prepareDocs(db, 'PAPER', pks)).map((doc) => [fromDoc(doc.doc).pk, doc]);
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
    await addDocs(db, await prepareDocs(db, type, pks));
    last = pks.at(-1) as number;
  }
}

/** @param docs in order */
async function addDocs(db: Db, docs: readonly PreparedDoc[]): Promise<void> {
  if (docs.length === 0) return;
  await searchIndexOf(db).addEntries(db, docs);
  await rememberWords(
    db,
    docs.map(({ words }) => splitTerms(words)),
  );
}
