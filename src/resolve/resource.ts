import { Arg, Ctx, createUnionType, Query, Resolver } from 'type-graphql';
import { addressKey } from '../extract/links/address/address-key';
import { paperByUrl } from '../lists/papers';
import { paperByArxivId } from '../search/answer/paper-by-arxiv-id';
import { Digest } from '../store/entities/digest/digest';
import { Paper } from '../store/entities/paper/paper';
import { Repository } from '../store/entities/repository';
import { UriScalar } from '../store/entities/scalars';
import { Topic } from '../store/entities/topic/topic';
import { dear } from '../store/sql';
import { arxivIdOf } from '../text/arxiv-id';
import { readAddress } from './addresses';
import type { Context } from './context';
import { Cost } from './cost';
import type { TypedRow } from './node';

const Resource = createUnionType({
  name: 'Resource',
  description: 'What an address can lead to.',
  types: () => [Paper, Topic, Repository, Digest] as const,
  resolveType: (row) => (row as unknown as TypedRow).__typename,
});

@Resolver()
export class ResourceResolver {
  @Cost({ once: 1 })
  @Query(() => Resource, {
    nullable: true,
    description:
      'What an address leads to: a repository in any spelling (deep link, `git@…`, with or without https), or the paper whose text gives the address as its project page, model, data set or other link (the newest one). An address or identifier of arXiv, of any version, leads to the paper that has it or names it. Null when nothing here has it.',
  })
  async resource(
    @Arg('url', () => UriScalar, { description: 'An address as people write it.' }) url: string,
    @Ctx() { db, loaders }: Context,
  ): Promise<TypedRow | null> {
    const arxivId = arxivIdOf(url);
    if (arxivId !== null) {
      const paper = await paperByArxivId(dear(db), arxivId);
      return paper && { ...paper, __typename: 'Paper' };
    }
    const address = readAddress('url', url);
    if (!address) return null;
    const repository = await loaders.repositoryByKey.load(address.repositoryKey);
    if (repository) return { ...repository, __typename: 'Repository' };
    if (address.isRepository) return null;
    const paper = await paperByUrl(db, addressKey(url));
    return paper && { ...paper, __typename: 'Paper' };
  }
}
