import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { countDigests, readDigests } from '../../lists/digest/digests';
import { fitsEvery } from '../../lists/filter/paper-filter';
import { fileStem } from '../../parse/digest/digest-slugs';
import { Digest } from '../../store/entities/digest/digest';
import type { Context } from '../context';
import { Cost, VOCABULARY } from '../cost';
import { conditionsIn } from '../paper/paper-costs';
import { PaperFilter, readPaperFilter } from '../paper/paper-inputs';
import { checkSlug } from '../public-keys';
import { connect } from '../relay/connection';
import { PageArgs } from '../relay/page-args';
import { DigestConnection, DigestPaperConnection, DigestTopicConnection } from './digest-connections';
import { DigestFilter, DigestOrder, toDigestFilter, toDigestOrder } from './digest-inputs';
import { movementOf } from './digest-movement';
import { digestTitle } from './digest-title';

@ArgsType()
class DigestsArgs extends PageArgs {
  @Field(() => DigestFilter, { nullable: true, description: 'Which digests; all unless said.' })
  filter?: DigestFilter | null;

  @Field(() => DigestOrder, { nullable: true, description: 'In what order; by DATE unless said, newest first.' })
  orderBy?: DigestOrder | null;
}

@ArgsType()
class DigestPapersArgs extends PageArgs {
  @Field(() => PaperFilter, { nullable: true, description: 'Which of its papers; all unless said.' })
  filter?: PaperFilter | null;
}

@ArgsType()
class DigestTopicsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether papers count for a topic that carry only a descendant of it.',
  })
  includeDescendants?: boolean | null;
}

@Resolver(() => Digest)
export class DigestResolver {
  @Cost({ once: 0.5 })
  @Query(() => Digest, { nullable: true, description: 'The digest with this slug; null when there is none.' })
  digest(
    @Arg('slug', () => String, { description: 'Public key of the digest, e.g. 2025-03-11.' }) slug: string,
    @Ctx() { loaders }: Context,
  ): Promise<Digest | null> {
    return loaders.digestBySlug.load(checkSlug('slug', slug));
  }

  @Cost({ once: 0.4, item: 0.03, total: 0.2 })
  @Query(() => DigestConnection, { nullable: true, description: 'All digests, newest first unless ordered otherwise.' })
  digests(
    @Args(() => DigestsArgs) args: DigestsArgs,
    @Ctx() { db }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    const filter = toDigestFilter(args.filter);
    const order = toDigestOrder(args.orderBy);
    return connect({
      info,
      list: ['Query.digests', filter, order],
      args,
      read: (window) => readDigests(db, filter, order, window),
      count: () => countDigests(db, filter),
    });
  }

  @FieldResolver(() => String, {
    description:
      'What it is called: `Trending papers, 11 March 2025`; with the date as printed (`Mar 11`) where the year is not known, with the slug where none is printed.',
  })
  title(@Root() digest: Digest): string {
    return digestTitle(digest);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The banner as printed; null where the digest prints none.',
  })
  banner(@Root() { banner, fileName }: Digest): string | null {
    // Stored is the stem of the file where nothing is printed.
    return banner === fileStem(fileName) ? null : banner;
  }

  @Cost({ once: 0.4, each: 0.6 })
  @FieldResolver(() => Int, {
    description: 'How many of its papers are in no earlier digest: those whose movement is NEW.',
  })
  newPaperCount(@Root() { pk }: Digest, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.newPaperCountOfDigest.load(pk, null);
  }

  @Cost({ once: 0.3, each: 0.1 })
  @FieldResolver(() => Digest, {
    nullable: true,
    description: 'The digest right before this one by date; null for the first, and while the date is not known.',
  })
  async previous(@Root() { pk }: Digest, @Ctx() { loaders }: Context): Promise<Digest | null> {
    const { previousPk } = await loaders.neighboursOfDigest.load(pk, null);
    return previousPk === null ? null : loaders.digestByPk.load(previousPk);
  }

  @Cost({ once: 0.2, each: 0.1 })
  @FieldResolver(() => Digest, {
    nullable: true,
    description: 'The digest right after this one by date; null for the last, and while the date is not known.',
  })
  async next(@Root() { pk }: Digest, @Ctx() { loaders }: Context): Promise<Digest | null> {
    const { nextPk } = await loaders.neighboursOfDigest.load(pk, null);
    return nextPk === null ? null : loaders.digestByPk.load(nextPk);
  }

  @Cost({ once: 0.4, each: ({ filter }) => (conditionsIn(filter) > 0 ? 2 : 0.2), item: 0.15, items: 100, total: 0.3 })
  @FieldResolver(() => DigestPaperConnection, { description: 'Its papers in printed order, each once.' })
  async papers(
    @Root() { pk, slug, paperCount }: Digest,
    @Args(() => DigestPapersArgs) args: DigestPapersArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const filter = await readPaperFilter(args.filter, loaders);
    return connect({
      info,
      list: ['Digest.papers', slug, filter],
      args,
      read: (window) => loaders.papersOfDigest.load(pk, { window, filter }),
      count: () => (fitsEvery(filter) ? paperCount : loaders.paperCountOfDigest.load(pk, filter)),
      facts: ({ rank, line, isNew, previousRank }) => ({
        rank,
        line,
        previousRank,
        movement: movementOf({ rank, previousRank, isNew: Boolean(isNew) }),
      }),
    });
  }

  @Cost({ once: 0.4, each: 2, item: 0.05, items: VOCABULARY, total: 2 })
  @FieldResolver(() => DigestTopicConnection, {
    description: 'What its papers are about, topics with most of its papers first.',
  })
  topics(
    @Root() { pk, slug }: Digest,
    @Args(() => DigestTopicsArgs) args: DigestTopicsArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    const includeDescendants = args.includeDescendants ?? true;
    return connect({
      info,
      list: ['Digest.topics', slug, includeDescendants],
      args,
      read: (window) => loaders.topicsOfDigest.load(pk, { window, includeDescendants }),
      count: () => loaders.topicCountOfDigest.load(pk, includeDescendants),
      facts: ({ digestPaperCount }) => ({ digestPaperCount }),
    });
  }
}
