import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import { createYoga } from 'graphql-yoga';
import { openDatabase } from './databases.mjs';
import { authorsOf, createReads, nameWithOwner, repositoryUrl } from './statements.mjs';

const reads = createReads(openDatabase(process.env));
const builder = new SchemaBuilder({ plugins: [DataloaderPlugin] });

/** Gives a type its fields: plain ones by name and type (`?` behind the name: may be null), and what `more` adds. */
const fields = (type, exposed, more = () => ({})) =>
  type.implement({
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(exposed).map(([marked, of]) => {
          const name = marked.replace('?', '');
          return [name, t.expose(name, { type: of, nullable: name !== marked })];
        }),
      ),
      ...more(t),
    }),
  });

const ref = (name) => builder.objectRef(name);
const PageInfo = ref('PageInfo');
const Evidence = ref('Evidence');
const Repository = ref('Repository');
const Digest = ref('Digest');
const PaperLink = ref('PaperLink');
const Paper = ref('Paper');
const PaperAuthor = ref('PaperAuthor');
const Topic = ref('Topic');

/** A connection: edges with a node and what else the edge says; with a page and a total where asked for. */
const connection = (name, node, facts = {}, more = () => ({})) => {
  const Edge = fields(ref(`${name}Edge`), { node, ...facts });
  return fields(ref(`${name}Connection`), { edges: [Edge] }, more);
};

fields(PaperAuthor, { name: 'String' });
fields(PageInfo, { hasNextPage: 'Boolean' });
fields(Evidence, { field: 'String', text: 'String', start: 'Int', end: 'Int', sentence: 'String' });
fields(Repository, { host: 'String', owner: 'String', name: 'String', paperCount: 'Int' }, (t) => ({
  nameWithOwner: t.string({ resolve: nameWithOwner }),
  url: t.string({ resolve: repositoryUrl }),
}));
fields(Digest, {
  slug: 'String',
  'curator?': 'String',
  'dateLabel?': 'String',
  'date?': 'String',
  fileName: 'String',
});

const RepositoryConnection = connection('Repository', Repository);
const PaperDigestConnection = connection('PaperDigest', Digest, { rank: 'Int' });
const PaperTopicConnection = connection('PaperTopic', Topic, {
  score: 'Float',
  method: 'String',
  evidence: [Evidence],
});
const TopicConnection = connection('Topic', Topic);
const paged = (totalCount) => (t) => ({
  pageInfo: t.expose('pageInfo', { type: PageInfo }),
  totalCount: t.int({ resolve: totalCount }),
});
const PaperConnection = connection(
  'Paper',
  Paper,
  {},
  paged(() => reads.paperCount()),
);
const TopicPaperConnection = connection(
  'TopicPaper',
  Paper,
  {},
  paged(({ totalCount }) => totalCount),
);

fields(
  PaperLink,
  {
    kind: 'String',
    url: 'String',
    urlAsWritten: 'String',
    availability: 'String',
    'ref?': 'String',
    'path?': 'String',
    evidence: Evidence,
  },
  (t) => ({
    repository: t.loadable({
      type: Repository,
      nullable: true,
      load: async (ids) => reads.repositories(ids),
      resolve: ({ repositoryId }) => repositoryId,
    }),
  }),
);

const loadable = (t, type, load) => t.loadable({ type, load: async (ids) => load(ids), resolve: ({ id }) => id });

fields(
  Paper,
  {
    slug: 'String',
    title: 'String',
    'abstract?': 'String',
    'publishedOn?': 'String',
    'arxivId?': 'String',
    'doi?': 'String',
    'firstSeenOn?': 'String',
  },
  (t) => ({
    authors: t.field({ type: [PaperAuthor], resolve: authorsOf }),
    topics: loadable(t, PaperTopicConnection, reads.topicsOf),
    repositories: loadable(t, RepositoryConnection, reads.repositoriesOf),
    digests: loadable(t, PaperDigestConnection, reads.digestsOf),
    links: t.loadableList({ type: PaperLink, load: async (ids) => reads.linksOf(ids), resolve: ({ id }) => id }),
  }),
);

const first = (t) => t.arg.int({ defaultValue: 20, required: true });

fields(
  Topic,
  { slug: 'String', name: 'String', 'description?': 'String', aliases: ['String'], paperCount: 'Int' },
  (t) => ({
    children: t.loadable({
      type: TopicConnection,
      args: { first: first(t) },
      load: async (ids) => reads.childrenOf(ids),
      resolve: ({ id }) => id,
    }),
    papers: t.field({
      type: TopicPaperConnection,
      args: { first: first(t) },
      resolve: (topic, args) => reads.papersOfTopic(topic, args.first),
    }),
  }),
);

const PaperKey = builder.inputType('PaperKey', { fields: (t) => ({ slug: t.string({ required: true }) }) });
const TopicFilter = builder.inputType('TopicFilter', { fields: (t) => ({ isRoot: t.boolean() }) });

builder.queryType({
  fields: (t) => ({
    papers: t.field({
      type: PaperConnection,
      args: { first: first(t), after: t.arg.string() },
      resolve: (_, args) => reads.papers(args.first, args.after),
    }),
    paper: t.field({
      type: Paper,
      nullable: true,
      args: { by: t.arg({ type: PaperKey, required: true }) },
      resolve: (_, { by }) => reads.paper(by.slug),
    }),
    topic: t.field({
      type: Topic,
      nullable: true,
      args: { slug: t.arg.string({ required: true }) },
      resolve: (_, { slug }) => reads.topic(slug),
    }),
    topics: t.field({
      type: TopicConnection,
      args: { first: first(t), filter: t.arg({ type: TopicFilter }) },
      resolve: (_, args) => reads.rootTopics(args.first),
    }),
  }),
});

const yoga = createYoga({
  schema: builder.toSchema(),
  graphiql: false,
  landingPage: false,
  logging: 'error',
  context: () => ({}),
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
