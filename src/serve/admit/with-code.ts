import { GraphQLError } from 'graphql';

/** An error of graphql-js with a code, unless it has one. */
export function withCode({ message, nodes, source, positions, extensions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}
