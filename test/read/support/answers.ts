import type { Issue, ListedPaper, Paper } from '../../../src/read/answers';

/** A paper of a list, with what is given. */
export function listed(given: Partial<ListedPaper> = {}): ListedPaper {
  return {
    title: 'On Widgets',
    resourcePath: '/papers/on-widgets',
    excerpt: 'Widgets are made in many towns.',
    topics: { totalCount: 0, nodes: [] },
    repositories: { totalCount: 0, edges: [] },
    ...given,
  };
}

/** An issue of these papers. */
export function issueOf(papers: readonly ListedPaper[], given: Partial<Issue> = {}): Issue {
  return {
    slug: '2025-03-11',
    title: 'Trending papers, 11 March 2025',
    date: '2025-03-11',
    resourcePath: '/2025-03-11',
    curator: null,
    newPaperCount: papers.length,
    previous: null,
    next: null,
    topics: { totalCount: 0, edges: [] },
    papers: {
      totalCount: papers.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: papers.map((node, index) => ({ rank: index + 1, previousRank: null, movement: 'NEW' as const, node })),
    },
    ...given,
  };
}

/** A paper of which nothing is known but what is given. */
export function paperWith(given: Partial<Paper> = {}): Paper {
  return {
    slug: 'on-widgets',
    title: 'On Widgets',
    resourcePath: '/papers/on-widgets',
    abstract: null,
    excerpt: null,
    firstSeenOn: null,
    publishedOn: null,
    publicationYear: null,
    venue: null,
    arxivId: null,
    doi: null,
    isWithdrawn: false,
    categories: [],
    readAt: [],
    authors: [],
    identifiers: [],
    versions: [],
    votes: null,
    keywords: [],
    topics: { edges: [] },
    repositories: { totalCount: 0, edges: [] },
    links: [],
    digests: { totalCount: 0, edges: [] },
    relatedPapers: { edges: [] },
    trending: null,
    results: [],
    records: [],
    bibtex: '@misc{x}',
    markdown: 'x',
    ris: 'TY  - GEN',
    cslJson: '{}',
    ...given,
  };
}
