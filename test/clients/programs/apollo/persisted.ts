/** The same query by two clients that send its hash alone: the first one teaches it to the server. */

import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { notingFetch } from '../support/noting-fetch';
import { print } from '../support/print';
import { url } from '../support/url';

const COUNT = gql`
  query CountForApollo {
    corpus {
      id
      paperCount
    }
  }
`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function ask() {
  const { noted, fetch } = notingFetch();
  const client = new ApolloClient({
    link: ApolloLink.from([
      new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
      new HttpLink({ uri: url, fetch }),
    ]),
    cache: new InMemoryCache(),
  });
  const { data } = await client.query({ query: COUNT });
  return { data, noted };
}

print([await ask(), await ask()]);
