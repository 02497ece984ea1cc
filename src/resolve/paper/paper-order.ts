import { Field, InputType, registerEnumType } from 'type-graphql';
import { defaultPaperOrder, type PaperOrderField, type PaperOrder as StoreOrder } from '../../lists/papers';
import { DIRECTION, directionOf, OrderDirection } from '../order-direction';

const PaperOrderFieldEnum = {
  FIRST_SEEN_ON: 'FIRST_SEEN_ON',
  TITLE: 'TITLE',
  TRENDING: 'TRENDING',
} as const satisfies Record<PaperOrderField, PaperOrderField>;

registerEnumType(PaperOrderFieldEnum, {
  name: 'PaperOrderField',
  description: 'What papers are ordered by.',
  valuesConfig: {
    FIRST_SEEN_ON: {
      description:
        'The day of the first digest that holds the paper, then its rank there: descending, the newest day comes first and rank 1 before rank 2. Ascending is the exact reverse. Papers that no digest holds stand where they were published, behind the digests of that day. Papers of unknown date count as oldest.',
    },
    TITLE: { description: 'The title in code-point order, without regard to case, accents and punctuation.' },
    TRENDING: {
      description:
        'Places in digests: each counts 1/log2(rank + 1), halved for every 7 days since. Papers of unknown date come last when descending.',
    },
  },
});

@InputType('PaperOrder', { description: 'The order of a list of papers.' })
export class PaperOrder {
  @Field(() => PaperOrderFieldEnum, { description: 'What to order by.' })
  field!: PaperOrderField;

  @Field(() => OrderDirection, { nullable: true, description: DIRECTION })
  direction?: OrderDirection | null;
}

/** An order as the store knows it; newest first unless said. */
export function toPaperOrder(order: PaperOrder | null | undefined): StoreOrder {
  return order ? { field: order.field, direction: directionOf(order.field, order.direction) } : defaultPaperOrder;
}
