import { ChangeSet } from '../changes/change-set';
import { writeChanges } from '../changes/write-changes';
import type { Store } from '../store';
import { writeCorpus } from './corpus';
import type { FactReader } from './facts';
import { type DigestImport, digestsFrom, importDigest, removeDigests } from './import-digest';
import { type ReadFile, type ReadOptions, readDigestFile } from './read-digest-file';

/** What an import did to the digests of one file. */
export interface FileImport {
  file: string;
  digests: DigestImport[];
  /** What the file prints twice, for the person who imports it. */
  notices: string[];
}

/**
 * Imports a digest file in one transaction: all of its digests, or nothing. Digests that an earlier state of the file
 * held and this one does not are removed.
 *
 * @param options.date the year, month or day of the digest where the file name does not say it
 * @throws DigestSyntaxError when the file is no digest, and an Error that names a file that cannot be read; nothing is
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
export async function storeFile(
  store: Store,
  reader: FactReader,
  { path, source, digests: parsed }: ReadFile,
): Promise<FileImport> {
  const digests = await store.write(async (db) => {
    const earlier = await digestsFrom(db, source.file);
    const done: DigestImport[] = [];
    const changes = new ChangeSet();
    for (const digest of parsed) done.push(await importDigest(db, digest, source, reader, changes));
    const slugs = new Set(parsed.map(({ slug }) => slug));
    // Without a digest in common it is not the same file, but one of the same name from another folder.
    const gone = earlier.some((slug) => slugs.has(slug)) ? earlier.filter((slug) => !slugs.has(slug)) : [];
    done.push(...(await removeDigests(db, gone, reader, changes)));
    if (done.some(({ wrote }) => wrote)) {
      await writeCorpus(db);
      await writeChanges(db, changes);
    }
    return done;
  });
  const notices = parsed.flatMap(({ repeats }) =>
    repeats.map(
      ({ title, line, firstLine }) =>
        `${path}:${line}: expected each title once, got ${JSON.stringify(title)} again; the entry of line ${firstLine} counts`,
    ),
  );
  return { file: path, digests, notices };
}
