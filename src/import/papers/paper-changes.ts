import type { ChangeSet } from '../../changes/log/change-set';
import type { DigestEntry } from '../../parse/digest/digest';
import { titleKey } from '../../parse/sameness/title';
import type { Db } from '../../store/sql';
import { type IdentifiedPaper, identifyPapers } from './identify-papers';
import { type Appearance, isPrinting, type PaperMention, type Printing, printingOf, type Statement } from './mentions';
import { type NamedPaper, namePapers } from './name-papers';
import { type KinKeys, readKin, type StoredPaper, titleKeysIn } from './read-kin';
import { type SettledPaper, settlePaper, statementsOf } from './settle-paper';

/** An entry of a digest with its place in it. */
export interface RankedEntry extends DigestEntry {
  rank: number;
}

/** A digest as a place for papers. */
export type DigestPlace = Pick<Appearance, 'digestPk' | 'digestSlug' | 'dateKey' | 'date'>;

/**
 * Gives papers their public keys.
 *
 * @param replaced primary keys of papers of which something was said that others say now in its place, or nobody
 */
export type PaperNamer = (
  db: Db,
  papers: readonly IdentifiedPaper[],
  replaced: ReadonlySet<number>,
) => Promise<NamedPaper[]>;

/** A paper before and after: what it showed, everything sources now say of it, and what it is to show. */
export interface PaperChange {
  /** The public key from now on; but for what comes with an export of ours that which it had. */
  slug: string;
  titleKey: string;
  was: StoredPaper | undefined;
  /** Its place in the digest before, and now; null when it was, or is, not there. */
  rankBefore: number | null;
  rank: number | null;
  mentions: PaperMention[];
  /** What records stated of it before. */
  statementsBefore: Statement[];
  /** Whether a record of it has come, or what any source says of it has come to it from elsewhere, or gone from it. */
  isRegrouped: boolean;
  is: SettledPaper | undefined;
}

/** What changes of what sources say. */
export interface News {
  /** The digest whose entries these are, instead of those that are stored. */
  digest?: DigestPlace;
  entries?: readonly RankedEntry[];
  /** Records that are not stored yet. */
  statements?: readonly Statement[];
  /** Stored records that are no more. */
  gone?: readonly Statement[];
  /** Who names papers; `namePapers` unless said. */
  name?: PaperNamer;
}

/** Decides which papers news are of, and what each that has to do with them shows from now on. */
export async function settleNews(db: Db, news: News): Promise<PaperChange[]> {
  const { digest, entries = [], statements = [], gone = [], name } = news;
  const printings = digest ? entries.map((entry) => printingOf({ ...digest, ...entry, paperPk: null })) : [];
  const mentions = [...printings, ...statements, ...gone];
  return settleKin(
    db,
    {
      titleKeys: [
        ...mentions.flatMap(({ titleKey }) => titleKey ?? []),
        ...(digest ? await titleKeysIn(db, digest.digestPk) : []),
      ],
      identifiers: mentions.flatMap(({ identifiers }) => identifiers),
      papers: [...statements.map(({ formerPaperPk }) => formerPaperPk), ...gone.map(({ paperPk }) => paperPk)],
    },
    { digest, printings, statements, gone, name },
  );
}

/** Decides anew which papers there are with these keys, and with those that are or may be one with them. */
export async function settleKin(
  db: Db,
  kinKeys: KinKeys,
  news: { digest?: DigestPlace; printings: Printing[] } & Pick<News, 'statements' | 'gone' | 'name'> = {
    printings: [],
  },
): Promise<PaperChange[]> {
  const kin = await readKin(db, kinKeys);
  const isReplaced = ({ digestPk }: Printing) => digestPk === news.digest?.digestPk;
  const replaced = kin.printings.filter(isReplaced);
  const gone = new Set(news.gone?.map(({ record }) => record.pk));
  const stored = [...kin.printings, ...kin.statements];
  const staying = stored.filter((mention) =>
    isPrinting(mention) ? !isReplaced(mention) : !gone.has(mention.record.pk),
  );
  const identified = identifyPapers(kin.papers, [...staying, ...news.printings, ...(news.statements ?? [])], replaced);
  const rankBefore = new Map(replaced.map(({ paperPk, rank }) => [paperPk, rank]));
  const countBefore = countByPaper(stored.filter((mention) => !(isPrinting(mention) && isReplaced(mention))));
  const statementsBefore = byPaper(kin.statements);
  const replacedOf = new Set([...replaced, ...(news.gone ?? [])].flatMap(({ paperPk }) => paperPk ?? []));
  const named = await (news.name ?? namePapers)(db, identified, replacedOf);
  return named.map(({ slug, was, mentions }): PaperChange => {
    const kept = mentions.filter(({ paperPk }) => paperPk !== null);
    const stayed = kept.filter(({ paperPk }) => paperPk === was?.pk);
    const is = mentions.length > 0 ? settlePaper(mentions, slug) : undefined;
    return {
      slug,
      titleKey: titleKey((is ?? (was as StoredPaper)).title),
      was,
      rankBefore: (was && rankBefore.get(was.pk)) ?? null,
      rank: mentions.filter(isPrinting).find(({ paperPk }) => paperPk === null)?.rank ?? null,
      mentions,
      statementsBefore: (was && statementsBefore.get(was.pk)) ?? [],
      isRegrouped:
        statementsOf(mentions).some(({ paperPk }) => paperPk === null) ||
        stayed.length < kept.length ||
        (was !== undefined && stayed.length < (countBefore.get(was.pk) ?? 0)),
      is,
    };
  });
}

function byPaper(statements: readonly Statement[]): Map<number | null, Statement[]> {
  const found = new Map<number | null, Statement[]>();
  for (const statement of statements) {
    const known = found.get(statement.paperPk);
    if (known) known.push(statement);
    else found.set(statement.paperPk, [statement]);
  }
  return found;
}

function countByPaper(mentions: readonly PaperMention[]): Map<number | null, number> {
  const counts = new Map<number | null, number>();
  for (const { paperPk } of mentions) counts.set(paperPk, (counts.get(paperPk) ?? 0) + 1);
  return counts;
}

/**
 * Tells the log what became of each paper: by rank; what is no longer in the digest comes last, by the rank it had. A digest
 * whose entry has become one of another paper has changed as well.
 */
export function noteChanges(log: ChangeSet, changes: readonly PaperChange[]): void {
  for (const { was, mentions } of changes) {
    for (const { paperPk, digestSlug } of mentions.filter(isPrinting)) {
      if (paperPk !== null && paperPk !== was?.pk) log.note('DIGEST', digestSlug, 'CHANGED');
    }
  }
  const leaving = new Set(leavingSlugs(changes));
  for (const { slug } of leaving) log.note('PAPER', slug, 'REMOVED');
  const placeOf = ({ rank, rankBefore }: PaperChange) => rank ?? BEHIND_ALL_RANKS + (rankBefore ?? 0);
  for (const { slug, was, is, ...change } of [...changes].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (!was || (is && was.slug !== slug)) log.note('PAPER', slug, 'ADDED');
    else if (leaving.has(was)) continue;
    else if (!is) log.note('PAPER', slug, 'REMOVED');
    else if (!showsSame(was, is) || change.isRegrouped || change.rankBefore !== change.rank)
      log.note('PAPER', slug, 'CHANGED');
  }
}

/** Stored papers that are called otherwise from now on, or that go and whose slugs others have now. */
export function leavingSlugs(changes: readonly PaperChange[]): StoredPaper[] {
  const given = new Set(changes.flatMap(({ slug, was, is }) => (is && was?.slug !== slug ? [slug] : [])));
  return changes.flatMap(({ slug, was, is }) => (was && (is ? was.slug !== slug : given.has(was.slug)) ? [was] : []));
}

/** A file has fewer lines. */
const BEHIND_ALL_RANKS = 10_000_000;

/** Whether nothing of what a paper shows has changed. */
export function showsSame(was: SettledPaper, is: SettledPaper): boolean {
  const parts = ['firstSeenOn', 'firstSeenKey', 'trendingScore'] as const;
  return !isOtherText(was, is) && !areOtherDetails(was, is) && parts.every((part) => was[part] === is[part]);
}

/** Whether a paper that goes on shows another text than before. */
export function isReworded({ was, is }: PaperChange): boolean {
  return was !== undefined && is !== undefined && isOtherText(was, is);
}

/** Whether a paper that goes on shows other authors, identifiers or other details than before. */
export function showsOtherDetails({ was, is }: PaperChange): boolean {
  return was !== undefined && is !== undefined && areOtherDetails(was, is);
}

/** Whether a paper that goes on names other authors than before. */
export function hasOtherAuthors({ was, is }: PaperChange): boolean {
  return was !== undefined && is !== undefined && !areSame(namesOf(was), namesOf(is));
}

function namesOf({ authors }: SettledPaper): string[] {
  return (authors ?? []).map(({ name }) => name);
}

/** Whether records state other links of a paper that goes on than before. */
export function hasOtherLinks({ was, is, statementsBefore, mentions }: PaperChange): boolean {
  return was !== undefined && is !== undefined && linksIn(statementsBefore) !== linksIn(statementsOf(mentions));
}

/** The records that state links, each once for all its links. */
function linksIn(statements: readonly Statement[]): string {
  return statements
    .filter(({ record }) => record.said.links.length > 0)
    .map(({ record }) => `${record.sourcePk}/${record.pk}/${record.hash}`)
    .sort()
    .join();
}

function isOtherText(was: SettledPaper, is: SettledPaper): boolean {
  return was.title !== is.title || was.abstract !== is.abstract;
}

function areOtherDetails(was: SettledPaper, is: SettledPaper): boolean {
  const parts = ['arxivId', 'doi', 'publishedOn', 'venue', 'isWithdrawn'] as const;
  const lists = ['authors', 'categories'] as const;
  return parts.some((part) => was[part] !== is[part]) || lists.some((list) => !areSame(was[list], is[list]));
}

/** Whether lists have the same in the same order, or there is none in both. */
export function areSame(one: readonly unknown[] | null, other: readonly unknown[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
