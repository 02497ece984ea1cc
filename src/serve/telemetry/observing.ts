import type { ApolloServerPlugin } from '@apollo/server';
import type { ServedContext } from '../call';
import type { Observer } from './observer';

/** Has every operation observed that Apollo Server answers. */
export function observing(observer: Observer): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body }, contextValue: { call } }) {
          const { errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
          observer.answered(call, errors);
        },
      };
    },
  };
}
