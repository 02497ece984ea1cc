import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Float, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { LinkKind } from '../../extract/links/links';
import { ABOUT, standingOf } from '../../extract/topics/standing';
import { readPapers } from '../../lists/filter/read-papers';
import { Paper } from '../../store/entities/paper/paper';
import { LinkKindEnum, PaperLink } from '../../store/entities/paper/paper-link';
import { LocalDateScalar } from '../../store/entities/scalars';
import { excerptOf } from '../../text/excerpt';
import { plainText } from '../../text/plain-text';
import { badUserInput } from '../bad-user-input';
import type { Context } from '../context';
import { Cost } from '../cost';
import { foldsOf } from '../folds';
import { checkLength } from '../public-keys';
import { connect } from '../relay/connection';
import { LARGEST_PAGE, PageArgs } from '../relay/page-args';
import { PaperAuthor } from './paper-author';
import {
  PaperConnection,
  PaperDigestConnection,
  PaperRepositoryConnection,
  PaperTopicConnection,
} from './paper-connections';
import { countCost, pageCost } from './paper-costs';
import { checkScore, PaperFilter, readPaperFilter } from './paper-inputs';
import { findPaper, PaperKey } from './paper-key';
import { PaperOrder, toPaperOrder } from './paper-order';

@ArgsType()
class PapersArgs extends PageArgs {
  @Field(() => PaperFilter, { nullable: true, description: 'Which papers; all unless said.' })
  filter?: PaperFilter | null;

  @Field(() => PaperOrder, {
    nullable: true,
    description: 'In what order; by FIRST_SEEN_ON unless said, newest first.',
  })
  orderBy?: PaperOrder | null;
}

@ArgsType()
class PaperTopicsArgs extends PageArgs {
  @Field(() => Float, {
    nullable: true,
    description:
      'Only topics with at least this score, from 0 to 1. 0.4 unless said: what the paper is about; 0.2 adds what it only mentions.',
  })
  minScore?: number | null;
}

/** Characters of a date that says the day. */
const WHOLE_DATE = 10;

/** Three lines of a screen or so. */
const USUAL_EXCERPT = 240;
const LONGEST_EXCERPT = 1_000;

@Resolver(() => Paper)
export class PaperResolver {
  @Cost({ once: 0.6 })
  @Query(() => Paper, { nullable: true, description: 'The paper that a key leads to; null when there is none.' })
  paper(
    @Arg('by', () => PaperKey, { description: 'What the paper is known by.' }) by: PaperKey,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Paper | null> {
    return findPaper('by', by, context, foldsOf(info));
  }

  @Cost({ once: 2.5, item: 0.2, items: ({ keys }) => Math.min(keys.length, LARGEST_PAGE) })
  @Query(() => [Paper], {
    nullable: 'itemsAndList',
    description: 'The papers that keys lead to, in the same order; null where there is none.',
  })
  async papersBy(
    @Arg('keys', () => [PaperKey], { description: `What the papers are known by, at most ${LARGEST_PAGE} keys.` })
    keys: PaperKey[],
    @Ctx() context: Context,
  ): Promise<(Paper | null)[]> {
    checkLength('keys', keys, 'keys');
    return Promise.all(keys.map((key, index) => findPaper(`keys[${index}]`, key, context)));
  }

  @Cost({ once: ({ filter }) => pageCost(filter), item: 0.05, total: ({ filter }) => countCost(filter) })
  @Query(() => PaperConnection, { nullable: true, description: 'All papers, newest first unless ordered otherwise.' })
  async papers(
    @Args(() => PapersArgs) args: PapersArgs,
    @Ctx() { db, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const filter = await readPaperFilter(args.filter, loaders);
    const order = toPaperOrder(args.orderBy);
    return connect({
      info,
      list: ['Query.papers', filter, order],
      args,
      read: (window) => readPapers(db, filter, order, window),
      count: () => loaders.paperCount.load(filter),
    });
  }

  @Cost({ each: 0.01, item: 0.01 })
  @FieldResolver(() => [PaperAuthor], {
    description:
      'The authors in order; empty when no source names them. Where sources differ, the first by precedence that names them all counts, see `Paper.records`.',
  })
  authors(@Root() { authors }: Paper): PaperAuthor[] {
    return (authors ?? []).map((author) => ({ ...author, affiliations: author.affiliations ?? [] }));
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the paper was published first; null when no source says it to the day.',
  })
  publishedOn(@Root() { publishedOn }: Paper): string | null {
    return publishedOn?.length === WHOLE_DATE ? publishedOn : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The year in which the paper was published first; null when no source says.',
  })
  publicationYear(@Root() { publishedOn }: Paper): number | null {
    return publishedOn === null ? null : Number(publishedOn.slice(0, 4));
  }

  @Cost({ each: 0.01, item: 0.01 })
  @FieldResolver(() => [String], {
    description: 'Categories of arXiv, the primary one first, e.g. cs.LG; empty when no source says.',
  })
  categories(@Root() { categories }: Paper): string[] {
    return categories ?? [];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a source says that the paper was withdrawn or retracted.',
  })
  isWithdrawn(@Root() { isWithdrawn }: Paper): boolean {
    return isWithdrawn === 1;
  }

  @Cost({ each: 2 })
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The abstract as people read it: without TeX (`Fréchet`, `α ≤ 2`, `x^(1/2)`), each paragraph on one line. Positions count in `abstract`, not here. Null where there is none.',
  })
  plainAbstract(@Root() { abstract }: Paper): string | null {
    return abstract === null ? null : plainText(abstract);
  }

  @Cost({ each: 2 })
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The beginning of the plain abstract on one line, cut behind a word with an ellipsis where it goes on. Null where there is no abstract.',
  })
  excerpt(
    @Root() { abstract }: Paper,
    @Arg('length', () => Int, {
      nullable: true,
      defaultValue: USUAL_EXCERPT,
      description: `At most so many UTF-16 units, the ellipsis included: 1 to ${LONGEST_EXCERPT.toLocaleString('en')}.`,
    })
    length: number | null,
  ): string | null {
    const most = checkExcerpt(length ?? USUAL_EXCERPT);
    return abstract === null ? null : excerptOf(plainText(abstract), most);
  }

  @Cost({ once: 0.3, each: 0.03, item: 0.04, items: 3, total: 0.1 })
  @FieldResolver(() => PaperDigestConnection, { description: 'The digests that hold the paper, newest first.' })
  digests(
    @Root() { pk, slug }: Paper,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return connect({
      info,
      list: ['Paper.digests', slug],
      args,
      read: (window) => loaders.digestsOfPaper.load(pk, { window }),
      count: () => loaders.digestCountOfPaper.load(pk, {}),
      facts: ({ rank }) => ({ rank }),
    });
  }

  @Cost({ once: 0.5, each: 0.04, item: 0.04, items: 5, total: 0.1 })
  @FieldResolver(() => PaperTopicConnection, {
    description: 'What the paper is about and, where `minScore` is below 0.4, what it only mentions, best score first.',
  })
  topics(
    @Root() { pk, slug }: Paper,
    @Args(() => PaperTopicsArgs) args: PaperTopicsArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    const minScore = checkScore('minScore', args.minScore ?? ABOUT);
    return connect({
      info,
      list: ['Paper.topics', slug, minScore],
      args,
      read: (window) => loaders.topicsOfPaper.load(pk, { minScore, window }),
      count: () => loaders.topicCountOfPaper.load(pk, { minScore }),
      facts: ({ score, method, evidence }) => ({ score, standing: standingOf(score), method, evidence }),
    });
  }

  @Cost({ once: 0.5, each: 0.03, item: 0.05, items: 1, total: 0.1 })
  @FieldResolver(() => PaperRepositoryConnection, {
    description: 'The code repositories that the paper links to, each once, in order of appearance.',
  })
  repositories(
    @Root() { pk, slug }: Paper,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return connect({
      info,
      list: ['Paper.repositories', slug],
      args,
      read: (window) => loaders.repositoriesOfPaper.load(pk, { window }),
      count: () => loaders.repositoryCountOfPaper.load(pk, {}),
      facts: ({ linkPosition }) => ({
        link: async () => (await loaders.linksOfPaper.load(pk))[linkPosition],
      }),
    });
  }

  @Cost({ once: 0.3, each: 0.03, item: 0.1, items: 2 })
  @FieldResolver(() => [PaperLink], {
    description:
      'Every address in the text, in order of appearance; behind them those that sources state beside it. Where the paper itself can be read is `readAt`.',
  })
  async links(
    @Root() { pk }: Paper,
    @Arg('kinds', () => [LinkKindEnum], {
      nullable: true,
      description: 'Only links of these kinds; all unless said, and for an empty list.',
    })
    kinds: LinkKind[] | null | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<PaperLink[]> {
    const links = await loaders.linksOfPaper.load(pk);
    return kinds?.length ? links.filter(({ kind }) => kinds.includes(kind)) : links;
  }
}

function checkExcerpt(length: number): number {
  if (length >= 1 && length <= LONGEST_EXCERPT) return length;
  throw badUserInput('length', `1 to ${LONGEST_EXCERPT}`, length);
}
