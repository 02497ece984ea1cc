import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { possibleTypes, typePolicies } from './offprint/apollo-client';

const uri = 'http://localhost:4000/graphql';
const http = new HttpLink({ uri, useGETForQueries: true });
const socket = new GraphQLWsLink(createClient({ url: uri.replace('http', 'ws'), retryAttempts: Infinity }));

export const client = new ApolloClient({
  cache: new InMemoryCache({ possibleTypes, typePolicies }),
  link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, socket, http),
});
