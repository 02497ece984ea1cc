import { registerEnumType } from 'type-graphql';

/** Direction of every order. Ascending is the exact reverse of descending, but where a field says otherwise. */
export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;

export type OrderDirection = keyof typeof OrderDirection;

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list runs.',
  valuesConfig: {
    ASC: { description: 'From A to Z; smallest, oldest or worst first. NAME and TITLE run so unless said.' },
    DESC: { description: 'From Z to A; largest, newest or best first. All else runs so unless said.' },
  },
});

/** What every order input says of its `direction`. */
export const DIRECTION =
  'Which way. Unless said, ASC for NAME and TITLE, from A on, and DESC for all else, newest, most or best first.';

/** The one rule for a direction that was left out: names begin at A, all else with the newest, most or best. */
export function directionOf(field: string, direction: OrderDirection | null | undefined): OrderDirection {
  return direction ?? (field === 'NAME' || field === 'TITLE' ? 'ASC' : 'DESC');
}
