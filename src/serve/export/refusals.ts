import { GraphQLError } from 'graphql';
import { Problem } from '../../problem';
import { asUnavailable, DatabaseUnavailable } from '../../store/database-problem';
import { SERVER_BUSY, toRefusal } from '../operations/execute-operation';

/** What is sent in the place of a file. */
export interface Refusal {
  status: 400 | 503;
  /** In seconds; null where to ask again is no use. */
  retryAfter: number | null;
  error: GraphQLError;
}

/** When there may be room again, in seconds. */
const RETRY_AFTER = 10;

/** What is said to one too many. */
export function busy(limit: number): Refusal {
  const message = `Exports: expected at most ${limit} at once, got more; ask again in ${RETRY_AFTER} s`;
  return {
    status: 503,
    retryAfter: RETRY_AFTER,
    error: new GraphQLError(message, { extensions: { code: SERVER_BUSY, limit } }),
  };
}

/** What a client is told of an error; null of one that nobody expects. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof GraphQLError) return { status: 400, retryAfter: null, error };
  // A database that cannot be opened is told of in a sentence for who runs it.
  const isGone = error instanceof Problem || asUnavailable(error) instanceof DatabaseUnavailable;
  const refusal = toRefusal(isGone ? new DatabaseUnavailable('', { cause: error }) : error);
  return refusal && { status: 503, retryAfter: 1, error: refusal };
}
