/*
 * What graphcache, the normalised cache of urql, is to know of Offprint.
 * Made from the schema by `npm run schema`; not to be edited. Copy the file into your app as it is:
 *
 *   import { keys, possibleTypes, resolvers } from './graphcache';
 *   const exchange = cacheExchange({ keys, possibleTypes, resolvers });
 */

import type {
  Cache,
  DataFields,
  FieldArgs,
  FieldInfo,
  KeyingConfig,
  Resolver,
  ResolverConfig,
} from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

/** The types behind each interface and union, for fragments on them. */
export const possibleTypes = {
  Node: ['Change', 'Corpus', 'Digest', 'Paper', 'PaperLink', 'Repository', 'Topic'],
  Resource: ['Digest', 'Paper', 'Repository', 'Topic'],
  SearchResult: ['Paper', 'Repository', 'Topic'],
};

/** What has no id is a part of the object that it was asked of. */
export const keys: KeyingConfig = {
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
  PageInfo: () => null,
  PaperAddedEvent: () => null,
  PaperAuthor: () => null,
  PaperConnection: () => null,
  PaperDigestConnection: () => null,
  PaperDigestEdge: () => null,
  PaperEdge: () => null,
  PaperRepositoryConnection: () => null,
  PaperRepositoryEdge: () => null,
  PaperTopicConnection: () => null,
  PaperTopicEdge: () => null,
  RelatedPaperConnection: () => null,
  RelatedPaperEdge: () => null,
  RepositoryConnection: () => null,
  RepositoryEdge: () => null,
  RepositoryPaperConnection: () => null,
  RepositoryPaperEdge: () => null,
  SearchConnection: () => null,
  SearchEdge: () => null,
  SearchFacet: () => null,
  SearchFacets: () => null,
  SearchHighlight: () => null,
  TextRange: () => null,
  TopicConnection: () => null,
  TopicEdge: () => null,
  TopicPaperConnection: () => null,
  TopicPaperEdge: () => null,
  Trending: () => null,
  TrendingComponent: () => null,
};

/**
 * The pages of a list as one. As relayPagination has it, but pages of another size are another list; arguments may all
 * be left out; what was never asked for is not known, so a list of which only nodes were asked for has no empty edges;
 * and null is null.
 */
function pages(): Resolver {
  const join = relayPagination();
  return (parent, args, cache, info) => {
    const page = cache.resolve(info.parentKey, info.fieldName, given(args));
    if (typeof page !== 'string') return page;
    const ofOneSize = ({ arguments: of }: FieldInfo) => of?.first === args.first && of?.last === args.last;
    const seen: Pick<Cache, 'inspectFields' | 'resolve'> = {
      inspectFields: (entity) =>
        cache
          .inspectFields(entity)
          .filter(ofOneSize)
          .map((field) => ({ ...field, arguments: field.arguments ?? {} })),
      resolve: (entity, field, of) => cache.resolve(entity, field, given(of)),
    };
    const list = join(parent, args, Object.assign(Object.create(cache), seen), info) as DataFields;
    const asked = known(list, page, cache);
    const place = cache.resolve(page, 'pageInfo');
    return typeof place === 'string' ? { ...asked, pageInfo: known(list.pageInfo as DataFields, place, cache) } : asked;
  };
}

/** The arguments as the cache keeps them: a field without any stands under its name alone. */
function given(args: FieldArgs): FieldArgs {
  return args && Object.keys(args).length > 0 ? args : undefined;
}

/** What answers gave of an object. */
function known(object: DataFields, key: string, cache: Cache): DataFields {
  const fields = Object.entries(object).filter(([name]) => cache.resolve(key, name) !== undefined);
  return Object.fromEntries(fields) as DataFields;
}

/** Lists are read page by page. */
export const resolvers: ResolverConfig = {
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
    children: pages(),
    coOccurringTopics: pages(),
    papers: pages(),
  },
};
