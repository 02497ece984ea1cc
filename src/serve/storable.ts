import type { ApolloServerPlugin } from '@apollo/server';

/** What `Cache-Control` says of an answer that may be kept by whoever asks each time whether it is still right. */
export const STORABLE = 'no-cache';

/**
 * Says by `Cache-Control` which answers may be kept: those without errors, since an error may be gone at the next try.
 * One that makes Apollo Server learn an operation by its hash must reach it each time.
 */
export const tellStorable: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ operation, metrics, response: { http, body } }) {
        const isRight = operation?.operation === 'query' && body.kind === 'single' && !body.singleResult.errors;
        const isPlain = http.status === undefined && !metrics.persistedQueryRegister;
        http.headers.set('cache-control', isRight && isPlain ? STORABLE : 'no-store');
      },
    };
  },
};
