import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Loaders } from '../batch/loaders';
import { benchmarkKey } from '../lists/benchmarks/benchmark-key';
import type { Change } from '../store/entities/change';
import { Node } from '../store/entities/node';
import type { PaperLink } from '../store/entities/paper/paper-link';
import type { Repository } from '../store/entities/repository';
import type { Benchmark } from '../store/entities/topic/benchmark';
import { badUserInput } from './bad-user-input';
import type { Context } from './context';
import { Cost } from './cost';
import {
  changeKey,
  fromChangeKey,
  fromGlobalId,
  fromLinkKey,
  linkKey,
  type NodeType,
  THE_CORPUS,
  toGlobalId,
} from './relay/global-id';
import { LARGEST_PAGE } from './relay/page-args';

/** A row that says its type, for fields that answer with several. */
export type TypedRow = object & { __typename: NodeType };

@Resolver(() => Node)
export class NodeResolver {
  @Cost({ once: 0.8 })
  @Query(() => Node, { nullable: true, description: 'The object with this id; null when there is none.' })
  node(
    @Arg('id', () => ID, { description: 'An id as this API gave it.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<TypedRow | null> {
    const { type, key } = fromGlobalId('id', id);
    return readNode(type, key, loaders);
  }

  @Cost({ once: 1.3, item: 0.2, items: ({ ids }) => Math.min(ids.length, LARGEST_PAGE) })
  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description: 'The objects with these ids, in the same order; null where there is none.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: `At most ${LARGEST_PAGE} ids as this API gave them.` }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(TypedRow | null)[]> {
    if (ids.length > LARGEST_PAGE) throw badUserInput('ids', `at most ${LARGEST_PAGE} ids`, ids.length);
    // All are understood before one is read.
    const known = ids.map((id, index) => fromGlobalId(`ids[${index}]`, id));
    return Promise.all(known.map(({ type, key }) => readNode(type, key, loaders)));
  }

  @FieldResolver(() => ID)
  id(@Root() row: object, @Info() info: GraphQLResolveInfo): string {
    const type = info.parentType.name as NodeType;
    return toGlobalId(type, keyOf(type, row));
  }
}

function keyOf(type: NodeType, row: object): string {
  switch (type) {
    case 'Repository':
      return (row as Repository).key;
    case 'PaperLink':
      return linkKey((row as PaperLink).paperSlug, (row as PaperLink).position);
    case 'Benchmark':
      return benchmarkKey(row as Benchmark);
    case 'Change':
      return changeKey((row as Change).version, (row as Change).position);
    case 'Corpus':
      return THE_CORPUS;
    default:
      return (row as { slug: string }).slug;
  }
}

/** The object of this type and public key; null when there is none. */
export async function readNode(type: NodeType, key: string, loaders: Loaders): Promise<TypedRow | null> {
  const row = await read(type, key, loaders);
  return row && { ...row, __typename: type };
}

function read(type: NodeType, key: string, loaders: Loaders): Promise<object | null> {
  switch (type) {
    case 'Paper':
      return loaders.paperBySlug.load(key);
    case 'Topic':
      return loaders.topicBySlug.load(key);
    case 'Repository':
      return loaders.repositoryByKey.load(key);
    case 'Digest':
      return loaders.digestBySlug.load(key);
    case 'PaperLink':
      return readLink(key, loaders);
    case 'Benchmark':
      return loaders.benchmarkByKey.load(key);
    case 'Change':
      return loaders.changeAt.load(fromChangeKey(key));
    case 'Corpus':
      return loaders.corpus.load('corpus');
  }
}

async function readLink(key: string, loaders: Loaders): Promise<PaperLink | null> {
  const { slug, position } = fromLinkKey(key);
  const paper = await loaders.paperBySlug.load(slug);
  if (!paper) return null;
  const links = await loaders.linksOfPaper.load(paper.pk);
  return links[position] ?? null;
}
