/*
 * What the cache of Apollo Client is to know of Offprint.
 * Made from the schema by `npm run schema`; not to be edited. Copy the file into your app as it is:
 *
 *   import { possibleTypes, typePolicies } from './apollo-client';
 *   const cache = new InMemoryCache({ possibleTypes, typePolicies });
 */

import type {
  FieldMergeFunction,
  FieldPolicy,
  FieldReadFunction,
  Reference,
  StoreObject,
  TypePolicies,
} from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** The types behind each interface and union, for fragments on them. */
export const possibleTypes: Record<string, string[]> = {
  Node: ['Benchmark', 'Change', 'Corpus', 'Digest', 'Paper', 'PaperLink', 'Repository', 'Topic'],
  Resource: ['Digest', 'Paper', 'Repository', 'Topic'],
  SearchResult: ['Paper', 'Repository', 'Topic'],
  UniformResourceLocatable: ['Digest', 'Paper', 'Repository', 'Topic'],
};

/** A list as the cache keeps it. */
interface List {
  edges?: readonly StoreObject[];
  nodes?: readonly Reference[];
  pageInfo?: { startCursor?: string | null; endCursor?: string | null };
}

/**
 * The pages of a list as one, told apart from other lists by `keyArgs`; pages of another size are another list. As
 * relayStylePagination has it, but `nodes` are the nodes of the edges and go on page by page, too; an edge keeps what
 * another operation asked of it; what was never asked for is not known, so a list that was only counted is not empty;
 * and null is null.
 */
function pages(keyArgs: string[]): FieldPolicy<List | null> {
  const { read, merge } = relayStylePagination(keyArgs) as { read: FieldReadFunction; merge: FieldMergeFunction };
  return {
    keyArgs,
    read(list, options) {
      if (!list?.edges) return list;
      const { edges, pageInfo, ...rest } = read(list, options);
      const startCursor = pageInfo.startCursor || list.pageInfo?.startCursor;
      const endCursor = pageInfo.endCursor || list.pageInfo?.endCursor;
      const nodes = edges.map((edge: StoreObject) => options.readField('node', edge));
      return { ...rest, edges, nodes, pageInfo: { ...pageInfo, startCursor, endCursor } };
    },
    merge(list, page, options) {
      const edges = page?.edges ?? page?.nodes?.map((node): StoreObject => ({ node }));
      const pageInfo = list?.edges ? { ...page?.pageInfo, ...list.pageInfo } : (page?.pageInfo ?? list?.pageInfo);
      if (!edges) return page && { ...list, ...page, pageInfo };
      const refOf = (edge: StoreObject) => options.readField<Reference>('node', edge)?.__ref;
      const known = new Map(list?.edges?.map((edge) => [refOf(edge), edge]));
      const whole = edges.map((edge) => (refOf(edge) ? { ...known.get(refOf(edge)), ...edge } : edge));
      return merge({ edges: [], pageInfo: {}, ...list }, { ...page, edges: whole }, options);
    },
  };
}

/** How fields are kept: lists page by page; and in one piece what has no id, whichever part of it was asked for. */
export const typePolicies: TypePolicies = {
  Benchmark: {
    fields: {
      papers: pages(['first', 'last']),
    },
  },
  Digest: {
    fields: {
      papers: pages(['filter', 'first', 'last']),
      topics: pages(['first', 'includeDescendants', 'last']),
    },
  },
  DigestChanges: {
    merge: true,
    fields: {
      enteredPapers: pages(['first', 'last']),
      leftPapers: pages(['first', 'last']),
      movedPapers: pages(['first', 'last']),
    },
  },
  Evidence: { merge: true },
  Paper: {
    fields: {
      digests: pages(['first', 'last']),
      relatedPapers: pages(['filter', 'first', 'last']),
      repositories: pages(['first', 'last']),
      topics: pages(['first', 'last', 'minScore']),
    },
  },
  PaperRecord: { merge: true },
  PaperVotes: { merge: true },
  Query: {
    fields: {
      changes: pages(['first', 'last']),
      digests: pages(['filter', 'first', 'last', 'orderBy']),
      papers: pages(['filter', 'first', 'last', 'orderBy']),
      repositories: pages(['filter', 'first', 'last', 'orderBy']),
      search: pages(['filter', 'first', 'last', 'orderBy', 'prefix', 'query', 'types']),
      topics: pages(['filter', 'first', 'last', 'orderBy']),
    },
  },
  RecordSource: { merge: true },
  Repository: {
    fields: {
      papers: pages(['first', 'last']),
    },
  },
  RepositoryStars: { merge: true },
  SearchFacets: { merge: true },
  Topic: {
    fields: {
      benchmarks: pages(['dataset', 'first', 'includeDescendants', 'last']),
      children: pages(['first', 'last']),
      coOccurringTopics: pages(['first', 'last']),
      papers: pages(['filter', 'first', 'includeDescendants', 'last', 'orderBy']),
    },
  },
  Trending: { merge: true },
};
