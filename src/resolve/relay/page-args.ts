import { ArgsType, Field, Int } from 'type-graphql';
import type { Position } from '../../lists/paging/keyset';
import type { Window } from '../../lists/paging/list';
import { badUserInput } from '../bad-user-input';
import { decodeCursor, type ListIdentity, outOfDate } from './cursor';

/** Items on a page when the caller does not say. */
export const DEFAULT_PAGE = 20;
/** Most items on a page. */
export const LARGEST_PAGE = 100;

/** The arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many items from the start of the list, or from behind \`after\`: 0 to ${LARGEST_PAGE}, ${DEFAULT_PAGE} unless said.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items behind this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many items from the end of the list, or from in front of \`before\`: 0 to ${LARGEST_PAGE}. Not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items in front of this cursor.' })
  before?: string | null;
}

/**
 * The part of a list that the arguments ask for.
 *
 * @param list what the cursors must belong to
 * @param version that of the corpus, where the cursors of a list hold it
 * @throws BAD_USER_INPUT for a count out of range, both counts at once, or a cursor of another list
 * @throws CURSOR_OUT_OF_DATE for a cursor of another version
 */
export function toWindow(args: PageArgs, list: ListIdentity, version?: number): Window {
  const { first, last, after, before } = args;
  if (first != null && last != null) throw badUserInput('last', 'either `first` or `last`', { first, last });
  const backwards = last != null || (first == null && before != null && after == null);
  return {
    limit: checkCount('last', last) ?? checkCount('first', first) ?? DEFAULT_PAGE,
    after: after == null ? null : positionOf('after', list, after, version),
    before: before == null ? null : positionOf('before', list, before, version),
    backwards,
  };
}

function positionOf(argument: string, list: ListIdentity, cursor: string, version: number | undefined): Position {
  const position = decodeCursor(argument, list, cursor);
  if (version === undefined) return position;
  if (position.at(-1) !== version) throw outOfDate(argument);
  return position.slice(0, -1);
}

function checkCount(argument: string, count: number | null | undefined): number | null {
  if (count == null) return null;
  if (count >= 0 && count <= LARGEST_PAGE) return count;
  throw badUserInput(argument, `0 to ${LARGEST_PAGE}`, count);
}
