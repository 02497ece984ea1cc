import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

/** Errors of an operation that was understood as a request, but not executed. */
const REFUSED = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_LONG',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
]);

/**
 * The status of an answer to what was not executed. That of a refused operation is as the GraphQL-over-HTTP specification has
 * it: 200 for a client that takes the answer as `application/json`, where any other status is to mean that no GraphQL server
 * answered; 400 for one that takes `application/graphql-response+json`.
 *
 * @param type the media type of the answer, as far as it is known
 */
export function statusOf(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[], type = ''): 200 | 400 {
  if (type.startsWith('application/graphql-response+json')) return 400;
  return errors.every(({ extensions }) => REFUSED.has(String(extensions?.code))) ? 200 : 400;
}

/** Has Apollo Server answer refused operations with their status. */
export const statusOfRefusal: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.body.kind !== 'single') return;
        const { errors = [] } = response.body.singleResult;
        // It is asked for one type alone: that which the client prefers.
        if (errors.length > 0 && statusOf(errors, request.http?.headers.get('accept')) === 200) {
          response.http.status = 200;
        }
      },
    };
  },
};
