import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { paperSlug } from '../../parse/sameness/title';
import { type Db, keys, run } from '../../store/sql';
import type { IdentifiedPaper } from './identify-papers';
import { isPrinting, type PaperMention } from './mentions';

/** A paper with its public key. */
export type NamedPaper = IdentifiedPaper & { slug: string };

/** How much of a fingerprint goes behind the slug of a title, in hexadecimal digits, and whether it is one of the place as well. */
interface Fingerprint {
  digits: number;
  isOfPlace: boolean;
}

/** More when that is taken, too: whatever has the same text as well is of another place. */
const FINGERPRINTS: readonly Fingerprint[] = [
  { digits: 0, isOfPlace: false },
  { digits: 8, isOfPlace: false },
  { digits: 16, isOfPlace: false },
  { digits: 64, isOfPlace: true },
];

/** Such as no paper has that was named by its title. */
const FINGERPRINTS_OF_PLACES: readonly Fingerprint[] = [
  { digits: 16, isOfPlace: true },
  { digits: 64, isOfPlace: true },
];

/**
 * Gives each paper its public key: the one that it has; to a new one that of its title, or, where another paper has that,
 * with a fingerprint of its text behind it, so that it does not depend on how many others there are.
 */
export async function namePapers(db: Db, papers: readonly IdentifiedPaper[]): Promise<NamedPaper[]> {
  const slugs = new Map<IdentifiedPaper, string>();
  for (const paper of papers) if (paper.was) slugs.set(paper, paper.was.slug);
  await nameAnew(db, papers, slugs, FINGERPRINTS, new Set());
  return named(papers, slugs);
}

/**
 * Gives each paper the public key under which most of what is said of it came, so that it is called as it is where that comes from.
 * One that was here before keeps its own. What cannot be called so, since another paper is, has a fingerprint behind the slug of its
 * title: for good, or until that paper is known to be the same one, or to be called otherwise.
 *
 * @param wanted the slug under which each mention came, or had when it was here before
 * @param replaced primary keys of papers of which something was said that others say now in its place
 */
export async function nameAsTheyCame(
  db: Db,
  papers: readonly IdentifiedPaper[],
  wanted: ReadonlyMap<PaperMention, string>,
  replaced: ReadonlySet<number>,
): Promise<NamedPaper[]> {
  const wantedBy = new Map(papers.map((paper) => [paper, byFrequency(slugsOf(paper, wanted))]));
  const slugs = new Map<IdentifiedPaper, string>();
  const given = new Set<string>();
  const give = (paper: IdentifiedPaper, slug: string): void => {
    slugs.set(paper, slug);
    given.add(slug);
  };
  for (const paper of papers) {
    const { was, mentions } = paper;
    if (was === undefined || mentions.length === 0) continue;
    if (replaced.has(was.pk) || wantedBy.get(paper)?.includes(was.slug)) give(paper, was.slug);
  }
  // Those that go leave theirs to others as well.
  const leaving = new Set(papers.flatMap((paper) => (paper.was && !slugs.has(paper) ? [paper.was.pk] : [])));
  const unnamed = papers.filter((paper) => paper.mentions.length > 0 && !slugs.has(paper));
  const holders = await holdersOf(
    db,
    unnamed.flatMap((paper) => wantedBy.get(paper) ?? []),
  );
  for (const paper of unnamed) {
    const slug = wantedBy.get(paper)?.find((each) => !given.has(each) && isFree(holders.get(each), leaving));
    if (slug !== undefined) give(paper, slug);
  }
  for (const paper of papers) if (paper.was && paper.mentions.length === 0) slugs.set(paper, paper.was.slug);
  await nameAnew(db, papers, slugs, FINGERPRINTS_OF_PLACES, leaving);
  return named(papers, slugs);
}

/** @param leaving primary keys of papers whose slugs may be given to others */
async function nameAnew(
  db: Db,
  papers: readonly IdentifiedPaper[],
  slugs: Map<IdentifiedPaper, string>,
  fingerprints: readonly Fingerprint[],
  leaving: ReadonlySet<number>,
): Promise<void> {
  for (const fingerprint of fingerprints) {
    const unnamed = papers.filter((paper) => !slugs.has(paper));
    if (unnamed.length === 0) return;
    const wanted = unnamed.map((paper) => [paper, slugOf(paper, fingerprint)] as const);
    const holders = await holdersOf(
      db,
      wanted.map(([, slug]) => slug),
    );
    const given = new Set<string>();
    for (const [paper, slug] of wanted) {
      if (given.has(slug) || !isFree(holders.get(slug), leaving)) continue;
      given.add(slug);
      slugs.set(paper, slug);
    }
  }
}

function named(papers: readonly IdentifiedPaper[], slugs: ReadonlyMap<IdentifiedPaper, string>): NamedPaper[] {
  return papers.map((paper) => ({ ...paper, slug: slugs.get(paper) as string }));
}

function slugOf({ mentions: [first] }: IdentifiedPaper, { digits, isOfPlace }: Fingerprint): string {
  const mention = first as PaperMention;
  const { title, abstract } = mention;
  const slug = paperSlug(title);
  if (digits === 0) return slug;
  const place = isPrinting(mention) ? [mention.digestSlug, mention.rank] : [mention.record.hash];
  const text = isOfPlace ? [title, abstract, ...place] : [title, abstract];
  return `${slug}-${createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, digits)}`;
}

function slugsOf({ mentions }: IdentifiedPaper, wanted: ReadonlyMap<PaperMention, string>): string[] {
  return mentions.flatMap((mention) => wanted.get(mention) ?? []);
}

/** Each once, the most frequent first, equals by code. */
function byFrequency(slugs: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([slug]) => slug);
}

function isFree(holder: number | undefined, leaving: ReadonlySet<number>): boolean {
  return holder === undefined || leaving.has(holder);
}

/** Primary keys of the papers that have slugs. */
async function holdersOf(db: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  const rows = await run<{ pk: number; slug: string }>(
    db,
    sql`select id as pk, slug from paper where slug in ${keys(slugs)}`,
  );
  return new Map(rows.map(({ pk, slug }) => [slug, pk]));
}
