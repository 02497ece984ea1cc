import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Node } from '../store/entities/node';
import type { Repository } from '../store/entities/repository';
import { badUserInput } from './bad-user-input';
import type { Context } from './context';
import { Cost } from './cost';
import { fromGlobalId, type NodeType, toGlobalId } from './relay/global-id';
import { LARGEST_PAGE } from './relay/page-args';

/** A row that says its type, for fields that answer with several. */
export type TypedRow = object & { __typename: NodeType };

@Resolver(() => Node)
export class NodeResolver {
  @Cost({ once: 0.5 })
  @Query(() => Node, { nullable: true, description: 'The object with this id; null when there is none.' })
  node(
    @Arg('id', () => ID, { description: 'An id as this API gave it.' }) id: string,
    @Ctx() context: Context,
  ): Promise<TypedRow | null> {
    return load('id', id, context);
  }

  @Cost({ once: 1, item: 0.1, items: ({ ids }) => Math.min(ids.length, LARGEST_PAGE) })
  @Query(() => [Node], {
    nullable: 'items',
    description: 'The objects with these ids, in the same order; null where there is none.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: `At most ${LARGEST_PAGE} ids as this API gave them.` }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(TypedRow | null)[]> {
    if (ids.length > LARGEST_PAGE) throw badUserInput('ids', `at most ${LARGEST_PAGE} ids`, ids.length);
    return Promise.all(ids.map((id, index) => load(`ids[${index}]`, id, context)));
  }

  @FieldResolver(() => ID)
  id(@Root() row: object, @Info() info: GraphQLResolveInfo): string {
    const type = info.parentType.name as NodeType;
    return toGlobalId(type, type === 'Repository' ? (row as Repository).key : (row as { slug: string }).slug);
  }
}

async function load(argument: string, id: string, { loaders }: Context): Promise<TypedRow | null> {
  const { type, key } = fromGlobalId(argument, id);
  const loader = {
    Paper: loaders.paperBySlug,
    Topic: loaders.topicBySlug,
    Repository: loaders.repositoryByKey,
    Digest: loaders.digestBySlug,
  }[type];
  const row = await loader.load(key);
  return row && { ...row, __typename: type };
}
