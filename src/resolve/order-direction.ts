import { registerEnumType } from 'type-graphql';

/** Direction of every order. */
export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;

export type OrderDirection = keyof typeof OrderDirection;

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list runs.',
  valuesConfig: {
    ASC: { description: 'Smallest, first or oldest first.' },
    DESC: { description: 'Largest, last or newest first.' },
  },
});
