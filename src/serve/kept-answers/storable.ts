import type { ApolloServerPlugin } from '@apollo/server';

/** What `Cache-Control` says of an answer that may be kept by whoever asks each time whether it is still right. */
export const STORABLE = 'no-cache';

/**
 * Says by `Cache-Control` which answers may be kept: those without errors, since an error may be gone at the next try, and
 * without what is true of this once, such as its cost.
 * One that makes Apollo Server learn an operation by its hash must reach it each time.
 */
export const tellStorable: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ operation, metrics, response: { http, body } }) {
        const result = body.kind === 'single' ? body.singleResult : null;
        const isRight = operation?.operation === 'query' && result !== null && !result.errors && !result.extensions;
        const isPlain = http.status === undefined && !metrics.persistedQueryRegister;
        http.headers.set('cache-control', isRight && isPlain ? STORABLE : 'no-store');
      },
    };
  },
};
