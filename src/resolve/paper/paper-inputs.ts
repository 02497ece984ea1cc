import { Field, InputType, registerEnumType } from 'type-graphql';
import type { PaperFilter as StoreFilter } from '../../lists/filter/paper-filter';
import { defaultPaperOrder, type PaperOrderField, type PaperOrder as StoreOrder } from '../../lists/papers';
import { badUserInput } from '../bad-user-input';
import { checkRange, DateRange } from '../date-range';
import { DIRECTION, directionOf, OrderDirection } from '../order-direction';
import { checkHost, checkSlug } from '../public-keys';

/** Most topics in one list of a filter: each may cost an index look-up a paper. */
const MOST_TOPICS = 50;

@InputType('TopicMatch', {
  description: 'Papers by their topics. Every given condition must hold; an empty list sets none.',
})
class TopicMatch {
  @Field(() => [String], {
    nullable: true,
    description: `Slugs: at least one of these topics. At most ${MOST_TOPICS}.`,
  })
  any?: string[] | null;

  @Field(() => [String], { nullable: true, description: `Slugs: every one of these topics. At most ${MOST_TOPICS}.` })
  all?: string[] | null;

  @Field(() => [String], { nullable: true, description: `Slugs: none of these topics. At most ${MOST_TOPICS}.` })
  none?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether a descendant of a topic counts as the topic.',
  })
  includeDescendants?: boolean | null;
}

@InputType('PaperFilter', { description: 'Which papers. Every given condition must hold.' })
export class PaperFilter {
  @Field(() => TopicMatch, { nullable: true, description: 'By topics.' })
  topics?: TopicMatch | null;

  @Field(() => String, { nullable: true, description: 'Slug of a digest that holds the paper.' })
  digest?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only papers that link to a code repository, or only those that do not.',
  })
  hasRepository?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Host of a code repository that the paper links to, e.g. github.com.',
  })
  host?: string | null;

  @Field(() => DateRange, {
    nullable: true,
    description: 'When the paper was first in a digest; excludes papers of unknown date.',
  })
  firstSeenOn?: DateRange | null;
}

export const PaperOrderFieldEnum = {
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
        'The day of the first digest that holds the paper, then its rank there: descending, the newest day comes first and rank 1 before rank 2. Ascending is the exact reverse. Papers of unknown date count as oldest.',
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

/**
 * A filter as the store knows it; slugs, hosts and days checked.
 *
 * @throws BAD_USER_INPUT that names the part of the filter
 */
export function toPaperFilter(filter: PaperFilter | null | undefined): StoreFilter {
  if (!filter) return {};
  const { topics, digest, hasRepository, host, firstSeenOn } = filter;
  return {
    topics: topics ? checkMatch(topics) : null,
    digest: digest == null ? null : checkSlug('filter.digest', digest),
    hasRepository: hasRepository ?? null,
    host: host == null ? null : checkHost('filter.host', host),
    firstSeen: checkRange('filter.firstSeenOn', firstSeenOn),
  };
}

/** An order as the store knows it; newest first unless said. */
export function toPaperOrder(order: PaperOrder | null | undefined): StoreOrder {
  return order ? { field: order.field, direction: directionOf(order.field, order.direction) } : defaultPaperOrder;
}

/** Null for a match without conditions, so that it is the same filter as none. */
function checkMatch({ any, all, none, includeDescendants }: TopicMatch): StoreFilter['topics'] {
  const match = {
    any: checkTopics('filter.topics.any', any),
    all: checkTopics('filter.topics.all', all),
    none: checkTopics('filter.topics.none', none),
  };
  if (!match.any && !match.all && !match.none) return null;
  return { ...match, includeDescendants: includeDescendants ?? true };
}

function checkTopics(argument: string, slugs: string[] | null | undefined): string[] | null {
  if (slugs == null || slugs.length === 0) return null;
  if (slugs.length > MOST_TOPICS) throw badUserInput(argument, `at most ${MOST_TOPICS} slugs`, slugs.length);
  return slugs.map((slug, index) => checkSlug(`${argument}[${index}]`, slug));
}

/** What a page of papers costs, in tenths of a millisecond: under a filter that few fit, many are gone through. */
export function pageCost(filter: PaperFilter | null | undefined): number {
  const conditions = conditionsIn(filter);
  if (conditions === 0) return 0.5;
  return 1 + countCost(filter) * (conditions === 1 ? 0.1 : 0.9);
}

/** What it costs to count papers, in tenths of a millisecond; measured on large topics and long times. */
export function countCost(filter: PaperFilter | null | undefined): number {
  const conditions = conditionsIn(filter);
  if (!filter || conditions === 0) return 0.2;
  const { topics, digest, host, firstSeenOn } = filter;
  if (digest != null) return conditions;
  const named = topics?.any?.length || topics?.all?.length || 0;
  if (conditions === 1) {
    if (topics) return named === 1 ? 0.4 : 600;
    if (host != null) return 900;
    return firstSeenOn ? 10 : 25;
  }
  return (named > 0 ? 125 : 600) * conditions + (host == null ? 0 : 600);
}

/** How many conditions a filter sets. */
export function conditionsIn(filter: PaperFilter | null | undefined): number {
  if (!filter) return 0;
  const { topics, digest, hasRepository, host, firstSeenOn } = filter;
  const lists = [topics?.any, topics?.all, topics?.none].filter((list) => list?.length);
  const others = [digest, hasRepository, host, firstSeenOn?.from ?? firstSeenOn?.to].filter(
    (condition) => condition != null,
  );
  return lists.length + others.length;
}
