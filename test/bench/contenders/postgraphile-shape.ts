import { at, type Json } from '../ask';

/**
 * The queries in the words of the schema that PostGraphile makes of the tables (its Amber preset), and back: how its
 * answers read in Offprint's. Beside other names there are these differences:
 * - evidence and aliases are JSON values, not objects of the schema;
 * - names and addresses of repositories are put together by the client;
 * - topics with the same score, and digests, come in no given order.
 */
const PAGE = `edges {
  node {
    slug title abstract firstSeenOn
    paperTopicsByPaperId(orderBy: SCORE_DESC) {
      edges { node { score method evidence topicByTopicId { slug name } } }
    }
    paperRepositoriesByPaperId(orderBy: POSITION_ASC) {
      edges { node { repositoryByRepositoryId { host owner name } } }
    }
  }
}
pageInfo { hasNextPage }`;

export const postgraphileDocuments: Record<string, string> = {
  page: `query Page { allPapers(first: 20, orderBy: FIRST_SEEN_KEY_DESC) { ${PAGE} } }`,
  'page-deep': `query PageDeep($after: Cursor!) {
    allPapers(first: 20, after: $after, orderBy: FIRST_SEEN_KEY_DESC) { ${PAGE} }
  }`,
  paper: `query Paper($slug: String!) {
    paperBySlug(slug: $slug) {
      slug title abstract authors publishedOn arxivId doi firstSeenOn
      digestPapersByPaperId { edges { node { rank digestByDigestId { slug curator dateLabel date fileName: source } } } }
      paperTopicsByPaperId(orderBy: SCORE_DESC) {
        edges { node { score method evidence topicByTopicId { slug name description aliases } } }
      }
      paperLinksByPaperId(orderBy: PRIMARY_KEY_ASC) {
        edges {
          node {
            kind url urlAsWritten availability ref path evidence
            repositoryByRepositoryId { host owner name }
          }
        }
      }
      paperRepositoriesByPaperId(orderBy: POSITION_ASC) {
        edges { node { repositoryByRepositoryId { host owner name paperCount } } }
      }
    }
  }`,
  topic: `query Topic($slug: String!) {
    topicBySlug(slug: $slug) {
      slug name
      topicPapersByTopicId(first: 20, orderBy: FIRST_SEEN_KEY_DESC) {
        edges {
          node {
            paperByPaperId {
              slug title firstSeenOn
              paperRepositoriesByPaperId(orderBy: POSITION_ASC) {
                edges { node { repositoryByRepositoryId { host owner name } } }
              }
            }
          }
        }
        pageInfo { hasNextPage }
      }
    }
  }`,
  tree: `query Tree {
    allTopics(first: 100, condition: { parentId: null }, orderBy: NAME_KEY_ASC) {
      edges {
        node {
          slug name paperCount
          topicsByParentId(first: 100, orderBy: NAME_KEY_ASC) { edges { node { slug name paperCount } } }
        }
      }
    }
  }`,
  count: 'query Count { allPapers { totalCount } }',
  'topic-count':
    'query TopicCount($slug: String!) { topicBySlug(slug: $slug) { topicPapersByTopicId { totalCount } } }',
};

const shapes: Record<string, (data: Json) => Json> = {
  page: (data) => ({ papers: toPage(at(data, 'allPapers'), toListedPaper) }),
  'page-deep': (data) => ({ papers: toPage(at(data, 'allPapers'), toListedPaper) }),
  paper: (data) => ({ paper: toWholePaper(at(data, 'paperBySlug')) }),
  topic: (data) => {
    const topic = at(data, 'topicBySlug');
    const toPaper = (node: Json) => {
      const paper = at(node, 'paperByPaperId');
      return {
        ...keep(paper, 'slug', 'title', 'firstSeenOn'),
        repositories: toRepositories(paper, (repository) => addressOf(repository)),
      };
    };
    return { topic: { ...keep(topic, 'slug', 'name'), papers: toPage(at(topic, 'topicPapersByTopicId'), toPaper) } };
  },
  tree: (data) => ({
    topics: toEdges(at(data, 'allTopics'), (node) => ({
      node: {
        ...keep(node, 'slug', 'name', 'paperCount'),
        children: toEdges(at(node, 'topicsByParentId'), (child) => ({ node: child })),
      },
    })),
  }),
  count: (data) => ({ papers: at(data, 'allPapers') }),
  'topic-count': (data) => ({ topic: { papers: at(data, 'topicBySlug', 'topicPapersByTopicId') } }),
};

/** What PostGraphile answered, under the names of Offprint's answer. */
export function toOffprintShape(query: string, data: Json): Json {
  const shape = shapes[query];
  if (!shape) throw new Error(`PostGraphile: expected a query that it has words for, got ${query}`);
  return shape(data);
}

type Named = { [name: string]: Json };

function toListedPaper(node: Json): Named {
  return {
    ...keep(node, 'slug', 'title', 'abstract', 'firstSeenOn'),
    topics: toTopics(node),
    repositories: toRepositories(node, (repository) => ({
      ...keep(repository, 'host', 'owner', 'name'),
      ...addressOf(repository),
    })),
  };
}

function toWholePaper(paper: Json): Named {
  const plain = ['slug', 'title', 'abstract', 'publishedOn', 'arxivId', 'doi', 'firstSeenOn'];
  const digests = toEdges(at(paper, 'digestPapersByPaperId'), (node) => ({
    rank: at(node, 'rank'),
    node: at(node, 'digestByDigestId'),
  }));
  const newestFirst = [...digests.edges].sort((a, b) => inOrder(at(b, 'node', 'date'), at(a, 'node', 'date')));
  return {
    ...keep(paper, ...plain),
    authors: toAuthors(at(paper, 'authors')),
    digests: { edges: newestFirst },
    topics: toTopics(paper),
    links: toEdges(at(paper, 'paperLinksByPaperId'), (node) => {
      const repository = at(node, 'repositoryByRepositoryId');
      return {
        ...keep(node, 'kind', 'url', 'urlAsWritten', 'availability', 'ref', 'path', 'evidence'),
        repository: repository === null ? null : addressOf(repository),
      };
    }).edges,
    repositories: toRepositories(paper, (repository) => ({
      ...keep(repository, 'host', 'owner', 'name', 'paperCount'),
      ...addressOf(repository),
    })),
  };
}

/** Stored as the JSON text of their names, or null. */
function toAuthors(authors: Json): Named[] {
  return authors === null ? [] : (JSON.parse(String(authors)) as string[]).map((name) => ({ name }));
}

function toTopics(paper: Json): Named {
  const { edges } = toEdges(at(paper, 'paperTopicsByPaperId'), (node) => ({
    ...keep(node, 'score', 'method', 'evidence'),
    node: at(node, 'topicByTopicId'),
  }));
  const bestFirst = [...edges].sort(
    (a, b) => Number(at(b, 'score')) - Number(at(a, 'score')) || inOrder(at(a, 'node', 'slug'), at(b, 'node', 'slug')),
  );
  return { edges: bestFirst };
}

function toRepositories(paper: Json, toRepository: (repository: Json) => Named): Named {
  return toEdges(at(paper, 'paperRepositoriesByPaperId'), (node) => ({
    node: toRepository(at(node, 'repositoryByRepositoryId')),
  }));
}

function addressOf(repository: Json): Named {
  const nameWithOwner = `${at(repository, 'owner')}/${at(repository, 'name')}`;
  return { nameWithOwner, url: `https://${at(repository, 'host')}/${nameWithOwner}` };
}

function toPage(connection: Json, toNode: (node: Json) => Named): Named {
  return { ...toEdges(connection, (node) => ({ node: toNode(node) })), pageInfo: at(connection, 'pageInfo') };
}

function toEdges(connection: Json, toEdge: (node: Json) => Named): { edges: Named[] } {
  return { edges: (at(connection, 'edges') as Json[]).map((edge) => toEdge(at(edge, 'node'))) };
}

function keep(value: Json, ...names: string[]): Named {
  return Object.fromEntries(names.map((name) => [name, at(value, name)]));
}

function inOrder(a: Json, b: Json): number {
  return String(a) < String(b) ? -1 : 1;
}
