import sql from 'sql-template-tag';
import type { ChangeSet } from '../changes/log/change-set';
import type { ParsedDigest } from '../parse/digest/digest';
import { type Db, keys, run } from '../store/sql';
import { countRows } from '../store/write/corpus';
import { insertRows } from '../store/write/insert-rows';
import type { FactReader } from './facts/facts';
import type { DigestSource } from './files/read-digest-file';
import type { PaperNamer } from './papers/paper-changes';
import { type PaperCounts, placePapers } from './papers/place-papers';
import { dateKeyOf } from './papers/settle-paper';
import type { Sameness } from './papers/tell-sameness';
import { findDigest, isStoredAs, type StoredDigest } from './stored-digest';

/** What an import did to one digest. */
export interface DigestImport {
  slug: string;
  status: 'added' | 'changed' | 'unchanged' | 'removed';
  papers: PaperCounts;
  /** Entries whose paper their titles alone would not tell. */
  sameness: Sameness[];
  /** Whether anything at all was written. */
  wrote: boolean;
}

const NOTHING = { added: 0, changed: 0, removed: 0 };

/**
 * Stores one digest inside the caller's transaction: new, corrected, or as it already is.
 *
 * @param changes is told what became of the digest and of papers
 * @param name who names papers, see `News`
 */
export async function importDigest(
  db: Db,
  parsed: ParsedDigest,
  source: DigestSource,
  reader: FactReader,
  changes: ChangeSet,
  name?: PaperNamer,
): Promise<DigestImport> {
  const stored = await findDigest(db, parsed.slug);
  const digest = withKnownDate(parsed, source, stored);
  if (stored && (await isStoredAs(db, stored, digest))) {
    const wrote = stored.sha256 !== source.sha256 || stored.source !== source.file;
    if (wrote) {
      await run(db, sql`update digest set source = ${source.file}, sha256 = ${source.sha256} where id = ${stored.pk}`);
      changes.note('DIGEST', digest.slug, 'CHANGED');
    }
    return { slug: digest.slug, status: 'unchanged', papers: NOTHING, sameness: [], wrote };
  }
  const digestPk = await saveDigest(db, digest, source, stored);
  const place = { digestPk, digestSlug: digest.slug, dateKey: dateKeyOf(digest), date: digest.date };
  changes.note('DIGEST', digest.slug, stored ? 'CHANGED' : 'ADDED');
  const { papers, sameness } = await placePapers(db, place, digest.entries, reader, changes, name);
  return { slug: digest.slug, status: stored ? 'changed' : 'added', papers, sameness, wrote: true };
}

/** Removes digests inside the caller's transaction, with every paper that no other digest holds. */
export async function removeDigests(
  db: Db,
  slugs: readonly string[],
  reader: FactReader,
  changes: ChangeSet,
): Promise<DigestImport[]> {
  const gone = await run<{ pk: number; slug: string; dateKey: string; date: string | null }>(
    db,
    sql`select id as pk, slug, date_key as "dateKey", date from digest where slug in ${keys(slugs)}`,
  );
  const removed: DigestImport[] = [];
  for (const { pk, slug, dateKey, date } of gone) {
    changes.note('DIGEST', slug, 'REMOVED');
    const { papers } = await placePapers(db, { digestPk: pk, digestSlug: slug, dateKey, date }, [], reader, changes);
    await run(db, sql`delete from digest where id = ${pk}`);
    await countRows(db, 'digest', -1);
    removed.push({ slug, status: 'removed', papers, sameness: [], wrote: true });
  }
  return removed;
}

/** A year that a person once gave holds as long as the file does not change and nobody gives another. */
function withKnownDate(parsed: ParsedDigest, source: DigestSource, stored: StoredDigest | undefined): ParsedDigest {
  const holds = parsed.date === null && stored?.dateSource === 'ARGUMENT' && stored.sha256 === source.sha256;
  return holds ? { ...parsed, date: stored.date, dateSource: stored.dateSource } : parsed;
}

async function saveDigest(
  db: Db,
  digest: ParsedDigest,
  source: DigestSource,
  stored: StoredDigest | undefined,
): Promise<number> {
  const { slug, title, curator, dateLabel, date, dateSource } = digest;
  const now = new Date().toISOString();
  if (stored) {
    await run(
      db,
      sql`update digest set title = ${title}, curator = ${curator}, date_label = ${dateLabel}, date = ${date},
            date_source = ${dateSource}, source = ${source.file}, sha256 = ${source.sha256}, imported_at = ${now},
            date_key = ${dateKeyOf(digest)}, paper_count = ${digest.entries.length}
          where id = ${stored.pk}`,
    );
    return stored.pk;
  }
  await insertRows(
    db,
    'digest',
    [
      'slug',
      'title',
      'curator',
      'date_label',
      'date',
      'date_source',
      'source',
      'sha256',
      'imported_at',
      'date_key',
      'paper_count',
    ],
    [
      [
        slug,
        title,
        curator,
        dateLabel,
        date,
        dateSource,
        source.file,
        source.sha256,
        now,
        dateKeyOf(digest),
        digest.entries.length,
      ],
    ],
  );
  await countRows(db, 'digest', 1);
  const added = await findDigest(db, slug);
  return (added as StoredDigest).pk;
}
