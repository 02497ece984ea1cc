/** What every contender is asked. */
export interface BenchQuery {
  name: string;
  title: string;
  /** For Offprint, and for the peers whose schema has the same names. */
  document: string;
  /** What the requests ask for in turn. */
  variants: readonly Variant[];
}

/** The thing that one request asks for. */
export interface Variant {
  /** Slug of the paper or topic. */
  slug?: string;
  /** The paper that stands right before the page. */
  after?: PlaceBefore;
}

export interface PlaceBefore {
  slug: string;
  /** In Offprint's list of papers. */
  cursor: string;
  /** `first_seen_key` of the paper: the keyset of peers. */
  key: string;
}

const EVIDENCE = 'evidence { field text start end sentence }';

const PAGE = `edges {
  node {
    slug title abstract firstSeenOn
    topics { edges { score method ${EVIDENCE} node { slug name } } }
    repositories { edges { node { host owner name nameWithOwner url } } }
  }
}
pageInfo { hasNextPage }`;

export const documents = {
  page: `query Page { papers(first: 20) { ${PAGE} } }`,
  'page-deep': `query PageDeep($after: String!) { papers(first: 20, after: $after) { ${PAGE} } }`,
  paper: `query Paper($slug: String!) {
    paper(by: { slug: $slug }) {
      slug title abstract authors { name } publishedOn arxivId doi firstSeenOn
      digests { edges { rank node { slug curator dateLabel date fileName } } }
      topics { edges { score method ${EVIDENCE} node { slug name description aliases } } }
      links { kind url urlAsWritten availability ref path ${EVIDENCE} repository { nameWithOwner url } }
      repositories { edges { node { host owner name nameWithOwner url paperCount } } }
    }
  }`,
  topic: `query Topic($slug: String!) {
    topic(slug: $slug) {
      slug name
      papers(first: 20) {
        edges { node { slug title firstSeenOn repositories { edges { node { nameWithOwner url } } } } }
        pageInfo { hasNextPage }
      }
    }
  }`,
  tree: `query Tree {
    topics(first: 100, filter: { isRoot: true }) {
      edges { node { slug name paperCount children(first: 100) { edges { node { slug name paperCount } } } } }
    }
  }`,
  count: 'query Count { papers { totalCount } }',
  'topic-count': 'query TopicCount($slug: String!) { topic(slug: $slug) { papers { totalCount } } }',
} as const;

const titles: Record<keyof typeof documents, string> = {
  page: 'First page: 20 papers with topics (score, method, evidence) and repositories',
  'page-deep': 'The same page with 90 % of the papers before it',
  paper: 'One paper whole: all fields, digests, topics with evidence, links, repositories',
  topic: 'A topic, 20 of its papers, their repositories',
  tree: 'The topic tree: roots, their children, paper counts',
  count: '`totalCount` of all papers',
  'topic-count': "`totalCount` of a topic's papers",
};

/** The queries in the order of the tables. */
export function listQueries(chosen: { places: PlaceBefore[]; papers: string[]; topics: string[] }): BenchQuery[] {
  const papers = chosen.papers.map((slug) => ({ slug }));
  const topics = chosen.topics.map((slug) => ({ slug }));
  const variants: Record<keyof typeof documents, Variant[]> = {
    page: [{}],
    'page-deep': chosen.places.map((after) => ({ after })),
    paper: papers,
    topic: topics,
    tree: [{}],
    count: [{}],
    'topic-count': topics,
  };
  return (Object.keys(documents) as (keyof typeof documents)[]).map((name) => ({
    name,
    title: titles[name],
    document: documents[name],
    variants: variants[name],
  }));
}
