import type { CitedPaper } from '../cite/cited-paper';
import type { StoredRecord } from '../lists/look-up/records';
import type { LinkRole } from '../parse/records/record';
import type { Paper } from '../store/entities/paper/paper';
import type { PaperLink } from '../store/entities/paper/paper-link';

/** What links a citation is made of. */
export type CitedLink = Pick<PaperLink, 'kind' | 'url' | 'availability'>;

/** The columns of a paper that a citation is made of. */
export type CitedRow = Pick<
  Paper,
  'slug' | 'title' | 'abstract' | 'authors' | 'publishedOn' | 'venue' | 'arxivId' | 'categories' | 'doi'
>;

/** Where records say that a paper can be read, the page that shows it before the paper itself. */
const READ_AT: readonly LinkRole[] = ['LANDING', 'PDF'];

/**
 * What a citation says of a paper. Its address is that of arXiv or its DOI, which stay; that of a source only where it has
 * neither.
 *
 * @param records all that sources beside digests say of it
 * @param links in the order of the paper
 */
export function citedPaperOf(
  paper: CitedRow,
  records: readonly Pick<StoredRecord, 'said'>[],
  links: readonly CitedLink[],
): CitedPaper {
  const { slug, title, abstract, publishedOn, venue, arxivId, doi } = paper;
  return {
    slug,
    title,
    abstract,
    authors: (paper.authors ?? []).map(({ name, given = null, family = null }) => ({ name, given, family })),
    publishedOn,
    venue,
    arxivId,
    primaryCategory: paper.categories?.[0] ?? null,
    doi,
    url: arxivId === null && doi === null ? addressIn(records) : null,
    codeUrls: links.filter(isCodeThere).map(({ url }) => url),
    keywords: [...new Set(records.flatMap(({ said }) => said.keywords.map(({ value }) => value)))],
  };
}

/** What is announced is cited once it is there. */
function isCodeThere({ kind, availability }: CitedLink): boolean {
  return kind === 'REPOSITORY' && availability === 'AVAILABLE';
}

function addressIn(records: readonly Pick<StoredRecord, 'said'>[]): string | null {
  const links = records.flatMap(({ said }) => said.links.map(({ value }) => value));
  for (const role of READ_AT) {
    const link = links.find((other) => other.role === role);
    if (link) return link.url;
  }
  return null;
}
