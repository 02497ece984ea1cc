import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { MOST_RELATED } from '../../related/read-related';
import { LEAST_SHARE } from '../../related/score';
import { Paper } from '../../store/entities/paper/paper';
import type { Context } from '../context';
import { Cost } from '../cost';
import { connect } from '../relay/connection';
import { PageArgs } from '../relay/page-args';
import { PaperFilter, readPaperFilter } from './paper-inputs';
import { RelatedPaperConnection } from './related-connections';

@ArgsType()
class RelatedArgs extends PageArgs {
  @Field(() => PaperFilter, { nullable: true, description: 'Which of them; all unless said.' })
  filter?: PaperFilter | null;
}

@Resolver(() => Paper)
export class RelatedResolver {
  @Cost({ once: 1, each: 50, item: 0.1, items: MOST_RELATED, total: 0, isTotalOfPage: true })
  @FieldResolver(() => RelatedPaperConnection, {
    description: `The papers that have most in common with this one, the closest first, and what they share: at most ${MOST_RELATED}, never the paper itself. Papers that share less than ${LEAST_SHARE} of what tells this one apart (the share that wordScore tells of) are left out.`,
  })
  async relatedPapers(
    @Root() { pk, slug }: Paper,
    @Args(() => RelatedArgs) args: RelatedArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const filter = await readPaperFilter(args.filter, loaders);
    return connect({
      info,
      list: ['Paper.relatedPapers', slug, filter],
      args,
      read: (window) => loaders.relatedOfPaper.load(pk, { window, filter }),
      count: () => loaders.relatedCountOfPaper.load(pk, filter),
      facts: (other) => ({
        score: other.score,
        wordScore: other.wordScore,
        vectorScore: other.vectorScore,
        sharedTopics: () => loaders.topicsSharedBy.load([pk, other.pk]),
        sharedTerms: () => loaders.termsSharedBy.load([pk, other.pk]),
        nearTerms: () => loaders.termsNearIn.load([pk, other.pk]),
      }),
    });
  }
}
