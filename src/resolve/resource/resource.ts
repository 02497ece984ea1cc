import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, createUnionType, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { writtenIdentifier } from '../../parse/sameness/written-identifier';
import { paperByArxivId } from '../../search/answer/paper-by-arxiv-id';
import { Digest } from '../../store/entities/digest/digest';
import { Paper } from '../../store/entities/paper/paper';
import { Repository } from '../../store/entities/repository';
import { UriScalar } from '../../store/entities/scalars';
import { Topic } from '../../store/entities/topic/topic';
import { UniformResourceLocatable } from '../../store/entities/uniform-resource-locatable';
import { dear } from '../../store/sql';
import { arxivIdOf } from '../../text/arxiv-id';
import { readAddress } from '../addresses';
import type { Context } from '../context';
import { Cost } from '../cost';
import { readNode, type TypedRow } from '../node';
import { pathOfRepository, pathOfSlug, type ResourceType, readOwnAddress } from './resource-path';

const Resource = createUnionType({
  name: 'Resource',
  description: 'What an address can lead to.',
  types: () => [Paper, Topic, Repository, Digest] as const,
  resolveType: (row) => (row as unknown as TypedRow).__typename,
});

@Resolver(() => UniformResourceLocatable)
export class ResourceResolver {
  @Cost({ once: 1 })
  @Query(() => Resource, {
    nullable: true,
    description:
      'What an address leads to: anything by its `url` or `resourcePath`; a repository in any spelling (deep link, `git@…`, with or without https); a paper by any identifier that `Paper.identifiers` lists (of arXiv, of any version, a DOI, of OpenReview, the ACL Anthology, Semantic Scholar, OpenAlex, …), or an address of one; or the paper whose text gives the address as its project page, model, data set or other link, or names the arXiv identifier (the newest one). Null when nothing here has it.',
  })
  async resource(
    @Arg('url', () => String, { description: 'An address as people write it, also `git@…`, which is no URL.' })
    url: string,
    @Ctx() context: Context,
  ): Promise<TypedRow | null> {
    const own = readOwnAddress(context.publicUrl, url);
    if (own) return readNode(own.type, own.key, context.loaders);
    return findElsewhere(url, context);
  }

  @FieldResolver(() => UriScalar)
  url(
    @Root() row: object,
    @Ctx() { publicUrl }: Context,
    @Info() { parentType: { name } }: GraphQLResolveInfo,
  ): string {
    if (name !== 'Repository') return publicUrl + pathOf(name as ResourceType, row);
    const { host, owner, name: repository } = row as Repository;
    return `https://${host}/${owner}/${repository}`;
  }

  @FieldResolver(() => UriScalar)
  resourcePath(@Root() row: object, @Info() { parentType }: GraphQLResolveInfo): string {
    return pathOf(parentType.name as ResourceType, row);
  }
}

function pathOf(type: ResourceType, row: object): string {
  return type === 'Repository' ? pathOfRepository(row as Repository) : pathOfSlug(type, (row as { slug: string }).slug);
}

async function findElsewhere(url: string, { db, loaders }: Context): Promise<TypedRow | null> {
  const arxivId = arxivIdOf(url);
  if (arxivId !== null) return typed('Paper', await paperByArxivId(dear(db), arxivId));
  const isIdentifier = writtenIdentifier(url) !== null;
  const address = isIdentifier ? null : readAddress('url', url);
  if (!isIdentifier && !address) return null;
  const repository = address && (await loaders.repositoryByKey.load(address.repositoryKey));
  if (repository || address?.isRepository) return typed('Repository', repository);
  return typed('Paper', await loaders.paperByAddress.load(url));
}

function typed(__typename: ResourceType, row: object | null): TypedRow | null {
  return row && { ...row, __typename };
}
