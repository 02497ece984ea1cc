import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Position } from '../../lists/paging/keyset';
import type { Scalar } from '../../store/sql';
import { badUserInput } from '../bad-user-input';

/** Everything that makes one list what it is: its field, its parent, its filter and order. */
export type ListIdentity = readonly unknown[];

/**
 * An opaque keyset cursor: base64url of a position and of a checksum over the position and its list, so that a cursor
 * of another list, order or filter is told apart from one of this list.
 */
export function encodeCursor(list: ListIdentity, position: Position): string {
  return Buffer.from(JSON.stringify([checksum(list, position), ...position])).toString('base64url');
}

/**
 * The position in a cursor.
 *
 * @param argument what the caller calls it: `after` or `before`
 * @throws BAD_USER_INPUT when it is no cursor, or the cursor of another list
 */
export function decodeCursor(argument: string, list: ListIdentity, cursor: string): Position {
  const [sum, ...position] = parse(cursor);
  if (typeof sum !== 'string') throw badUserInput(argument, 'a cursor as this API gives them', cursor);
  if (sum !== checksum(list, position)) throw otherCursor(argument, cursor);
  return position;
}

/** BAD_USER_INPUT for a cursor that is none of the list. */
export function otherCursor(argument: string, cursor: unknown): GraphQLError {
  return badUserInput(argument, 'a cursor of this list, with the same filter, order and arguments', cursor);
}

/** CURSOR_OUT_OF_DATE for a cursor of a list that may have another order by now. */
export function outOfDate(argument: string): GraphQLError {
  return new GraphQLError(
    `${argument}: expected a cursor of the present corpus, got one from before it changed; begin again without it`,
    { extensions: { code: 'CURSOR_OUT_OF_DATE', argument } },
  );
}

function parse(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) && value.every(isScalar) ? value : [];
  } catch {
    return [];
  }
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function checksum(list: ListIdentity, position: Position): string {
  return createHash('sha256')
    .update(canonicalJson([list, position]))
    .digest('base64url')
    .slice(0, 10);
}

/** JSON in which the order of names does not matter, and an absent value is the same as null. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, part]) => part != null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
