import { GraphQLError } from 'graphql';

/**
 * Does what graphql-js refuses where a value does not fit, and has its error say that it is the caller's to mend.
 *
 * @throws GraphQLError with code BAD_USER_INPUT in the place of one without a code
 */
export function forCaller<Done>(work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, nodes, extensions } = error;
    throw new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', ...extensions } });
  }
}
