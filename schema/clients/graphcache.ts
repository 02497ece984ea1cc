/*
 * What graphcache, the normalised cache of urql, is to know of Offprint.
 * Made from the schema by `npm run schema`; not to be edited. Copy the file into your app as it is:
 *
 *   import { keys, possibleTypes, resolvers } from './graphcache';
 *   const exchange = cacheExchange({ keys, possibleTypes, resolvers });
 */

import type { Cache, DataFields, KeyingConfig, Resolver, ResolverConfig, Variables } from '@urql/exchange-graphcache';

/** The types behind each interface and union, for fragments on them. */
export const possibleTypes: Record<string, string[]> = {
  Node: ['Benchmark', 'Change', 'Corpus', 'Digest', 'Paper', 'PaperLink', 'Repository', 'Topic'],
  Resource: ['Digest', 'Paper', 'Repository', 'Topic'],
  SearchResult: ['Paper', 'Repository', 'Topic'],
  UniformResourceLocatable: ['Digest', 'Paper', 'Repository', 'Topic'],
};

/** What has no id is a part of the object that it was asked of. */
export const keys: KeyingConfig = {
  BenchmarkConnection: () => null,
  BenchmarkEdge: () => null,
  BenchmarkPaperConnection: () => null,
  BenchmarkPaperEdge: () => null,
  BenchmarkResult: () => null,
  BenchmarkValue: () => null,
  ChangeConnection: () => null,
  ChangeEdge: () => null,
  ChangeOccurredEvent: () => null,
  CoOccurringTopicConnection: () => null,
  CoOccurringTopicEdge: () => null,
  DigestChanges: () => null,
  DigestConnection: () => null,
  DigestEdge: () => null,
  DigestEnteredPaperConnection: () => null,
  DigestEnteredPaperEdge: () => null,
  DigestImportedEvent: () => null,
  DigestLeftPaperConnection: () => null,
  DigestLeftPaperEdge: () => null,
  DigestMovedPaperConnection: () => null,
  DigestMovedPaperEdge: () => null,
  DigestPaperConnection: () => null,
  DigestPaperEdge: () => null,
  DigestTopicConnection: () => null,
  DigestTopicEdge: () => null,
  Evidence: () => null,
  LinkStatement: () => null,
  NearTerms: () => null,
  PageInfo: () => null,
  PaperAddedEvent: () => null,
  PaperAuthor: () => null,
  PaperConnection: () => null,
  PaperDigestConnection: () => null,
  PaperDigestEdge: () => null,
  PaperEdge: () => null,
  PaperIdentifier: () => null,
  PaperKeyword: () => null,
  PaperRecord: () => null,
  PaperRepositoryConnection: () => null,
  PaperRepositoryEdge: () => null,
  PaperResult: () => null,
  PaperTopicConnection: () => null,
  PaperTopicEdge: () => null,
  PaperVersion: () => null,
  PaperVotes: () => null,
  RecordSource: () => null,
  ReferenceMatch: () => null,
  RelatedPaperConnection: () => null,
  RelatedPaperEdge: () => null,
  RepositoryConnection: () => null,
  RepositoryEdge: () => null,
  RepositoryPaperConnection: () => null,
  RepositoryPaperEdge: () => null,
  RepositoryStars: () => null,
  SearchConnection: () => null,
  SearchEdge: () => null,
  SearchFacet: () => null,
  SearchFacets: () => null,
  SearchHighlight: () => null,
  Statement: () => null,
  TextRange: () => null,
  TopicConnection: () => null,
  TopicEdge: () => null,
  TopicPaperConnection: () => null,
  TopicPaperEdge: () => null,
  Trending: () => null,
  TrendingComponent: () => null,
};

/**
 * A list from where paging began up to the page that is asked for. Unlike relayPagination it joins only pages that
 * follow on each other, are of one size, and were asked for the same: nothing is missing between two of them, nothing is
 * there but what answers gave, and null is null.
 */
function pages(): Resolver {
  return (_parent, args, cache, { parentKey, fieldName }) => {
    const fieldOf = (of: Variables) => cache.keyOfField(fieldName, Object.keys(of).length > 0 ? of : null) ?? fieldName;
    const listOf = ({ after: _after, before: _before, ...others }: Variables) => fieldOf(others);
    const own = cache.resolve(parentKey, fieldOf(args));
    if (typeof own !== 'string') return own;

    const { before: backwards } = args;
    const [cursor, end, start, more] = backwards == null ? FORWARDS : BACKWARDS;
    const parts = ['edges', 'nodes'].filter((part) => cache.resolve(own, part) !== undefined);
    const others = cache
      .inspectFields(parentKey)
      .filter((field) => field.fieldName === fieldName && listOf(field.arguments ?? {}) === listOf(args))
      .map((field) => ({ key: cache.resolve(parentKey, field.fieldKey) as string, at: field.arguments?.[cursor] }))
      .filter(({ key }) => key && parts.every((part) => cache.resolve(key, part) !== undefined));
    const list = [own];
    for (let at: unknown = args[cursor]; at; ) {
      const previous = others.find(({ key }) => !list.includes(key) && placeOf(cache, key)[end] === at);
      if (previous) list.push(previous.key);
      at = previous?.at;
    }
    if (list.length === 1) return own;

    const begun = placeOf(cache, list.at(-1) as string);
    if (cursor === 'after') list.reverse();
    const joined = parts.map((part) => [part, list.flatMap((key) => cache.resolve(key, part))]);
    const { __typename } = placeOf(cache, own);
    const pageInfo = __typename && { __typename, [start]: begun[start], [more]: begun[more] };
    return { __typename: cache.resolve(own, '__typename'), ...Object.fromEntries(joined), pageInfo } as DataFields;
  };
}

const FORWARDS = ['after', 'endCursor', 'startCursor', 'hasPreviousPage'] as const;
const BACKWARDS = ['before', 'startCursor', 'endCursor', 'hasNextPage'] as const;

/** What the cache knows of a page's place in its list; cursors also from its edges. */
function placeOf(cache: Cache, page: string) {
  const pageInfo = cache.resolve(page, 'pageInfo') as string | undefined;
  const edges = cache.resolve(page, 'edges') as string[] | undefined;
  const of = (name: string) => cache.resolve(pageInfo, name);
  return {
    __typename: of('__typename'),
    startCursor: of('startCursor') ?? cache.resolve(edges?.at(0), 'cursor'),
    endCursor: of('endCursor') ?? cache.resolve(edges?.at(-1), 'cursor'),
    hasPreviousPage: of('hasPreviousPage'),
    hasNextPage: of('hasNextPage'),
  };
}

/** Lists are read page by page: each page comes with those before it. */
export const resolvers: ResolverConfig = {
  Benchmark: {
    papers: pages(),
  },
  Digest: {
    papers: pages(),
    topics: pages(),
  },
  DigestChanges: {
    enteredPapers: pages(),
    leftPapers: pages(),
    movedPapers: pages(),
  },
  Paper: {
    digests: pages(),
    relatedPapers: pages(),
    repositories: pages(),
    topics: pages(),
  },
  Query: {
    changes: pages(),
    digests: pages(),
    papers: pages(),
    repositories: pages(),
    search: pages(),
    topics: pages(),
  },
  Repository: {
    papers: pages(),
  },
  Topic: {
    benchmarks: pages(),
    children: pages(),
    coOccurringTopics: pages(),
    papers: pages(),
  },
};
