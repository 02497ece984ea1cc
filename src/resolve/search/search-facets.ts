import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type FacetName, readFacet } from '../../search/answer/facets';
import type { Search } from '../../search/rank/prepared-search';
import { dear } from '../../store/sql';
import { badUserInput } from '../bad-user-input';
import type { Context } from '../context';
import { Cost } from '../cost';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../relay/page-args';

@ObjectType('SearchFacet', { simpleResolvers: true, description: 'A value that some of the papers found have.' })
class SearchFacet {
  @Field(() => String, { description: 'The value as a filter takes it.' })
  value!: string;

  @Field(() => String, { description: 'The value as a reader takes it.' })
  label!: string;

  @Field(() => Int, {
    description: 'How many papers have it: the total of the same search with this value added to its filter.',
  })
  count!: number;
}

/** What the facets are of; each is counted by its own resolver, when asked for. */
@ObjectType('SearchFacets', {
  description:
    'How the papers of a search divide, over all of its pages and with its filter; its best 5,000 where it lists more. A paper may count under several values. Most frequent first.',
})
export class SearchFacets {
  search!: Search;
}

const FIRST = {
  nullable: true,
  description: `How many values, the most frequent: 0 to ${LARGEST_PAGE}, ${DEFAULT_PAGE} unless said.`,
} as const;

@Resolver(() => SearchFacets)
export class SearchFacetsResolver {
  @Cost({ each: 30, item: 0.02, items: ({ first }) => first ?? DEFAULT_PAGE })
  @FieldResolver(() => [SearchFacet], {
    description: 'By topic, its descendants included: slug and name, for `filter.topics.any`.',
  })
  topics(
    @Root() { search }: SearchFacets,
    @Arg('first', () => Int, FIRST) first: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<SearchFacet[]> {
    return count('topics', search, first, context);
  }

  @Cost({ each: 30, item: 0.02, items: ({ first }) => first ?? DEFAULT_PAGE })
  @FieldResolver(() => [SearchFacet], {
    description: 'By host of their code repositories, for `filter.repositoryHost`.',
  })
  repositoryHosts(
    @Root() { search }: SearchFacets,
    @Arg('first', () => Int, FIRST) first: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<SearchFacet[]> {
    return count('repositoryHosts', search, first, context);
  }

  @Cost({ each: 30, item: 0.02, items: ({ first }) => first ?? DEFAULT_PAGE })
  @FieldResolver(() => [SearchFacet], {
    description:
      'By the year in which they were first in a digest, for `filter.firstSeenOn` from its first to its last day. Papers of unknown date are in none.',
  })
  years(
    @Root() { search }: SearchFacets,
    @Arg('first', () => Int, FIRST) first: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<SearchFacet[]> {
    return count('years', search, first, context);
  }

  @Cost({ each: 30, item: 0.02, items: ({ first }) => first ?? DEFAULT_PAGE })
  @FieldResolver(() => [SearchFacet], {
    description: 'By digest: slug, and its date where known, for `filter.digest`.',
  })
  digests(
    @Root() { search }: SearchFacets,
    @Arg('first', () => Int, FIRST) first: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<SearchFacet[]> {
    return count('digests', search, first, context);
  }
}

function count(
  name: FacetName,
  search: Search,
  first: number | null | undefined,
  { db }: Context,
): Promise<SearchFacet[]> {
  const most = first ?? DEFAULT_PAGE;
  if (most < 0 || most > LARGEST_PAGE) throw badUserInput('first', `0 to ${LARGEST_PAGE}`, most);
  return readFacet(dear(db), search, name, most);
}
