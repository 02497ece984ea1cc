import { Field, InputType, registerEnumType } from 'type-graphql';
import type { DigestFilter as StoreFilter, DigestOrder as StoreOrder } from '../../lists/digest/digests';
import { checkRange, DateRange } from '../date-range';
import { DIRECTION, directionOf, OrderDirection } from '../order-direction';

const DigestOrderFieldEnum = { DATE: 'DATE' } as const satisfies Record<StoreOrder['field'], string>;

registerEnumType(DigestOrderFieldEnum, {
  name: 'DigestOrderField',
  description: 'What digests are ordered by.',
  valuesConfig: { DATE: { description: 'The day, then the slug; digests of unknown date count as oldest.' } },
});

@InputType('DigestOrder', { description: 'The order of a list of digests.' })
export class DigestOrder {
  @Field(() => DigestOrderFieldEnum, { description: 'What to order by.' })
  field!: StoreOrder['field'];

  @Field(() => OrderDirection, { nullable: true, description: DIRECTION })
  direction?: OrderDirection | null;
}

@InputType('DigestFilter', { description: 'Which digests. Every given condition must hold.' })
export class DigestFilter {
  @Field(() => DateRange, { nullable: true, description: 'By their day; excludes digests of unknown date.' })
  date?: DateRange | null;
}

/**
 * A filter as the store knows it.
 *
 * @throws BAD_USER_INPUT that names the part of the filter
 */
export function toDigestFilter(filter: DigestFilter | null | undefined): StoreFilter {
  const date = checkRange('filter.date', filter?.date);
  return date === null ? {} : { date };
}

/** An order as the store knows it; newest first unless said. */
export function toDigestOrder(order: DigestOrder | null | undefined): StoreOrder {
  const field = order?.field ?? 'DATE';
  return { field, direction: directionOf(field, order?.direction) };
}
