import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Loaders } from '../../batch/loaders';
import type { TopicFilter as StoreFilter, TopicOrder as StoreOrder, TopicOrderField } from '../../lists/topics';
import { expectTopics } from '../known-slugs';
import { DIRECTION, directionOf, OrderDirection } from '../order-direction';
import { checkSlug } from '../public-keys';

@InputType('TopicFilter', {
  description:
    'Which topics. Every given condition must hold. The slug of a topic that is not there is an error that names the nearest ones.',
})
export class TopicFilter {
  @Field(() => String, { nullable: true, description: 'Slug of the topic right above.' })
  parent?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only topics with no topic above them, or only those with one.',
  })
  isRoot?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only topics with papers, their own or of a descendant, or only those without.',
  })
  hasPapers?: boolean | null;
}

const TopicOrderFieldEnum = {
  NAME: 'NAME',
  PAPER_COUNT: 'PAPER_COUNT',
} as const satisfies Record<TopicOrderField, TopicOrderField>;

registerEnumType(TopicOrderFieldEnum, {
  name: 'TopicOrderField',
  description: 'What topics are ordered by.',
  valuesConfig: {
    NAME: { description: 'The name, without regard to case, accents and punctuation.' },
    PAPER_COUNT: {
      description:
        'The number of papers, those of descendants included; equals follow by name, from A on whichever way.',
    },
  },
});

@InputType('TopicOrder', { description: 'The order of a list of topics.' })
export class TopicOrder {
  @Field(() => TopicOrderFieldEnum, { description: 'What to order by.' })
  field!: TopicOrderField;

  @Field(() => OrderDirection, {
    nullable: true,
    description: DIRECTION,
  })
  direction?: OrderDirection | null;
}

/**
 * A filter as the store knows it; the topic that it names must be there.
 *
 * @throws BAD_USER_INPUT that names the part of the filter
 */
export async function readTopicFilter(filter: TopicFilter | null | undefined, loaders: Loaders): Promise<StoreFilter> {
  const parent = filter?.parent == null ? null : checkSlug('filter.parent', filter.parent);
  if (parent !== null) await expectTopics('filter.parent', [parent], loaders);
  return { parent, isRoot: filter?.isRoot ?? null, hasPapers: filter?.hasPapers ?? null };
}

/** An order as the store knows it; by name unless said, counts from the largest. */
export function toTopicOrder(order: TopicOrder | null | undefined): StoreOrder {
  const field = order?.field ?? 'NAME';
  return { field, direction: directionOf(field, order?.direction) };
}
