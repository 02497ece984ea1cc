import type { GraphQLFormattedError } from 'graphql';
import type { Problem } from '../../../read/views/nothing';

/** Why a page could not be made, as its reader is told, and as HTTP has it. */
export interface Refusal extends Problem {
  status: number;
  /** In how many seconds to try again; null where that is of no use. */
  retryAfter: number | null;
}

/** What a page says of the errors of its operation. */
export function problemOf(errors: readonly GraphQLFormattedError[]): Refusal {
  const { message, extensions = {} } = errors[0] as GraphQLFormattedError;
  const isOfAddress = false;
  switch (extensions.code) {
    case 'QUOTA_EXCEEDED':
      return {
        status: 429,
        heading: 'That was much at once',
        message,
        isOfAddress,
        retryAfter: Number(extensions.retryAfter) || 1,
      };
    case 'SERVER_BUSY':
    case 'DATABASE_UNAVAILABLE':
      return { status: 503, heading: 'Not just now', message, isOfAddress, retryAfter: 1 };
    case 'OPERATION_TIMED_OUT':
      return { status: 503, heading: 'That took too long', message, isOfAddress, retryAfter: null };
    case 'INTERNAL_SERVER_ERROR':
      return { status: 500, heading: 'Something went wrong', message, isOfAddress, retryAfter: null };
    default:
      return { status: 400, heading: 'That cannot be shown', message, isOfAddress: true, retryAfter: null };
  }
}
