import sql from 'sql-template-tag';
import type { DateSource, ParsedDigest } from '../parse/digest/digest';
import { type Db, run } from '../store/sql';
import { areSame, type RankedEntry } from './papers/paper-changes';
import { type AsText, PRINTED_DETAILS, withPrintedAuthors } from './papers/read-kin';

/** The header of a digest as it is stored. */
export interface StoredDigest {
  pk: number;
  title: string;
  curator: string | null;
  dateLabel: string | null;
  date: string | null;
  dateSource: DateSource | null;
  source: string;
  sha256: string;
  importedAt: string;
}

/** A digest as it is stored; undefined when there is none of that slug. */
export async function findDigest(db: Db, slug: string): Promise<StoredDigest | undefined> {
  const [digest] = await run<StoredDigest>(
    db,
    sql`select id as pk, title, curator, date_label as "dateLabel", date, date_source as "dateSource", source, sha256,
          imported_at as "importedAt"
        from digest where slug = ${slug}`,
  );
  return digest;
}

function sameHeader(stored: StoredDigest, digest: ParsedDigest): boolean {
  return (['title', 'curator', 'dateLabel', 'date', 'dateSource'] as const).every(
    (part) => stored[part] === digest[part],
  );
}

/** What a stored digest prints, by rank. */
export async function readEntries(db: Db, digestPk: number): Promise<RankedEntry[]> {
  const stored = await run<AsText<RankedEntry, 'authors'>>(
    db,
    sql`select m.rank, m.line, coalesce(m.own_title, p.title) as title,
          case when m.own_title is null then p.abstract else m.own_abstract end as abstract, ${PRINTED_DETAILS}
        from digest_paper m join paper p on p.id = m.paper_id where m.digest_id = ${digestPk} order by m.rank`,
  );
  return stored.map(withPrintedAuthors);
}

async function sameEntries(db: Db, digestPk: number, entries: readonly RankedEntry[]): Promise<boolean> {
  const stored = await readEntries(db, digestPk);
  return (
    stored.length === entries.length &&
    stored.every((was, index) => {
      const is = entries[index] as RankedEntry;
      const parts = ['rank', 'line', 'title', 'abstract', 'arxivId'] as const;
      return parts.every((part) => was[part] === is[part]) && areSame(was.authors, is.authors);
    })
  );
}

/** Whether a digest is stored as it is. */
export async function isStoredAs(db: Db, stored: StoredDigest, digest: ParsedDigest): Promise<boolean> {
  return sameHeader(stored, digest) && (await sameEntries(db, stored.pk, digest.entries));
}

/** Slugs of the stored digests that came from a file of this name. */
export async function digestsFrom(db: Db, file: string): Promise<string[]> {
  const rows = await run<{ slug: string }>(db, sql`select slug from digest where source = ${file} order by slug`);
  return rows.map(({ slug }) => slug);
}
