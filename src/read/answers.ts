/**
 * What the operations of `schema/operations/reader` answer, as far as pages look at it. `test/clients/typed.test.ts` holds
 * it against what is generated from the schema.
 */

export interface LinkedTopic {
  name: string;
  resourcePath: string;
}

export interface LinkedDigest {
  title: string;
  date: string | null;
  resourcePath: string;
}

export interface LinkedPaper {
  title: string;
  resourcePath: string;
}

export type Availability = 'AVAILABLE' | 'ANNOUNCED';

/** A paper as it stands in a list. */
export interface ListedPaper extends LinkedPaper {
  excerpt: string | null;
  /** Not asked for where the list is of one day. */
  firstSeenOn?: string | null;
  publishedOn?: string | null;
  publicationYear?: number | null;
  topics: { totalCount: number; nodes: readonly LinkedTopic[] };
  repositories: {
    totalCount: number;
    edges: readonly {
      link: { availability: Availability };
      node: { nameWithOwner: string; resourcePath: string };
    }[];
  };
}

/** Where a page of a list ends. */
export interface PageEnd {
  hasNextPage: boolean;
  endCursor: string | null;
}

export type Movement = 'NEW' | 'RETURNED' | 'UP' | 'DOWN' | 'UNCHANGED';

export interface RankedPaper {
  rank: number;
  previousRank: number | null;
  movement: Movement;
  node: ListedPaper;
}

export interface Issue extends LinkedDigest {
  slug: string;
  curator: string | null;
  newPaperCount: number;
  previous: LinkedDigest | null;
  next: LinkedDigest | null;
  papers: { totalCount: number; pageInfo: PageEnd; edges: readonly RankedPaper[] };
  topics: { totalCount: number; edges: readonly { digestPaperCount: number; node: LinkedTopic }[] };
}

export interface Archive {
  totalCount: number;
  nodes: readonly LinkedDigest[];
}

/** Lists are null only where they are refused, and then there is no page. */
export interface NewestIssueAnswer {
  digests: { nodes: readonly { slug: string }[] } | null;
}

export interface IssueAnswer {
  digest: Issue | null;
  archive: Archive | null;
}

export interface NewestPapersAnswer {
  papers: { totalCount: number; pageInfo: PageEnd; nodes: readonly ListedPaper[] } | null;
}

export interface ArchiveAnswer {
  digests: {
    totalCount: number;
    pageInfo: PageEnd;
    nodes: readonly (LinkedDigest & { newPaperCount: number; papers: { totalCount: number } })[];
  } | null;
}

/** Words that a fact was read from. */
export interface Place {
  field: 'TITLE' | 'ABSTRACT';
  start: number;
  end: number;
}

export interface ShownLink {
  kind: string;
  url: string;
  urlAsWritten: string;
  availability: Availability;
  evidence: (Place & { sentence: string }) | null;
}

export interface Paper extends LinkedPaper {
  slug: string;
  abstract: string | null;
  excerpt: string | null;
  firstSeenOn: string | null;
  publishedOn: string | null;
  publicationYear: number | null;
  venue: string | null;
  arxivId: string | null;
  doi: string | null;
  isWithdrawn: boolean;
  categories: readonly string[];
  readAt: readonly string[];
  authors: readonly { name: string; orcid: string | null; affiliations: readonly string[] }[];
  identifiers: readonly { scheme: string; value: string }[];
  versions: readonly { number: number; date: string | null }[];
  votes: { count: number; day: string | null } | null;
  keywords: readonly { name: string }[];
  topics: {
    edges: readonly {
      score: number;
      standing: 'ABOUT' | 'MENTIONED';
      evidence: readonly (Place & { text: string })[];
      node: LinkedTopic;
    }[];
  };
  repositories: {
    totalCount: number;
    edges: readonly {
      link: { availability: Availability };
      node: {
        nameWithOwner: string;
        host: string;
        url: string;
        resourcePath: string;
        paperCount: number;
        frameworks: readonly string[];
        stars: { count: number; day: string | null } | null;
      };
    }[];
  };
  links: readonly ShownLink[];
  digests: { totalCount: number; edges: readonly { rank: number; node: LinkedDigest }[] };
  relatedPapers: {
    edges: readonly {
      score: number;
      sharedTerms: readonly string[];
      sharedTopics: readonly LinkedTopic[];
      node: LinkedPaper;
    }[];
  };
  trending: {
    score: number;
    asOf: string;
    formula: string;
    components: readonly { name: string; value: number; weight: number }[];
  } | null;
  results: readonly { task: string; dataset: string; metric: string; value: string; model: string }[];
  records: readonly { number: number; source: { file: string; format: string; licence: string | null } }[];
  bibtex: string;
  markdown: string;
  ris: string;
  cslJson: string;
}

export interface PaperAnswer {
  paper: Paper | null;
}

export interface CountedTopic extends LinkedTopic {
  paperCount: number;
}

/** A topic with those below it, as far as they were asked for. */
export interface TopicInTree extends CountedTopic {
  description: string | null;
  children?: { nodes: readonly TopicInTree[] };
}

export interface TopicsAnswer {
  topics: { nodes: readonly TopicInTree[] } | null;
}

export interface TopicAnswer {
  topic:
    | (CountedTopic & {
        slug: string;
        description: string | null;
        aliases: readonly string[];
        ancestors: readonly LinkedTopic[];
        children: { nodes: readonly CountedTopic[] };
        coOccurringTopics: {
          totalCount: number;
          edges: readonly { sharedPaperCount: number; lift: number; node: LinkedTopic }[];
        };
        papers: {
          totalCount: number;
          pageInfo: PageEnd;
          edges: readonly { score: number; via: LinkedTopic; node: ListedPaper }[];
        };
      })
    | null;
}

export interface Repository {
  host: string;
  nameWithOwner: string;
  url: string;
  resourcePath: string;
  paperCount: number;
  frameworks: readonly string[];
  stars: { count: number; day: string | null } | null;
  papers: {
    totalCount: number;
    pageInfo: PageEnd;
    edges: readonly {
      link: { url: string; availability: Availability; evidence: { sentence: string } | null };
      node: ListedPaper;
    }[];
  };
}

export interface RepositoryAnswer {
  resource: ({ __typename: 'Repository' } & Repository) | { __typename: 'Paper' | 'Topic' | 'Digest' } | null;
}

export interface Highlight {
  field: string;
  fragment: string;
  ranges: readonly { start: number; end: number }[];
}

export interface Facet {
  value: string;
  label: string;
  count: number;
}

export type Found =
  | ({ __typename: 'Paper' } & ListedPaper)
  | ({ __typename: 'Topic'; description: string | null } & CountedTopic)
  | {
      __typename: 'Repository';
      nameWithOwner: string;
      host: string;
      url: string;
      resourcePath: string;
      paperCount: number;
    };

export interface SearchAnswer {
  search: {
    totalCount: number;
    isComplete: boolean;
    unmatched: readonly string[];
    suggestion: string | null;
    pageInfo: PageEnd;
    edges: readonly { highlights: readonly Highlight[]; node: Found }[];
    facets: { topics: readonly Facet[]; repositoryHosts: readonly Facet[]; years: readonly Facet[] };
  } | null;
}

export interface NearestAnswer {
  search: {
    nodes: readonly (
      | ({ __typename: 'Paper' } & LinkedPaper)
      | ({ __typename: 'Topic' } & LinkedTopic)
      | { __typename: 'Repository'; nameWithOwner: string; resourcePath: string }
    )[];
  } | null;
}
