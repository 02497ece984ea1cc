import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** A limit that something of a client goes beyond. */
export interface Excess {
  code: string;
  /** What there is too much of, e.g. `Query depth`. */
  what: string;
  limit: number;
  /** What the limit counts where that is something else, e.g. `levels`. */
  unit?: string;
  /** How much came; not given where nobody counted on. */
  actual?: number;
}

/** The error that says so, with `limit` and, where it is known, `actual` for programs. */
export function beyondLimit({ code, what, limit, unit, actual }: Excess, at: GraphQLErrorOptions = {}): GraphQLError {
  const isKnown = actual !== undefined && Number.isSafeInteger(actual);
  const most = unit === undefined ? limit : `${limit} ${unit}`;
  return new GraphQLError(`${what}: expected at most ${most}, got ${isKnown ? actual : 'more'}`, {
    ...at,
    extensions: { code, limit, ...(isKnown && { actual }) },
  });
}
