/** `@urql/core` in Node.js: a query, the same from its cache, one named by its hash, and a subscription by an event stream. */
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { notingFetch } from '../support/noting-fetch';
import { print } from '../support/print';
import { url } from '../support/url';

const PAPERS = gql<{ papers: { totalCount: number; nodes: { id: string; title: string }[] } }, { first: number }>`
  query Papers($first: Int!) {
    papers(first: $first) {
      totalCount
      nodes {
        id
        title
      }
    }
  }
`;
const END = gql<{ changes: { pageInfo: { endCursor: string } } }>`
  query End {
    changes(last: 1) {
      pageInfo {
        endCursor
      }
    }
  }
`;
const ADDED = gql<{ paperAdded: { paper: { title: string } } }, { after: string }>`
  subscription Added($after: String) {
    paperAdded(after: $after) {
      paper {
        id
        title
      }
    }
  }
`;

const { noted, fetch } = notingFetch();
const client = new Client({ url, fetch, exchanges: [cacheExchange, fetchExchange], fetchSubscriptions: true });
const persisting = new Client({
  url,
  fetch,
  exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
});

const first = await client.query(PAPERS, { first: 3 });
const again = await client.query(PAPERS, { first: 3 });
const learning = await persisting.query(PAPERS, { first: 3 });
const known = await persisting.query(PAPERS, { first: 2 });
print({ answers: [first, again, learning, known].map(({ data, error }) => ({ data, error: error?.message })), noted });

const { data } = await client.query(END, {});
const after = data?.changes.pageInfo.endCursor as string;
let hear: (title: string | undefined) => void = () => undefined;
const heard = new Promise<string | undefined>((resolve) => {
  hear = resolve;
});
const { unsubscribe } = client
  .subscription(ADDED, { after })
  .subscribe(({ data, error }) => hear(data?.paperAdded.paper.title ?? error?.message));
print('listening');
print(await heard);
// Not within the callback: there urql's fetchExchange fails on the stream that it breaks off itself.
unsubscribe();
