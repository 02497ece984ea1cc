import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient } from 'graphql-ws';
import { Client, fetchExchange, subscriptionExchange } from 'urql';
import { keys, possibleTypes, resolvers } from './offprint/graphcache';

const url = 'http://localhost:4000/graphql';
const socket = createClient({ url: url.replace('http', 'ws'), retryAttempts: Infinity });

export const client = new Client({
  url,
  exchanges: [
    cacheExchange({ keys, possibleTypes, resolvers }),
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});
