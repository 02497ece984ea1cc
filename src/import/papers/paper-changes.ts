import type { ChangeSet } from '../../changes/log/change-set';
import type { DigestEntry } from '../../parse/digest/digest';
import { titleKey } from '../../parse/sameness/title';
import type { Db } from '../../store/sql';
import { identifyPapers } from './identify-papers';
import { namePapers } from './name-papers';
import { type Printing, readKin, type StoredPaper, titleKeysIn } from './read-kin';
import { type Appearance, type SettledPaper, settlePaper } from './settle-paper';

/** An entry of a digest with its place in it. */
export interface RankedEntry extends DigestEntry {
  rank: number;
}

/** A digest as a place for papers. */
export type DigestPlace = Pick<Appearance, 'digestPk' | 'digestSlug' | 'dateKey' | 'date'>;

/** A paper before and after: what it showed, everything digests now print of it, and what it is to show. */
export interface PaperChange {
  slug: string;
  titleKey: string;
  was: StoredPaper | undefined;
  /** Its place in the digest before, and now; null when it was, or is, not there. */
  rankBefore: number | null;
  rank: number | null;
  printings: Printing[];
  /** Whether what another digest prints has come to it, or gone from it. */
  isRegrouped: boolean;
  is: SettledPaper | undefined;
}

/** Decides which papers the entries of a digest are, and what each that is or was in it shows from now on. */
export async function settleChanges(
  db: Db,
  digest: DigestPlace,
  entries: readonly RankedEntry[],
): Promise<PaperChange[]> {
  const titleKeys = new Set([
    ...entries.map(({ title }) => titleKey(title)),
    ...(await titleKeysIn(db, digest.digestPk)),
  ]);
  return settleKin(db, titleKeys, digest, entries);
}

/**
 * Decides anew which papers there are with titles of these keys, and with those that are or may be one with them.
 *
 * @param digest whose entries these are, instead of those that are stored
 */
export async function settleKin(
  db: Db,
  titleKeys: Iterable<string>,
  digest?: DigestPlace,
  entries: readonly RankedEntry[] = [],
): Promise<PaperChange[]> {
  const arxivIds = entries.flatMap(({ arxivId }) => arxivId ?? []);
  const { papers, printings } = await readKin(db, titleKeys, arxivIds);
  const isReplaced = ({ digestPk }: Printing) => digestPk === digest?.digestPk;
  const elsewhere = printings.filter((printing) => !isReplaced(printing));
  const replaced = printings.filter(isReplaced);
  const now = digest
    ? entries.map((entry): Printing => ({ ...digest, ...entry, titleKey: titleKey(entry.title), paperPk: null }))
    : [];
  const identified = identifyPapers(papers, [...elsewhere, ...now], replaced);
  const rankBefore = new Map(replaced.map(({ paperPk, rank }) => [paperPk, rank]));
  const countBefore = countByPaper(elsewhere);
  return (await namePapers(db, identified)).map(({ slug, was, printings }): PaperChange => {
    const kept = printings.filter((printing) => printing.paperPk !== null);
    const stayed = kept.filter(({ paperPk }) => paperPk === was?.pk);
    const is = printings.length > 0 ? settlePaper(printings) : undefined;
    return {
      slug,
      titleKey: titleKey((is ?? (was as StoredPaper)).title),
      was,
      rankBefore: (was && rankBefore.get(was.pk)) ?? null,
      rank: printings.find(({ paperPk }) => paperPk === null)?.rank ?? null,
      printings,
      isRegrouped: stayed.length < kept.length || (was !== undefined && stayed.length < (countBefore.get(was.pk) ?? 0)),
      is,
    };
  });
}

function countByPaper(printings: readonly Printing[]): Map<number | null, number> {
  const counts = new Map<number | null, number>();
  for (const { paperPk } of printings) counts.set(paperPk, (counts.get(paperPk) ?? 0) + 1);
  return counts;
}

/**
 * Tells the log what became of each paper: by rank; what is no longer in the digest comes last, by the rank it had. A digest
 * whose entry has become one of another paper has changed as well.
 */
export function noteChanges(log: ChangeSet, changes: readonly PaperChange[]): void {
  for (const { was, printings } of changes) {
    for (const { paperPk, digestSlug } of printings) {
      if (paperPk !== null && paperPk !== was?.pk) log.note('DIGEST', digestSlug, 'CHANGED');
    }
  }
  const placeOf = ({ rank, rankBefore }: PaperChange) => rank ?? BEHIND_ALL_RANKS + (rankBefore ?? 0);
  for (const { slug, was, is, ...change } of [...changes].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (!was) log.note('PAPER', slug, 'ADDED');
    else if (!is) log.note('PAPER', slug, 'REMOVED');
    else if (!showsSame(was, is) || change.isRegrouped || change.rankBefore !== change.rank)
      log.note('PAPER', slug, 'CHANGED');
  }
}

/** A file has fewer lines. */
const BEHIND_ALL_RANKS = 10_000_000;

/** Whether nothing of what a paper shows has changed. */
export function showsSame(was: SettledPaper, is: SettledPaper): boolean {
  const parts = ['title', 'abstract', 'arxivId', 'firstSeenOn', 'firstSeenKey', 'trendingScore'] as const;
  return parts.every((part) => was[part] === is[part]) && areSame(was.authors, is.authors);
}

/** Whether a paper that goes on shows another text than before. */
export function isReworded({ was, is }: PaperChange): boolean {
  return was !== undefined && is !== undefined && (was.title !== is.title || was.abstract !== is.abstract);
}

/** Whether a paper that goes on shows other authors or another identifier than before. */
export function showsOtherDetails({ was, is }: PaperChange): boolean {
  return was !== undefined && is !== undefined && !(was.arxivId === is.arxivId && areSame(was.authors, is.authors));
}

/** Whether authors are the same, in the same order, or not named in both. */
export function areSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
