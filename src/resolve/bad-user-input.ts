import { GraphQLError } from 'graphql';

/**
 * An error that is the caller's to mend, with code BAD_USER_INPUT.
 *
 * @param argument the argument as the caller knows it, e.g. `filter.topics.any[0]`
 * @param expected what would have been right
 * @param got what came
 */
export function badUserInput(argument: string, expected: string, got: unknown): GraphQLError {
  return new GraphQLError(`${argument}: expected ${expected}, got ${shorten(JSON.stringify(got))}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}

function shorten(text = 'nothing'): string {
  return text.length > 100 ? `${text.slice(0, 97)}…"` : text;
}
