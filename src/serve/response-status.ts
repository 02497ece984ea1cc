import type { ApolloServerPlugin } from '@apollo/server';

/** Errors of an operation that was understood as a request, but not executed. */
const REFUSED = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'QUERY_TOO_COSTLY']);

/**
 * The status of a refused operation, as the GraphQL-over-HTTP specification has it: 200 for a client that takes the
 * answer as `application/json`, where any other status is to mean that no GraphQL server answered; 400 for one that
 * takes `application/graphql-response+json`.
 */
export const statusOfRefusal: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (request.http?.headers.get('accept')?.includes('application/graphql-response+json')) return;
        if (response.body.kind !== 'single') return;
        const errors = response.body.singleResult.errors ?? [];
        if (errors.length > 0 && errors.every(({ extensions }) => REFUSED.has(String(extensions?.code)))) {
          response.http.status = 200;
        }
      },
    };
  },
};
