import { Field, InputType } from 'type-graphql';
import { LocalDateScalar } from '../store/entities/scalars';
import { badUserInput } from './bad-user-input';

@InputType('DateRange', { description: 'Days from one to another, both included; an open end where one is left out.' })
export class DateRange {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day.' })
  to?: string | null;
}

/**
 * A range as the store knows it; null for one without ends, so that it is the same filter as none.
 *
 * @throws BAD_USER_INPUT for a range that ends before it begins
 */
export function checkRange(
  argument: string,
  range: DateRange | null | undefined,
): { from: string | null; to: string | null } | null {
  const from = range?.from ?? null;
  const to = range?.to ?? null;
  if (from !== null && to !== null && from > to) {
    throw badUserInput(argument, '`from` no later than `to`', { from, to });
  }
  return from === null && to === null ? null : { from, to };
}
