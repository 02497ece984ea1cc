import sql from 'sql-template-tag';
import { ChangeSet } from '../../changes/log/change-set';
import { writeChanges } from '../../changes/log/write-changes';
import type { DumpedDigest, DumpedEntry, DumpedRecord, DumpFile, DumpItem } from '../../parse/dump/dump';
import { type Db, run } from '../../store/sql';
import type { Store } from '../../store/store';
import { writeCorpus } from '../../store/write/corpus';
import type { FactReader } from '../facts/facts';
import { type Written, writeSurely } from '../write-surely';
import type { DumpImport, Importing } from './dump-import';
import { placeDigest } from './place-digest';
import { PlacingSource } from './place-source';
import { renamePapers } from './rename-papers';
import { WantedSlugs } from './wanted-slugs';

/** Records stored together. */
const RECORDS_AT_A_TIME = 500;

/** How far an import is: lines so far. */
export type OnLines = (count: number) => void;

/**
 * Imports an export of all that sources say, in one transaction: all that can be read of it, or nothing. In an empty database it
 * makes the same graph, ids included. In another one digests and files of records are told by their names, and those that are
 * stored in a later state stay; papers that are there keep their slugs, and so do those whose slugs others have.
 *
 * @param file its name, for messages
 * @throws whatever reading and storing throw; nothing is stored then
 */
export async function importDump(
  store: Store,
  reader: FactReader,
  file: string,
  { head, items }: DumpFile,
  onLines: OnLines = () => undefined,
): Promise<DumpImport> {
  const done: DumpImport = {
    digests: { added: 0, changed: 0, unchanged: 0, later: 0 },
    sources: { added: 0, known: 0, later: 0 },
    formats: [],
    records: { added: 0, unchanged: 0, removed: 0 },
    papers: { added: 0, changed: 0, removed: 0 },
    broken: [],
    notices: [],
  };
  await writeSurely(store, async (db): Promise<{ written: Written | null }> => {
    const newest = await newestPaper(db);
    const wanted = await WantedSlugs.open(db);
    const changes = new ChangeSet();
    const importing: Importing = { db, reader, changes, wanted, isWhole: head.isWhole, file, done, wrote: false };
    await placeAll(importing, items, onLines);
    await renamePapers(db, await wanted.misnamed(newest), changes);
    await wanted.close();
    if (!importing.wrote) return { written: null };
    const version = await writeCorpus(db);
    await writeChanges(db, changes);
    return { written: { version, changes } };
  });
  return done;
}

async function newestPaper(db: Db): Promise<number> {
  const [row] = await run<{ pk: number | null }>(db, sql`select max(id) as pk from paper`);
  return row?.pk ?? 0;
}

/** Stores digest after digest, then source after source; of what follows a damaged line nothing is taken for whole. */
async function placeAll(importing: Importing, items: AsyncIterable<DumpItem>, onLines: OnLines): Promise<void> {
  const { done } = importing;
  const taken = new Set<number>();
  let digest: { is: DumpedDigest; entries: DumpedEntry[]; brokenBefore: number } | null = null;
  let source: { placing: PlacingSource; batch: DumpedRecord[]; brokenBefore: number } | null = null;
  const isWholeSince = (brokenBefore: number): boolean => importing.isWhole && done.broken.length === brokenBefore;
  const placeBatch = async (): Promise<void> => {
    if (!source || source.batch.length === 0) return;
    await source.placing.place(source.batch);
    source.batch = [];
  };
  const endDigest = async (): Promise<void> => {
    if (digest) await placeDigest(importing, digest.is, digest.entries, isWholeSince(digest.brokenBefore));
    digest = null;
  };
  const endSource = async (): Promise<void> => {
    await placeBatch();
    await source?.placing.close(isWholeSince(source.brokenBefore));
    source = null;
  };
  for await (const item of items) {
    onLines(1);
    const brokenBefore = done.broken.length;
    switch (item.kind) {
      case 'DIGEST':
        await endDigest();
        digest = { is: item.digest, entries: [], brokenBefore };
        break;
      case 'ENTRY':
        digest?.entries.push(item.entry);
        break;
      case 'SOURCE':
        await endDigest();
        await endSource();
        if (!done.formats.includes(item.source.format)) done.formats.push(item.source.format);
        source = { placing: new PlacingSource(importing, item.source, taken), batch: [], brokenBefore };
        break;
      case 'RECORD':
        source?.batch.push(item.record);
        if (source && source.batch.length >= RECORDS_AT_A_TIME) await placeBatch();
        break;
      case 'BROKEN':
        done.broken.push(item.problem);
        break;
      case 'END':
        break;
    }
  }
  await endDigest();
  await endSource();
}
