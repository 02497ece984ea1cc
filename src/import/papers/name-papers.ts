import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { paperSlug } from '../../parse/sameness/title';
import { type Db, keys, run } from '../../store/sql';
import type { IdentifiedPaper } from './identify-papers';
import { isPrinting, type PaperMention } from './mentions';

/** How much of a fingerprint goes behind a slug that another paper has, in hexadecimal digits; more when that is taken, too. */
const WHOLE = 64;
const FINGERPRINTS = [0, 8, 16, WHOLE];

/**
 * Gives each paper its public key: the one that it has; to a new one that of its title, or, where another paper has that,
 * with a fingerprint of its text behind it, so that it does not depend on how many others there are.
 */
export async function namePapers(
  db: Db,
  papers: readonly IdentifiedPaper[],
): Promise<(IdentifiedPaper & { slug: string })[]> {
  const slugs = new Map<IdentifiedPaper, string>();
  for (const paper of papers) if (paper.was) slugs.set(paper, paper.was.slug);
  for (const digits of FINGERPRINTS) {
    const unnamed = papers.filter((paper) => !slugs.has(paper));
    if (unnamed.length === 0) break;
    const wanted = unnamed.map((paper) => [paper, slugOf(paper, digits)] as const);
    const taken = await takenOf(
      db,
      wanted.map(([, slug]) => slug),
    );
    for (const [paper, slug] of wanted) {
      if (taken.has(slug)) continue;
      taken.add(slug);
      slugs.set(paper, slug);
    }
  }
  return papers.map((paper) => ({ ...paper, slug: slugs.get(paper) as string }));
}

function slugOf({ mentions: [first] }: IdentifiedPaper, digits: number): string {
  const mention = first as PaperMention;
  const { title, abstract } = mention;
  const slug = paperSlug(title);
  if (digits === 0) return slug;
  // Whatever has the same text as well is of another place.
  const place = isPrinting(mention) ? [mention.digestSlug, mention.rank] : [mention.record.hash];
  const text = digits < WHOLE ? [title, abstract] : [title, abstract, ...place];
  return `${slug}-${createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, digits)}`;
}

async function takenOf(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ slug: string }>(db, sql`select slug from paper where slug in ${keys(slugs)}`);
  return new Set(rows.map(({ slug }) => slug));
}
