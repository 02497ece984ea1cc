import { type LogPlace, toLogPlace } from '../../changes/log/read-changes';
import { WrongPosition } from '../../lists/paging/keyset';
import { decodeCursor, encodeCursor, otherCursor } from '../relay/cursor';

/** The change log as a list: the cursors of `changes` and of all live events are places in it. */
export const CHANGE_LOG = ['Query.changes'];

export function toChangeCursor({ version, position }: LogPlace): string {
  return encodeCursor(CHANGE_LOG, [version, position]);
}

/**
 * The place in the log that a cursor stands for.
 *
 * @param argument what the caller calls it
 * @throws BAD_USER_INPUT when it is no cursor, or the cursor of another list
 */
export function fromChangeCursor(argument: string, cursor: string): LogPlace {
  const position = decodeCursor(argument, CHANGE_LOG, cursor);
  try {
    return toLogPlace(position);
  } catch (error) {
    throw error instanceof WrongPosition ? otherCursor(argument, cursor) : error;
  }
}
