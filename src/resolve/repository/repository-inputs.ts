import { Field, InputType, registerEnumType } from 'type-graphql';
import type {
  RepositoryOrderField,
  RepositoryFilter as StoreFilter,
  RepositoryOrder as StoreOrder,
} from '../../lists/repositories';
import { DIRECTION, directionOf, OrderDirection } from '../order-direction';
import { checkHost, checkRepositoryPart } from '../public-keys';

@InputType('RepositoryFilter', {
  description: 'Which repositories. Every given condition must hold; case does not count.',
})
export class RepositoryFilter {
  @Field(() => String, { nullable: true, description: 'The code host, e.g. github.com.' })
  host?: string | null;

  @Field(() => String, { nullable: true, description: 'The account, or on GitLab the path of groups.' })
  owner?: string | null;
}

const RepositoryOrderFieldEnum = {
  NAME: 'NAME',
  PAPER_COUNT: 'PAPER_COUNT',
} as const satisfies Record<RepositoryOrderField, RepositoryOrderField>;

registerEnumType(RepositoryOrderFieldEnum, {
  name: 'RepositoryOrderField',
  description: 'What repositories are ordered by.',
  valuesConfig: {
    NAME: { description: 'host/owner/name, without regard to case.' },
    PAPER_COUNT: {
      description: 'The number of papers that link to it; equals follow by name, from A on whichever way.',
    },
  },
});

@InputType('RepositoryOrder', { description: 'The order of a list of repositories.' })
export class RepositoryOrder {
  @Field(() => RepositoryOrderFieldEnum, { description: 'What to order by.' })
  field!: RepositoryOrderField;

  @Field(() => OrderDirection, {
    nullable: true,
    description: DIRECTION,
  })
  direction?: OrderDirection | null;
}

/**
 * A filter as the store knows it.
 *
 * @throws BAD_USER_INPUT that names the part of the filter
 */
export function toRepositoryFilter(filter: RepositoryFilter | null | undefined): StoreFilter {
  return {
    host: filter?.host == null ? null : checkHost('filter.host', filter.host),
    owner: filter?.owner == null ? null : checkRepositoryPart('filter.owner', filter.owner),
  };
}

/** An order as the store knows it; by name unless said, counts from the largest. */
export function toRepositoryOrder(order: RepositoryOrder | null | undefined): StoreOrder {
  const field = order?.field ?? 'NAME';
  return { field, direction: directionOf(field, order?.direction) };
}
