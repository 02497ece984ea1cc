import sql from 'sql-template-tag';
import { ChangeSet } from '../../changes/log/change-set';
import { writeChanges } from '../../changes/log/write-changes';
import type { PaperText } from '../../extract/text/field';
import type { RecordFile } from '../../parse/records/read-records';
import { isBroken, type ReadRecord, type SourceRecord } from '../../parse/records/record';
import { type Db, keys, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import type { FactReader } from '../facts/facts';
import { textsNotShown } from '../facts/texts-not-shown';
import type { RecordInSource, Statement } from '../papers/mentions';
import { type PaperCounts, placeRecords } from '../papers/place-papers';
import { type Written, writeSurely } from '../write-surely';
import { matchRecords, storedStatements } from './match-records';
import { readFactsAhead } from './read-facts-ahead';
import { recordHash } from './record-hash';
import { SeenRecords, unseenRecords } from './seen-records';
import { closeSource, openSource, type StoredSource } from './sources';

/** What an import did to the records of one file. */
export interface RecordsImport {
  file: string;
  format: RecordFile['format'];
  records: { added: number; unchanged: number; removed: number };
  papers: PaperCounts;
  /** A sentence for each record that could not be read. */
  broken: string[];
}

/**
 * Records a transaction: no more is lost when one is broken off. Of fewer the same pages are written more often: 500 take a
 * tenth longer, 2,000 are hardly faster and take more memory (`npm run bench -- --parts records`).
 */
const RECORDS_AT_A_TIME = 1_000;

/** How far an import is: records so far. */
export type OnRecords = (count: number) => void;

/**
 * Imports what a file says of papers, so many records a transaction: a record that says the same as before stays, one that the file
 * has no more goes, with what it alone said. An import that was broken off goes on when it is run again. A record that cannot be
 * read is told of, and the others are kept.
 *
 * @param file its name, without folders
 * @param atATime how many records a transaction has at most; what is stored at the end does not depend on it
 * @throws whatever reading and storing throw; what was stored by then stays
 */
export async function importRecords(
  store: Store,
  reader: FactReader,
  file: string,
  { format, records }: RecordFile,
  onRecords: OnRecords = () => undefined,
  atATime = RECORDS_AT_A_TIME,
): Promise<RecordsImport> {
  const done: RecordsImport = {
    file,
    format,
    records: { added: 0, unchanged: 0, removed: 0 },
    papers: { added: 0, changed: 0, removed: 0 },
    broken: [],
  };
  let source: StoredSource | undefined;
  const seen = new SeenRecords();
  const unread = (batch: readonly SourceRecord[]) => unreadOf(store.reader, source, batch);
  const parts = readFactsAhead(inBatches(records, atATime, done.broken), reader, unread);
  for await (const { part: batch, reader: knowing } of parts) {
    const stored = await writeSurely(store, async (db) => {
      const from = source ?? (await openSource(db, { file, format }, batch));
      const of = { sourcePk: from.pk, format };
      const { added, replaced, kept } = await matchRecords(db, of, batch, { source: from, seen });
      const placed = await place(db, { statements: added, gone: replaced }, knowing);
      return { ...placed, source: from, added, replaced, kept };
    });
    source = stored.source;
    for (const pk of stored.kept) seen.add(pk);
    done.records.added += stored.added.length;
    done.records.removed += stored.replaced.length;
    done.records.unchanged += stored.kept.length;
    addCounts(done.papers, stored.papers);
    onRecords(batch.length);
  }
  if (source) {
    await removeUnseen(store, reader, source, { format }, seen, done);
    const { pk } = source;
    await store.write((db) => closeSource(db, pk));
  }
  return done;
}

async function* inBatches(
  records: AsyncIterable<ReadRecord>,
  atATime: number,
  broken: string[],
): AsyncGenerator<SourceRecord[]> {
  let batch: SourceRecord[] = [];
  for await (const record of records) {
    if (isBroken(record)) {
      broken.push(record.problem);
      continue;
    }
    batch.push(record);
    if (batch.length < atATime) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The texts that are to be read: not those of what is stored of the source, as far as that is known, nor what a paper shows already. */
async function unreadOf(
  db: Db,
  source: StoredSource | undefined,
  batch: readonly SourceRecord[],
): Promise<readonly PaperText[]> {
  const unknown = await unknownOf(db, source, batch);
  return textsNotShown(
    db,
    unknown.map(({ title, abstract }) => ({ title: title.value, abstract: abstract?.value ?? null })),
  );
}

async function unknownOf(
  db: Db,
  source: StoredSource | undefined,
  batch: readonly SourceRecord[],
): Promise<readonly SourceRecord[]> {
  if (source === undefined || source.newestPk === 0) return batch;
  const hashes = batch.map(recordHash);
  const rows = await run<{ hash: string }>(
    db,
    sql`select hash from record where source_id = ${source.pk} and hash in ${keys(hashes)}`,
  );
  const known = new Set(rows.map(({ hash }) => hash));
  return batch.filter((_, index) => !known.has(hashes[index] as string));
}

/** Stores and takes away, with the log of it, if there is anything to do. */
async function place(
  db: Db,
  news: { statements: readonly Statement[]; gone: readonly Statement[] },
  reader: FactReader,
): Promise<{ papers: PaperCounts; written: Written | null }> {
  if (news.statements.length + news.gone.length === 0) {
    return { papers: { added: 0, changed: 0, removed: 0 }, written: null };
  }
  const changes = new ChangeSet();
  const papers = await placeRecords(db, news, reader, changes);
  const version = await writeCorpus(db);
  await writeChanges(db, changes);
  return { papers, written: { version, changes } };
}

/** Takes away what the file says no more. */
async function removeUnseen(
  store: Store,
  reader: FactReader,
  source: StoredSource,
  { format }: Pick<RecordInSource, 'format'>,
  seen: SeenRecords,
  done: RecordsImport,
): Promise<void> {
  for await (const unseen of unseenRecords(store.reader, source, seen)) {
    const { papers } = await writeSurely(store, async (db) => {
      const gone = await storedStatements(db, format, unseen);
      return place(db, { statements: [], gone }, reader);
    });
    done.records.removed += unseen.length;
    addCounts(done.papers, papers);
  }
}

/** Adds what was done to papers to what was done before. */
export function addCounts(sum: PaperCounts, part: PaperCounts): void {
  sum.added += part.added;
  sum.changed += part.changed;
  sum.removed += part.removed;
}
