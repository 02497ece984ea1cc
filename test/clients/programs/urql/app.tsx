/** A front end on urql and graphcache: a list that grows page by page, one paper of it whole, and what comes in live. */
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, fetchExchange, gql, Provider, useQuery, useSubscription } from 'urql';

const PAPERS = gql<
  {
    papers: {
      edges: { node: { id: string; title: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    changes: { pageInfo: { endCursor: string } };
  },
  { after: string | null }
>`
  query Papers($after: String) {
    papers(first: 20, after: $after) {
      edges {
        node {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    changes(last: 1) {
      pageInfo {
        endCursor
      }
    }
  }
`;
const PAPER = gql<{ paper: { id: string; excerpt: string; authors: { name: string }[] } | null }, { title: string }>`
  query Paper($title: String!) {
    paper(by: { title: $title }) {
      id
      excerpt(length: 80)
      authors {
        name
      }
    }
  }
`;
/** What is known of a paper from both of the above; nothing is asked for it. */
const KNOWN = gql<{ node: { title: string; excerpt: string } | null }, { id: string }>`
  query Known($id: ID!) {
    node(id: $id) {
      id
      ... on Paper {
        title
        excerpt(length: 80)
      }
    }
  }
`;
const ADDED = gql<{ paperAdded: { cursor: string; paper: { id: string; title: string } } }, { after: string }>`
  subscription Added($after: String) {
    paperAdded(after: $after) {
      cursor
      paper {
        id
        title
      }
    }
  }
`;

const client = new Client({
  url: new URLSearchParams(location.search).get('offprint') as string,
  fetchSubscriptions: true,
  exchanges: [
    cacheExchange({
      resolvers: {
        Query: {
          papers: relayPagination(),
          node: (_, { id }) => ({ __typename: 'Paper', id: id as string }),
        },
      },
      keys: { Author: () => null, PaperAddedEvent: () => null },
    }),
    fetchExchange,
  ],
});

function Papers() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, fetching }] = useQuery({ query: PAPERS, variables: { after } });
  const [chosen, choose] = useState<string | null>(null);
  if (!data) return null;
  const { edges, pageInfo } = data.papers;
  return (
    <>
      <ol data-count={fetching ? undefined : edges.length}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <button type="button" onClick={() => choose(node.title)}>
              {node.title}
            </button>
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <button type="button" id="more" onClick={() => setAfter(pageInfo.endCursor)}>
          More
        </button>
      )}
      {chosen && <Paper title={chosen} />}
      <Live after={data.changes.pageInfo.endCursor} />
    </>
  );
}

function Paper({ title }: { title: string }) {
  const [{ data }] = useQuery({ query: PAPER, variables: { title } });
  return data?.paper ? <Known id={data.paper.id} /> : null;
}

function Known({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: KNOWN, variables: { id }, requestPolicy: 'cache-only' });
  return <p id="known">{JSON.stringify(data?.node)}</p>;
}

function Live({ after }: { after: string }) {
  const [{ data }] = useSubscription({ query: ADDED, variables: { after } });
  return <p id={data ? 'live' : 'listening'}>{data?.paperAdded.paper.title ?? 'Nothing new yet'}</p>;
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <Provider value={client}>
    <Papers />
  </Provider>,
);
