/** All papers by pages, the papers of a topic beside them, and one of them whole: in one normalised cache. */
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { print } from '../support/print';
import { url } from '../support/url';

interface Papers {
  papers: {
    edges: { node: { id: string; slug: string; title: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
interface PapersVariables {
  first: number;
  after?: string | null;
  filter?: { topics: { any: string[] } };
}
const PAPERS: TypedDocumentNode<Papers, PapersVariables> = gql`
  query Papers($first: Int!, $after: String, $filter: PaperFilter) {
    papers(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          slug
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const PAPER: TypedDocumentNode<{ paper: { id: string; excerpt: string } }, { slug: string }> = gql`
  query Paper($slug: String!) {
    paper(by: { slug: $slug }) {
      id
      excerpt(length: 80)
    }
  }
`;

const client = new ApolloClient({
  link: new HttpLink({ uri: url }),
  cache: new InMemoryCache({
    typePolicies: { Query: { fields: { papers: relayStylePagination(['filter', 'orderBy']) } } },
  }),
});

/** Reads a list to its end, a page at a time, as a screen with a button does, and gives what its cache holds then. */
async function readAll(variables: PapersVariables) {
  await client.query({ query: PAPERS, variables });
  const list = client.watchQuery({ query: PAPERS, variables });
  const watching = list.subscribe(() => undefined);
  const cached = () => (client.readQuery({ query: PAPERS, variables }) as Papers).papers;
  let pages = 1;
  for (; cached().pageInfo.hasNextPage; pages++) {
    await list.fetchMore({ variables: { after: cached().pageInfo.endCursor } });
  }
  watching.unsubscribe();
  return { pages, slugs: cached().edges.map(({ node }) => node.slug) };
}

const everything = await readAll({ first: 20 });
const ofTopic = await readAll({ first: 5, filter: { topics: { any: ['deep-learning-theory'] } } });
const slug = everything.slugs[30] as string;
const { data } = await client.query({ query: PAPER, variables: { slug } });

const cached = client.cache.extract() as Record<string, Record<string, unknown>>;
print({
  everything,
  ofTopic,
  papers: Object.keys(cached).filter((key) => key.startsWith('Paper:')).length,
  slug,
  paper: cached[`Paper:${data?.paper.id}`],
});
