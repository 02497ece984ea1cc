import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { ChangeKind } from '../../lists/digest/digest-changes';
import { Digest } from '../../store/entities/digest/digest';
import { Paper } from '../../store/entities/paper/paper';
import type { Context } from '../context';
import { Cost } from '../cost';
import { checkSlug } from '../public-keys';
import { connect, connectionOf, edgeOf } from '../relay/connection';
import { PageArgs } from '../relay/page-args';

@ObjectType('DigestEnteredPaperEdge', {
  simpleResolvers: true,
  description: 'A paper that one digest holds and another did not.',
})
class DigestEnteredPaperEdge extends edgeOf(Paper) {
  @Field(() => Int, { description: 'Its place in the digest that it entered, from 1.' })
  rank!: number;
}

@ObjectType('DigestLeftPaperEdge', {
  simpleResolvers: true,
  description: 'A paper that one digest held and another does not.',
})
class DigestLeftPaperEdge extends edgeOf(Paper) {
  @Field(() => Int, { description: 'The place it had in the digest that it left, from 1.' })
  rank!: number;
}

@ObjectType('DigestMovedPaperEdge', {
  simpleResolvers: true,
  description: 'A paper that two digests hold in different places.',
})
class DigestMovedPaperEdge extends edgeOf(Paper) {
  @Field(() => Int, { description: 'Its place in the digest compared with, from 1.' })
  fromRank!: number;

  @Field(() => Int, { description: 'Its place in the digest itself, from 1.' })
  toRank!: number;
}

const DigestEnteredPaperConnection = connectionOf(
  'DigestEnteredPaper',
  Paper,
  DigestEnteredPaperEdge,
  'papers that entered, by rank',
);
const DigestLeftPaperConnection = connectionOf(
  'DigestLeftPaper',
  Paper,
  DigestLeftPaperEdge,
  'papers that left, by the rank they had',
);
const DigestMovedPaperConnection = connectionOf(
  'DigestMovedPaper',
  Paper,
  DigestMovedPaperEdge,
  'papers that moved, by their new rank',
);

/** Two digests, compared. */
@ObjectType('DigestChanges', { simpleResolvers: true, description: 'What changed from one digest to another.' })
class DigestChanges {
  @Field(() => Digest, { description: 'The digest compared with.' })
  since!: Digest;

  digest!: Digest;
  /** The digest asked for; null for the one right before. */
  askedPk!: number | null;
}

@Resolver(() => Digest)
export class DigestChangesSinceResolver {
  @Cost({ once: 0.5, each: 0.2 })
  @FieldResolver(() => DigestChanges, {
    nullable: true,
    description: 'What changed since another digest; null when there is no such digest.',
  })
  async changesSince(
    @Root() digest: Digest,
    @Arg('digest', () => String, {
      nullable: true,
      description: 'Slug of the digest to compare with; the one right before by date unless said.',
    })
    slug: string | null | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<DigestChanges | null> {
    const asked = slug == null ? null : await loaders.digestBySlug.load(checkSlug('digest', slug));
    if (slug != null && asked === null) return null;
    const askedPk = asked?.pk ?? null;
    const sincePk = await loaders.sinceOfDigest.load(digest.pk, askedPk);
    const since = sincePk === null ? null : await loaders.digestByPk.load(sincePk);
    return since && { digest, since, askedPk };
  }
}

@Resolver(() => DigestChanges)
export class DigestChangesResolver {
  @Cost({ once: 0.4, each: 1.5, item: 0.05, items: 100, total: 1 })
  @FieldResolver(() => DigestEnteredPaperConnection, {
    description: 'Papers that the digest holds and the other did not.',
  })
  enteredPapers(
    @Root() changes: DigestChanges,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return list('entered', changes, args, context, info);
  }

  @Cost({ once: 0.4, each: 1.5, item: 0.05, items: 100, total: 1 })
  @FieldResolver(() => DigestLeftPaperConnection, {
    description: 'Papers that the other held and the digest does not.',
  })
  leftPapers(
    @Root() changes: DigestChanges,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return list('left', changes, args, context, info);
  }

  @Cost({ once: 0.4, each: 1.5, item: 0.05, items: 100, total: 1 })
  @FieldResolver(() => DigestMovedPaperConnection, { description: 'Papers that both hold, in different places.' })
  movedPapers(
    @Root() changes: DigestChanges,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return list('moved', changes, args, context, info);
  }
}

function list(
  kind: ChangeKind,
  { digest, since, askedPk }: DigestChanges,
  args: PageArgs,
  { loaders }: Context,
  info: GraphQLResolveInfo,
): object {
  return connect({
    info,
    list: [`DigestChanges.${kind}Papers`, digest.slug, since.slug],
    args,
    read: (window) => loaders.changesOfDigest.load(digest.pk, { kind, sincePk: askedPk, window }),
    count: () => loaders.changeCountOfDigest.load(digest.pk, { kind, sincePk: askedPk }),
    facts: ({ fromRank, toRank }) => (kind === 'moved' ? { fromRank, toRank } : { rank: toRank ?? fromRank }),
  });
}
