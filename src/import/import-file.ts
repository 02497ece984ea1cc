import { ChangeSet } from '../changes/log/change-set';
import { writeChanges } from '../changes/log/write-changes';
import type { Furniture } from '../parse/digest/digest';
import type { Db } from '../store/sql';
import type { Store } from '../store/store';
import { writeCorpus } from '../store/write/corpus';
import type { FactReader } from './facts/facts';
import { type ReadFile, type ReadOptions, readDigestFile } from './files/read-digest-file';
import { type DigestImport, importDigest, removeDigests } from './import-digest';
import { digestsFrom } from './stored-digest';
import { type Written, writeSurely } from './write-surely';

/** What an import did to the digests of one file. */
export interface FileImport {
  file: string;
  digests: DigestImport[];
  /** What the file prints twice, and what was joined or kept apart, for the person who imports it. */
  notices: string[];
  /** What stands around the papers of the file and was dropped. */
  dropped: Furniture[];
}

/**
 * Imports a digest file in one transaction: all of its digests, or nothing. Digests that an earlier state of the file
 * held and this one does not are removed.
 *
 * @param options.date the year, month or day of the digest where the file name does not say it
 * @throws DigestSyntaxError when the file is no digest, and a Problem when it cannot be read or stored; nothing is
 *   stored then
 */
export async function importFile(
  store: Store,
  reader: FactReader,
  path: string,
  options: ReadOptions = {},
): Promise<FileImport> {
  return storeFile(store, reader, await readDigestFile(path, options));
}

/** Stores what was read out of a digest file, as `importFile` does. */
export async function storeFile(store: Store, reader: FactReader, file: ReadFile): Promise<FileImport> {
  const { digests } = await writeSurely(store, (db) => storeIn(db, reader, file));
  const notices = [...noticesOf(file), ...samenessNotices(file.path, digests)];
  const dropped = file.digests.flatMap((digest) => digest.dropped);
  return { file: file.path, digests, notices, dropped };
}

/** Titles that are told of one by one: nobody reads thousands of lines. */
const MOST_NOTICES = 100;

function noticesOf({ path, digests }: ReadFile): string[] {
  const repeats = digests.flatMap((digest) => digest.repeats);
  const told = repeats
    .slice(0, MOST_NOTICES)
    .map(
      ({ title, line, firstLine }) =>
        `${path}:${line}: expected each title once, got ${JSON.stringify(title)} again; the entry of line ${firstLine} counts`,
    );
  const others = repeats.length - told.length;
  return others > 0 ? [...told, `${path}: expected each title once, got ${others} others again`] : told;
}

function samenessNotices(path: string, digests: readonly DigestImport[]): string[] {
  const all = digests.flatMap(({ sameness }) => sameness);
  const told = all.slice(0, MOST_NOTICES).map(({ is, title, line, slug, other }) => {
    const [one, another] = [title, other.title].map((text) => JSON.stringify(text));
    return is === 'joined'
      ? `${path}:${line}: ${one} is one paper with ${another} (${slug})`
      : `${path}:${line}: ${one} (${slug}) is another paper than ${another} (${other.slug}), which has another text`;
  });
  const others = all.length - told.length;
  return others > 0 ? [...told, `${path}: ${others} other titles were joined or kept apart`] : told;
}

/** What was done to the digests of a file, and what was written for that, if anything was. */
interface StoredFile {
  digests: DigestImport[];
  written: Written | null;
}

async function storeIn(db: Db, reader: FactReader, { source, digests: parsed }: ReadFile): Promise<StoredFile> {
  const earlier = await digestsFrom(db, source.file);
  const digests: DigestImport[] = [];
  const changes = new ChangeSet();
  for (const digest of parsed) digests.push(await importDigest(db, digest, source, reader, changes));
  const slugs = new Set(parsed.map(({ slug }) => slug));
  // Without a digest in common it is not the same file, but one of the same name from another folder.
  const gone = earlier.some((slug) => slugs.has(slug)) ? earlier.filter((slug) => !slugs.has(slug)) : [];
  for (const removed of await removeDigests(db, gone, reader, changes)) digests.push(removed);
  if (!digests.some(({ wrote }) => wrote)) return { digests, written: null };
  const version = await writeCorpus(db);
  await writeChanges(db, changes);
  return { digests, written: { version, changes } };
}
