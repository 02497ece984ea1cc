import { Field, InputType, registerEnumType } from 'type-graphql';
import type { DigestOrder as StoreOrder } from '../../lists/digests';
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

/** An order as the store knows it; newest first unless said. */
export function toDigestOrder(order: DigestOrder | null | undefined): StoreOrder {
  const field = order?.field ?? 'DATE';
  return { field, direction: directionOf(field, order?.direction) };
}
