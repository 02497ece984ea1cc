import fastify from 'fastify';
import mercurius from 'mercurius';
import { openDatabase } from './databases.mjs';
import { authorsOf, createReads, nameWithOwner, repositoryUrl } from './statements.mjs';

const schema = `
  type Query {
    papers(first: Int = 20, after: String): PaperConnection!
    paper(by: PaperKey!): Paper
    topic(slug: String!): Topic
    topics(first: Int = 20, filter: TopicFilter): TopicConnection!
  }
  input PaperKey { slug: String! }
  input TopicFilter { isRoot: Boolean }
  type PageInfo { hasNextPage: Boolean! }
  type PaperConnection { edges: [PaperEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type PaperEdge { node: Paper! }
  type Paper {
    slug: String! title: String! abstract: String authors: [PaperAuthor!]! publishedOn: String arxivId: String doi: String
    firstSeenOn: String
    topics: PaperTopicConnection! repositories: RepositoryConnection! digests: PaperDigestConnection! links: [PaperLink!]!
  }
  type PaperAuthor { name: String! }
  type PaperTopicConnection { edges: [PaperTopicEdge!]! }
  type PaperTopicEdge { node: Topic! score: Float! method: TopicMethod! evidence: [Evidence!]! }
  enum TopicMethod { NAME ALIAS ACRONYM }
  type Evidence { field: String! text: String! start: Int! end: Int! sentence: String! }
  type RepositoryConnection { edges: [RepositoryEdge!]! }
  type RepositoryEdge { node: Repository! }
  type Repository {
    host: String! owner: String! name: String! paperCount: Int! nameWithOwner: String! url: String!
  }
  type PaperDigestConnection { edges: [PaperDigestEdge!]! }
  type PaperDigestEdge { rank: Int! node: Digest! }
  type Digest { slug: String! curator: String dateLabel: String date: String fileName: String! }
  type PaperLink {
    kind: String! url: String! urlAsWritten: String! availability: String! ref: String path: String evidence: Evidence!
    repository: Repository
  }
  type TopicConnection { edges: [TopicEdge!]! }
  type TopicEdge { node: Topic! }
  type Topic {
    slug: String! name: String! description: String aliases: [String!]! paperCount: Int!
    children(first: Int = 20): TopicConnection!
    papers(first: Int = 20): TopicPaperConnection!
  }
  type TopicPaperConnection { edges: [PaperEdge!]! pageInfo: PageInfo! totalCount: Int! }
`;

const reads = createReads(openDatabase(process.env));

const resolvers = {
  Query: {
    papers: (_, { first, after }) => reads.papers(first, after),
    paper: (_, { by }) => reads.paper(by.slug),
    topic: (_, { slug }) => reads.topic(slug),
    topics: (_, { first }) => reads.rootTopics(first),
  },
  PaperConnection: { totalCount: () => reads.paperCount() },
  Paper: { authors: authorsOf },
  Repository: { nameWithOwner, url: repositoryUrl },
};

/** Without Mercurius' cache inside a request, which would turn every parent into a text to find it again. */
const batched = (load) => ({ loader: async (queries) => load(queries), opts: { cache: false } });
const byId = (load) => batched((queries) => load(queries.map(({ obj }) => obj.id)));

const loaders = {
  Paper: {
    topics: byId(reads.topicsOf),
    repositories: byId(reads.repositoriesOf),
    digests: byId(reads.digestsOf),
    links: byId(reads.linksOf),
  },
  PaperLink: { repository: batched((queries) => reads.repositories(queries.map(({ obj }) => obj.repositoryId))) },
  Topic: {
    children: byId(reads.childrenOf),
    papers: batched((queries) => Promise.all(queries.map(({ obj, params }) => reads.papersOfTopic(obj, params.first)))),
  },
};

const server = fastify();
server.register(mercurius, { schema, resolvers, loaders, jit: 1, path: '/graphql' });
await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
