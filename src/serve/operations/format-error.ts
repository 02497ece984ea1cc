import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { DATABASE_UNAVAILABLE } from './execute-operation';

/** Codes of errors that are the caller's to mend, or that say nothing about the inside of the server. */
export const OPEN_CODES: ReadonlySet<string> = new Set([
  'ANSWER_TOO_LARGE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'CURSOR_OUT_OF_DATE',
  DATABASE_UNAVAILABLE,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TIMED_OUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_LONG',
  'QUOTA_EXCEEDED',
  'SERVER_BUSY',
  'SUBSCRIBER_TOO_SLOW',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_SUBSCRIPTIONS',
]);

/** While the database is not there all operations fail alike: so often the log says why, in milliseconds. */
const TELL_AGAIN = 1_000;

/**
 * Decides what a caller sees of an error.
 *
 * @param id that of the request, where it is known
 */
export type ErrorFormatter = (formatted: GraphQLFormattedError, error: unknown, id?: string) => GraphQLFormattedError;

/**
 * Lets through what is meant for the caller; the log has why the database does not answer. Anything else is logged whole, and the
 * caller gets a reference to look for in the log: the message of an unexpected error may hold SQL or paths.
 */
export function createErrorFormatter(logger: Logger): ErrorFormatter {
  let told = Number.NEGATIVE_INFINITY;
  return (formatted, error, id) => {
    const code = String(formatted.extensions?.code);
    if (code === DATABASE_UNAVAILABLE && performance.now() - told > TELL_AGAIN) {
      told = performance.now();
      logger.error(
        { err: error instanceof GraphQLError ? error.originalError : error },
        'The database does not answer',
      );
    }
    if (OPEN_CODES.has(code)) {
      const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    const reference = id ?? randomUUID();
    const { path } = formatted;
    logger.error({ err: unwrapResolverError(error), path, requestId: reference }, 'Unexpected error in a request');
    return {
      message: `Internal server error; the operator finds it in the log under ${reference}`,
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    };
  };
}
