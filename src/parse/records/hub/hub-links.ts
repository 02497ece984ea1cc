import { addressesOf } from '../addresses';
import { countOf, type JsonObject, shortOf, textsIn } from '../json/members';
import type { RecordLink, Stated } from '../record';
import { linkOf, stated } from '../stated';

/** `owner/name` by itself is on GitHub: owners there have no dots. */
const ON_GITHUB = /^[A-Za-z\d][A-Za-z\d-]*\/[\w.-]+$/;

/**
 * The addresses that the hub states of a paper: its repository, its project page, and images and videos.
 *
 * @param way to the paper, in front of the fields: `paper.`, or nothing
 */
export function hubLinksOf(wrapper: JsonObject, paper: JsonObject, way: string): Stated<RecordLink>[] {
  const links: Stated<RecordLink>[] = [];
  const known = new Set<string>();
  const add = (field: string, written: string, url: string, link: Partial<RecordLink>): void => {
    if (known.has(url)) return;
    known.add(url);
    links.push(stated(field, written, { ...linkOf(url, 'OTHER'), ...link }));
  };
  const repository = shortOf(paper.githubRepo ?? paper.github_repo);
  for (const url of repository === null ? [] : repositoryAddresses(repository)) {
    const isGuess = shortOf(paper.githubRepoAddedBy)?.trim() === 'auto';
    const stars = countOf(paper.githubStars ?? paper.github_stars);
    add(`${way}githubRepo`, repository as string, url, { role: 'CODE', stars, isGuess });
  }
  const page = shortOf(paper.projectPage ?? paper.project_page);
  for (const url of page === null ? [] : addressesOf(page)) {
    add(`${way}projectPage`, page as string, url, { role: 'PROJECT' });
  }
  for (const [field, list] of [
    [`${way}mediaUrls`, paper.mediaUrls],
    ['mediaUrls', wrapper.mediaUrls],
  ] as const) {
    for (const written of textsIn(list)) {
      for (const url of addressesOf(shortOf(written) ?? '')) add(field, written, url, { role: 'MEDIA' });
    }
  }
  return links;
}

function repositoryAddresses(written: string): string[] {
  const joined = written.replace(/\s+/g, '');
  return ON_GITHUB.test(joined) ? [`https://github.com/${joined}`] : addressesOf(written);
}
