import sql from 'sql-template-tag';
import type { ParsedDigest } from '../../parse/digest/digest';
import type { DumpedDigest, DumpedEntry } from '../../parse/dump/dump';
import { type Db, run } from '../../store/sql';
import { importDigest } from '../import-digest';
import type { RankedEntry } from '../papers/paper-changes';
import { addCounts } from '../records/import-records';
import { findDigest, isStoredAs, readEntries, type StoredDigest } from '../stored-digest';
import { namerOf } from './coming-slugs';
import type { Placing } from './dump-import';

/**
 * Stores a digest of an export, unless it is stored in a later state.
 *
 * @param isWhole whether these are all of its entries; if not, others that are stored stay
 */
export async function placeDigest(
  placing: Placing,
  digest: DumpedDigest,
  entries: readonly DumpedEntry[],
  isWhole: boolean,
): Promise<void> {
  const { db, reader, changes, done } = placing;
  const { file: source, sha256, importedAt, ...header } = digest;
  const printed = entries.map(({ paper: _, ...entry }): RankedEntry => entry);
  const stored = await findDigest(db, digest.slug);
  const parsed: ParsedDigest = { ...header, entries: printed, repeats: [], dropped: [] };
  if (stored && !isWhole) parsed.entries = await withStored(db, stored, printed);
  if (stored && isLater(stored, digest, isWhole) && !(await isStoredAs(db, stored, parsed))) {
    done.digests.later += 1;
    done.notices.push(`digest ${digest.slug}: stays as it is stored, which is another and later state`);
    return;
  }
  const name = namerOf({ entries: new Map(entries.map(({ rank, paper }) => [rank, paper])) });
  const { status, papers, wrote } = await importDigest(db, parsed, { file: source, sha256 }, reader, changes, name);
  if (status === 'removed') throw new Error(`digest ${digest.slug}: expected it to be stored, and it was removed`);
  done.digests[status] += 1;
  addCounts(done.papers, papers);
  placing.wrote ||= wrote;
  if (status !== 'unchanged') {
    await run(db, sql`update digest set imported_at = ${importedAt} where slug = ${digest.slug}`);
  }
}

/** Some entries alone say nothing of a digest that another file made. */
function isLater(stored: StoredDigest, digest: DumpedDigest, isWhole: boolean): boolean {
  return stored.importedAt > digest.importedAt || (!isWhole && stored.sha256 !== digest.sha256);
}

async function withStored(db: Db, { pk }: StoredDigest, entries: readonly RankedEntry[]): Promise<RankedEntry[]> {
  const byRank = new Map((await readEntries(db, pk)).map((entry) => [entry.rank, entry]));
  for (const entry of entries) byRank.set(entry.rank, entry);
  return [...byRank.values()].sort((one, other) => one.rank - other.rank);
}
