/** A subscription by WebSocket that begins where the log ends, beside a query by HTTP, in one cache. */
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { firstValueFrom } from 'rxjs';
import WebSocket from 'ws';
import { print } from '../support/print';
import { socketUrl, url } from '../support/url';

const END: TypedDocumentNode<{ changes: { pageInfo: { endCursor: string } } }> = gql`
  query End {
    changes(last: 1) {
      pageInfo {
        endCursor
      }
    }
  }
`;
const ADDED: TypedDocumentNode<
  { paperAdded: { cursor: string; paper: { id: string; title: string } } },
  { after: string }
> = gql`
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

const sockets = createClient({ url: socketUrl, webSocketImpl: WebSocket });
const client = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(sockets),
    new HttpLink({ uri: url }),
  ),
  cache: new InMemoryCache(),
});

const { data } = await client.query({ query: END });
const after = data?.changes.pageInfo.endCursor as string;
const added = firstValueFrom(client.subscribe({ query: ADDED, variables: { after } }));
print('listening');
const { data: event } = await added;
const id = event?.paperAdded.paper.id;
const cached = client.cache.extract() as Record<string, object>;
print({ event, cached: cached[`Paper:${id}`] });
await sockets.dispose();
