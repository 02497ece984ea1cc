import sql from 'sql-template-tag';
import type { DigestEntry } from '../../parse/digest';
import type { ChangeSet } from '../changes/change-set';
import { type Db, keys, run } from '../sql';
import { type Appearance, type SettledPaper, settlePaper } from './settle-paper';

/** An entry of a digest with the public key of its paper. */
export interface PlacedEntry extends DigestEntry {
  rank: number;
  slug: string;
}

/** A digest as a place for papers. */
export type DigestPlace = Pick<Appearance, 'digestPk' | 'digestSlug' | 'dateKey' | 'date'>;

/** A paper as it is stored. */
interface StoredPaper extends SettledPaper {
  pk: number;
  slug: string;
  /** Its place in the digest; null when it was not there. */
  rank: number | null;
}

/** A paper before and after: what it showed, everything digests now say of it, and what it is to show. */
export interface PaperChange {
  slug: string;
  was: StoredPaper | undefined;
  appearances: Appearance[];
  is: SettledPaper | undefined;
}

/** Decides what each paper that is or was in the digest shows from now on. */
export async function settleChanges(
  db: Db,
  digest: DigestPlace,
  entries: readonly PlacedEntry[],
): Promise<PaperChange[]> {
  const slugs = keys(entries.map(({ slug }) => slug));
  const inDigest = sql`p.slug in ${slugs} or p.id in (select paper_id from digest_paper where digest_id = ${digest.digestPk})`;
  const papers = await run<StoredPaper>(
    db,
    sql`select p.id as pk, p.slug, p.title, p.abstract, p.first_seen_on as "firstSeenOn",
          p.first_seen_key as "firstSeenKey", p.trending_score as "trendingScore",
          (select m.rank from digest_paper m where m.digest_id = ${digest.digestPk} and m.paper_id = p.id) as rank
        from paper p where ${inDigest}`,
  );
  const elsewhere = await run<Appearance & { slug: string }>(
    db,
    sql`select p.slug, m.digest_id as "digestPk", d.slug as "digestSlug", d.date_key as "dateKey", d.date, m.rank,
          coalesce(m.own_title, p.title) as title,
          case when m.own_title is null then p.abstract else m.own_abstract end as abstract
        from paper p join digest_paper m on m.paper_id = p.id join digest d on d.id = m.digest_id
        where m.digest_id <> ${digest.digestPk} and (${inDigest})`,
  );
  const changes = new Map<string, PaperChange>();
  for (const was of papers) changes.set(was.slug, { slug: was.slug, was, appearances: [], is: undefined });
  for (const { slug } of entries) {
    if (!changes.has(slug)) changes.set(slug, { slug, was: undefined, appearances: [], is: undefined });
  }
  for (const { slug, ...appearance } of elsewhere) changes.get(slug)?.appearances.push(appearance);
  for (const { slug, rank, title, abstract } of entries) {
    changes.get(slug)?.appearances.push({ ...digest, rank, title, abstract });
  }
  for (const change of changes.values()) {
    if (change.appearances.length > 0) change.is = settlePaper(change.appearances);
  }
  return [...changes.values()];
}

/** Tells the log what became of each paper: by rank; what is no longer in the digest comes last, by the rank it had. */
export function noteChanges(log: ChangeSet, changes: readonly PaperChange[], entries: readonly PlacedEntry[]): void {
  const rankOf = new Map(entries.map(({ slug, rank }) => [slug, rank]));
  const placeOf = ({ slug, was }: PaperChange) => rankOf.get(slug) ?? entries.length + (was?.rank ?? 0);
  for (const { slug, was, is } of [...changes].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (!was) log.note('PAPER', slug, 'ADDED');
    else if (!is) log.note('PAPER', slug, 'REMOVED');
    else if (!showsSame(was, is) || was.rank !== (rankOf.get(slug) ?? null)) log.note('PAPER', slug, 'CHANGED');
  }
}

/** Whether nothing of what a paper shows has changed. */
export function showsSame(was: SettledPaper, is: SettledPaper): boolean {
  return (['title', 'abstract', 'firstSeenOn', 'firstSeenKey', 'trendingScore'] as const).every(
    (part) => was[part] === is[part],
  );
}
