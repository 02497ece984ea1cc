import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { parseAddress } from '../../extract/links/address/parse-address';
import { repositoryKey } from '../../extract/links/repository-key';
import { countRepositories, readRepositories } from '../../lists/repositories';
import { Repository } from '../../store/entities/repository';
import { readAddress } from '../addresses';
import type { Context } from '../context';
import { Cost } from '../cost';
import { checkHost, checkLength, checkRepositoryPart } from '../public-keys';
import { connect } from '../relay/connection';
import { LARGEST_PAGE, PageArgs } from '../relay/page-args';
import { RepositoryConnection, RepositoryPaperConnection } from './repository-connections';
import { RepositoryFilter, RepositoryOrder, toRepositoryFilter, toRepositoryOrder } from './repository-inputs';

@ArgsType()
class RepositoryArgs {
  @Field(() => String, { nullable: true, defaultValue: 'github.com', description: 'The code host.' })
  host?: string | null;

  @Field(() => String, { description: 'The account, or on GitLab the path of groups; case does not count.' })
  owner!: string;

  @Field(() => String, { description: 'The name of the repository; case does not count.' })
  name!: string;
}

@ArgsType()
class RepositoriesArgs extends PageArgs {
  @Field(() => RepositoryFilter, { nullable: true, description: 'Which repositories; all unless said.' })
  filter?: RepositoryFilter | null;

  @Field(() => RepositoryOrder, { nullable: true, description: 'In what order; by NAME unless said, from A on.' })
  orderBy?: RepositoryOrder | null;
}

@Resolver(() => Repository)
export class RepositoryResolver {
  @Cost({ once: 0.5 })
  @Query(() => Repository, {
    nullable: true,
    description: 'The code repository of this name; null when no paper links to it.',
  })
  repository(
    @Args(() => RepositoryArgs) args: RepositoryArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Repository | null> {
    const host = checkHost('host', args.host ?? 'github.com');
    const owner = checkRepositoryPart('owner', args.owner);
    const name = checkRepositoryPart('name', args.name);
    // Read as an address, so that `www.` and `.git` make no difference here either.
    const asAddress = parseAddress(`https://${host}/${owner}/${name}`)?.repository;
    return loaders.repositoryByKey.load(repositoryKey(asAddress ?? { host, owner, name }));
  }

  @Cost({ once: 0.5, item: 0.1, items: ({ urls }) => Math.min(urls.length, LARGEST_PAGE) })
  @Query(() => [Repository], {
    nullable: 'itemsAndList',
    description: 'The code repositories at these addresses, in the same order; null where no paper links to one there.',
  })
  async repositoriesBy(
    @Arg('urls', () => [String], {
      description: `At most ${LARGEST_PAGE} addresses in any spelling: with or without https, deep links, \`git@…\`.`,
    })
    urls: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(Repository | null)[]> {
    checkLength('urls', urls, 'addresses');
    return Promise.all(
      urls.map(async (url, index) => {
        const address = readAddress(`urls[${index}]`, url);
        return address && loaders.repositoryByKey.load(address.repositoryKey);
      }),
    );
  }

  @Cost({ once: ({ filter }) => (filter ? 5 : 0.5), item: 0.03, total: ({ filter }) => (filter ? 30 : 0.2) })
  @Query(() => RepositoryConnection, {
    nullable: true,
    description: 'All code repositories that papers link to, by name unless ordered otherwise.',
  })
  repositories(
    @Args(() => RepositoriesArgs) args: RepositoriesArgs,
    @Ctx() { db }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    const filter = toRepositoryFilter(args.filter);
    const order = toRepositoryOrder(args.orderBy);
    return connect({
      info,
      list: ['Query.repositories', filter, order],
      args,
      read: (window) => readRepositories(db, filter, order, window),
      count: () => countRepositories(db, filter),
    });
  }

  @FieldResolver(() => String, { description: 'owner/name, e.g. ExplainableML/BayesCap.' })
  nameWithOwner(@Root() { owner, name }: Repository): string {
    return `${owner}/${name}`;
  }

  @Cost({ once: 0.3, each: 0.1, item: 0.05, total: 0 })
  @FieldResolver(() => RepositoryPaperConnection, {
    description: 'The papers that link to the repository, newest first.',
  })
  papers(
    @Root() { pk, key, paperCount }: Repository,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return connect({
      info,
      list: ['Repository.papers', key],
      args,
      read: (window) => loaders.papersOfRepository.load(pk, { window }),
      count: () => paperCount,
      facts: (paper) => ({
        link: async () => (await loaders.linksOfPaper.load(paper.pk))[paper.linkPosition],
      }),
    });
  }
}
