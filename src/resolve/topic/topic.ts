import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { datasetKey } from '../../lists/benchmarks/benchmark-key';
import { fitsEvery } from '../../lists/filter/paper-filter';
import { countTopics, readTopics } from '../../lists/topics';
import { Topic } from '../../store/entities/topic/topic';
import { BenchmarkConnection } from '../benchmark/benchmark-connections';
import type { Context } from '../context';
import { Cost, VOCABULARY } from '../cost';
import { foldsOf } from '../folds';
import { countWithinCost, pageCost } from '../paper/paper-costs';
import { PaperFilter, readPaperFilter } from '../paper/paper-inputs';
import { PaperOrder, toPaperOrder } from '../paper/paper-order';
import { checkLength, checkSlug } from '../public-keys';
import { connect } from '../relay/connection';
import { LARGEST_PAGE, PageArgs } from '../relay/page-args';
import { CoOccurringTopicConnection, TopicConnection, TopicPaperConnection } from './topic-connections';
import { readTopicFilter, TopicFilter, TopicOrder, toTopicOrder } from './topic-inputs';

@ArgsType()
class TopicsArgs extends PageArgs {
  @Field(() => TopicFilter, { nullable: true, description: 'Which topics; all unless said.' })
  filter?: TopicFilter | null;

  @Field(() => TopicOrder, { nullable: true, description: 'In what order; by NAME unless said, from A on.' })
  orderBy?: TopicOrder | null;
}

@ArgsType()
class TopicPapersArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether papers count that carry only a descendant of the topic.',
  })
  includeDescendants?: boolean | null;

  @Field(() => PaperFilter, { nullable: true, description: 'Which of them; all unless said.' })
  filter?: PaperFilter | null;

  @Field(() => PaperOrder, {
    nullable: true,
    description: 'In what order; by FIRST_SEEN_ON unless said, newest first.',
  })
  orderBy?: PaperOrder | null;
}

@ArgsType()
class TopicBenchmarksArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether benchmarks count whose task names only a descendant of the topic.',
  })
  includeDescendants?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only those on the data set of this name, in any spelling (case, accents, punctuation); all unless said.',
  })
  dataset?: string | null;
}

@Resolver(() => Topic)
export class TopicResolver {
  @Cost({ once: 0.05, each: 0.15 })
  @Query(() => Topic, { nullable: true, description: 'The topic with this slug; null when there is none.' })
  topic(
    @Arg('slug', () => String, { description: 'Public key of the topic, e.g. domain-generalization.' }) slug: string,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Topic | null> {
    return loaders.topicBySlug.load(checkSlug('slug', slug), foldsOf(info));
  }

  @Cost({ once: 0.3, item: 0.05, items: ({ slugs }) => Math.min(slugs.length, LARGEST_PAGE) })
  @Query(() => [Topic], {
    nullable: 'itemsAndList',
    description: 'The topics with these slugs, in the same order; null where there is none.',
  })
  async topicsBy(
    @Arg('slugs', () => [String], { description: `At most ${LARGEST_PAGE} public keys of topics.` }) slugs: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(Topic | null)[]> {
    checkLength('slugs', slugs, 'slugs');
    // All of them first: what was begun for those before one that is refused, nobody would wait for.
    const checked = slugs.map((slug, index) => checkSlug(`slugs[${index}]`, slug));
    return Promise.all(checked.map((slug) => loaders.topicBySlug.load(slug)));
  }

  @Cost({
    once: 0.4,
    item: 0.03,
    items: ({ filter }) => (filter?.isRoot || filter?.parent != null ? 15 : VOCABULARY),
    total: 0.2,
  })
  @Query(() => TopicConnection, {
    nullable: true,
    description: 'All topics of the vocabulary, by name unless ordered otherwise.',
  })
  async topics(
    @Args(() => TopicsArgs) args: TopicsArgs,
    @Ctx() { db, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const filter = await readTopicFilter(args.filter, loaders);
    const order = toTopicOrder(args.orderBy);
    return connect({
      info,
      list: ['Query.topics', filter, order],
      args,
      read: (window) => readTopics(db, filter, order, window),
      count: () => countTopics(db, filter),
    });
  }

  @Cost({ once: 0.2, each: 0.03, different: VOCABULARY })
  @FieldResolver(() => Topic, { nullable: true, description: 'The topic right above; null at the root.' })
  parent(@Root() { parentPk }: Topic, @Ctx() { loaders }: Context): Promise<Topic | null> | null {
    return parentPk === null ? null : loaders.topicByPk.load(parentPk);
  }

  @Cost({ once: 0.3, each: 0.05, items: 2, different: VOCABULARY })
  @FieldResolver(() => [Topic], { description: 'The topics above, from the root down to the parent.' })
  ancestors(@Root() { pk }: Topic, @Ctx() { loaders }: Context): Promise<Topic[]> {
    return loaders.ancestorsOfTopic.load(pk, null);
  }

  @Cost({ once: 0.3, each: 0.03, item: 0.03, items: 4, total: 0.05, different: VOCABULARY })
  @FieldResolver(() => TopicConnection, { description: 'The topics right below, by name.' })
  children(
    @Root() { pk, slug }: Topic,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return connect({
      info,
      list: ['Topic.children', slug],
      args,
      read: (window) => loaders.childrenOfTopic.load(pk, { window }),
      count: () => loaders.childCountOfTopic.load(pk, {}),
    });
  }

  @FieldResolver(() => Int, { description: 'How many papers stand under the topic.' })
  paperCount(
    @Root() { paperCount, ownPaperCount }: Topic,
    @Arg('includeDescendants', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'Whether papers count that carry only a descendant of the topic.',
    })
    includeDescendants: boolean | null,
  ): number {
    return includeDescendants === false ? ownPaperCount : paperCount;
  }

  @Cost({
    once: 0.3,
    each: ({ filter, orderBy }) =>
      pageCost(filter) + (orderBy?.field === 'TITLE' ? 5 : orderBy?.field === 'TRENDING' ? 1 : 0.1),
    item: 0.045,
    total: ({ filter }) => countWithinCost(filter),
    different: VOCABULARY,
  })
  @FieldResolver(() => TopicPaperConnection, { description: 'The papers under the topic, each once, and why.' })
  async papers(
    @Root() { pk, slug, paperCount, ownPaperCount }: Topic,
    @Args(() => TopicPapersArgs) args: TopicPapersArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const includeDescendants = args.includeDescendants ?? true;
    const filter = await readPaperFilter(args.filter, loaders);
    const order = toPaperOrder(args.orderBy);
    return connect({
      info,
      list: ['Topic.papers', slug, includeDescendants, filter, order],
      args,
      read: (window) => loaders.papersOfTopic.load(pk, { window, includeDescendants, filter, order }),
      count: () => {
        if (fitsEvery(filter)) return includeDescendants ? paperCount : ownPaperCount;
        return loaders.paperCountOfTopic.load(pk, { includeDescendants, filter });
      },
      facts: ({ viaTopicPk, score, method, evidence }) => ({
        via: () => loaders.topicByPk.load(viaTopicPk),
        score,
        method,
        evidence,
      }),
    });
  }

  @Cost({ once: 0.4, each: 0.3, item: 0.04, items: VOCABULARY, total: 0.2, different: VOCABULARY })
  @FieldResolver(() => CoOccurringTopicConnection, {
    description: 'The topics that share papers with this one, those with most shared papers first.',
  })
  coOccurringTopics(
    @Root() { pk, slug }: Topic,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return connect({
      info,
      list: ['Topic.coOccurringTopics', slug],
      args,
      read: (window) => loaders.coOccurringOfTopic.load(pk, { window }),
      count: () => loaders.coOccurringCountOfTopic.load(pk, null),
      facts: ({ sharedPaperCount, lift }) => ({ sharedPaperCount, lift }),
    });
  }

  @Cost({
    once: 0.3,
    // Those of all descendants are put in order: 25 roots with 20,000 of them take 24 ms.
    each: ({ includeDescendants }) => (includeDescendants === false ? 0.1 : 5),
    item: 0.03,
    total: ({ includeDescendants }) => (includeDescendants === false ? 0.3 : 2),
    different: VOCABULARY,
  })
  @FieldResolver(() => BenchmarkConnection, {
    description:
      'The benchmarks whose task is the name, the slug or an alias of the topic, as in `PaperKeyword.topic`, or of a descendant of it: those with most papers first, equals by data set.',
  })
  benchmarks(
    @Root() { pk, slug }: Topic,
    @Args(() => TopicBenchmarksArgs) args: TopicBenchmarksArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    const includeDescendants = args.includeDescendants ?? true;
    const dataset = args.dataset == null ? null : datasetKey(args.dataset);
    return connect({
      info,
      list: ['Topic.benchmarks', slug, includeDescendants, dataset],
      args,
      read: (window) => loaders.benchmarksOfTopic.load(pk, { window, includeDescendants, dataset }),
      count: () => loaders.benchmarkCountOfTopic.load(pk, { includeDescendants, dataset }),
    });
  }
}
