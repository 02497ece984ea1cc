import DataLoader from 'dataloader';
import { changesAt, type LogPlace } from '../changes/log/read-changes';
import { topicNamerOf } from '../extract/topics/named-topics';
import { readPapersOfBenchmarks } from '../lists/benchmarks/benchmark-papers';
import {
  benchmarksByKey,
  countBenchmarksOfTopics,
  readBenchmarksOfTopics,
  type TopicBenchmarksArgs,
} from '../lists/benchmarks/benchmarks';
import { countCoOccurringTopics, readCoOccurringTopics } from '../lists/co-occurring-topics';
import { readCorpus } from '../lists/corpus';
import { type ChangesArgs, countChanges, readChanges, readSince } from '../lists/digest/digest-changes';
import { countNewPapersOfDigests, countPapersOfDigests, readPapersOfDigests } from '../lists/digest/digest-papers';
import { countTopicsOfDigests, readTopicsOfDigests } from '../lists/digest/digest-topics';
import {
  digestsByPk,
  digestsBySlug,
  digestsOfPaper,
  readNeighbours,
  readPlacesOfPapers,
} from '../lists/digest/digests';
import { readPrintedArxivIds } from '../lists/digest/printed-arxiv-ids';
import { countPapers } from '../lists/filter/count-papers';
import type { PaperFilter } from '../lists/filter/paper-filter';
import { linksOfPaper } from '../lists/links';
import { readDigestsAround, readTopicNames, slugsThatAre, type TopicNames } from '../lists/look-up/known-slugs';
import {
  papersByAddress,
  papersByArxivId,
  papersByDoi,
  papersByIdentifier,
  papersByTitle,
} from '../lists/look-up/paper-keys';
import { readRecordsOfPapers } from '../lists/look-up/records';
import { type PaperOfKey, papersOfReferences } from '../lists/look-up/reference-keys';
import { topicsOfPaper } from '../lists/paper-topics';
import { papersByPk, papersBySlug } from '../lists/papers';
import { repositoriesByKey, repositoriesOfPaper, repositoryOf } from '../lists/repositories';
import { readPapersOfRepositories } from '../lists/repository-papers';
import { countPapersOfTopics, papersOfTopic, readPapersOfTopics, type TopicPapersArgs } from '../lists/topic-papers';
import { childrenOfTopic, readAncestors } from '../lists/topic-tree';
import { topicsByPk, topicsBySlug } from '../lists/topics';
import { KnownTerms } from '../related/known-terms';
import { KnownVectors } from '../related/known-vectors';
import { readNearTerms } from '../related/near-terms';
import { type RelatedPaper, readRelatedLists, readRelatedPages } from '../related/read-related';
import { readSharedTerms, readSharedTopics } from '../related/read-shared';
import type { Change } from '../store/entities/change';
import type { Topic } from '../store/entities/topic/topic';
import type { Db } from '../store/sql';
import type { WeightsFile } from '../vectors/weights-file';
import { directionsBy } from './directions';
import { byKey, byPair, isThere } from './keyed-loader';
import { lineUp } from './line-up';
import { countsOf, type InWindow, ListLoader, oneOf, wholeOf } from './list-loader';
import { papersOfEach, type ReferenceKey, referenceKey, referenceKeys } from './references';
import { RelationLoader } from './relation-loader';

/** Everything that one request may load, each relation batched. Made anew for each request. */
export type Loaders = ReturnType<typeof createLoaders>;

/**
 * All loaders of a request. A page and its total are two loaders: the total is counted only where it is asked for.
 *
 * @param weights by what words are near to each other; null where vectors are turned off
 */
export function createLoaders(db: Db, weights: WeightsFile | null = null) {
  const terms = new KnownTerms(db);
  const known = { terms, vectors: new KnownVectors(db) };
  // A list is worked out whole, however many pages of it are asked for.
  const relatedLists = new RelationLoader((papers, filter: PaperFilter) => readRelatedLists(db, known, papers, filter));
  const listsOf = async (papers: readonly number[], filter: PaperFilter): Promise<Map<number, RelatedPaper[]>> => {
    const lists = await Promise.all(papers.map((pk) => relatedLists.load(pk, filter)));
    return new Map(papers.map((pk, index) => [pk, lists[index] as RelatedPaper[]]));
  };
  const topicNames = new DataLoader<'all', TopicNames[]>(async (keys) => {
    const topics = await readTopicNames(db);
    return keys.map(() => topics);
  });
  const topicBySlug = byKey((slugs: readonly string[], folds) => topicsBySlug(db, slugs, folds), 'slug');
  return {
    corpus: new DataLoader<'corpus', Awaited<ReturnType<typeof readCorpus>>>(async (keys) => {
      const corpus = await readCorpus(db);
      return keys.map(() => corpus);
    }),

    paperCount: new DataLoader<PaperFilter, number, string>(
      (filters) => Promise.all(filters.map((filter) => countPapers(db, filter))),
      { cacheKeyFn: (filter) => JSON.stringify(filter) },
    ),

    paperBySlug: byKey((slugs: readonly string[], folds) => papersBySlug(db, slugs, {}, folds), 'slug'),
    paperByArxivId: byKey((ids: readonly string[]) => papersByArxivId(db, ids), 'askedBy'),
    paperByDoi: byKey((dois: readonly string[]) => papersByDoi(db, dois), 'askedBy'),
    paperByIdentifier: byKey((identifiers: readonly string[]) => papersByIdentifier(db, identifiers), 'askedBy'),
    paperByTitle: byKey((titleKeys: readonly string[]) => papersByTitle(db, titleKeys), 'askedBy'),
    paperByAddress: byKey((addresses: readonly string[]) => papersByAddress(db, addresses), 'askedBy'),
    papersOfReference: new DataLoader<ReferenceKey, PaperOfKey[], string>(
      async (asked) => papersOfEach(asked, await papersOfReferences(db, referenceKeys(asked))),
      { cacheKeyFn: referenceKey },
    ),
    topicByPk: byKey((pks: readonly number[]) => topicsByPk(db, pks), 'pk'),
    topicBySlug,
    topicByName: new DataLoader<string, Topic | null>(async (names) => {
      const topicNamed = topicNamerOf(await topicNames.load('all'));
      return Promise.all(
        names.map((name) => {
          const slug = topicNamed(name);
          return slug === null ? null : topicBySlug.load(slug);
        }),
      );
    }),
    repositoryByPk: oneOf(db, repositoryOf),
    repositoryByKey: byKey((keys: readonly string[]) => repositoriesByKey(db, keys), 'key'),
    benchmarkByKey: byKey((keys: readonly string[]) => benchmarksByKey(db, keys), 'key'),
    digestByPk: byKey((pks: readonly number[]) => digestsByPk(db, pks), 'pk'),
    digestBySlug: byKey((slugs: readonly string[]) => digestsBySlug(db, slugs), 'slug'),

    changeAt: new DataLoader<LogPlace, Change | null, string>(
      async (places) => lineUp(places.map(placeKey), await changesAt(db, places), placeKey),
      { cacheKeyFn: placeKey },
    ),

    isTopic: isThere((slugs) => slugsThatAre(db, 'topic', slugs)),
    isDigest: isThere((slugs) => slugsThatAre(db, 'digest', slugs)),
    topicNames,
    digestsAround: new DataLoader<string, string[]>((slugs) =>
      Promise.all(slugs.map((slug) => readDigestsAround(db, slug))),
    ),

    recordsOfPaper: new RelationLoader((papers, _: null) => readRecordsOfPapers(db, papers)),
    paperByPk: byKey((pks: readonly number[]) => papersByPk(db, pks), 'pk'),
    linksOfPaper: wholeOf(db, linksOfPaper),
    printedArxivIdsOfPaper: new RelationLoader((papers, _: null) => readPrintedArxivIds(db, papers)),
    placesOfPaper: new RelationLoader((papers, _: null) => readPlacesOfPapers(db, papers)),
    topicsOfPaper: new ListLoader(db, topicsOfPaper),
    topicCountOfPaper: countsOf(db, topicsOfPaper),
    repositoriesOfPaper: new ListLoader(db, repositoriesOfPaper),
    repositoryCountOfPaper: countsOf(db, repositoriesOfPaper),
    digestsOfPaper: new ListLoader(db, digestsOfPaper),
    digestCountOfPaper: countsOf(db, digestsOfPaper),
    relatedOfPaper: new RelationLoader(async (papers, { window, filter }: InWindow & { filter: PaperFilter }) =>
      readRelatedPages(db, await listsOf(papers, filter), window),
    ),
    relatedCountOfPaper: new RelationLoader(async (papers, filter: PaperFilter) => {
      const lists = await listsOf(papers, filter);
      return new Map([...lists].map(([paper, list]) => [paper, list.length]));
    }),
    topicsSharedBy: byPair((pairs) => readSharedTopics(db, terms, pairs)),
    termsSharedBy: byPair((pairs) => readSharedTerms(db, terms, pairs)),
    termsNearIn: byPair(async (pairs) => (weights ? readNearTerms(db, directionsBy(weights), pairs) : new Map())),

    ancestorsOfTopic: new RelationLoader((topics, _: null) => readAncestors(db, topics)),
    childrenOfTopic: new ListLoader(db, childrenOfTopic),
    childCountOfTopic: countsOf(db, childrenOfTopic),
    papersOfTopic: new ListLoader(db, papersOfTopic, (topics, { window, ...args }: InWindow & TopicPapersArgs) =>
      readPapersOfTopics(db, topics, args, window),
    ),
    paperCountOfTopic: new RelationLoader((topics, args: Omit<TopicPapersArgs, 'order'>) =>
      countPapersOfTopics(db, topics, args),
    ),
    benchmarksOfTopic: new RelationLoader((topics, { window, ...args }: InWindow & TopicBenchmarksArgs) =>
      readBenchmarksOfTopics(db, topics, args, window),
    ),
    benchmarkCountOfTopic: new RelationLoader((topics, args: TopicBenchmarksArgs) =>
      countBenchmarksOfTopics(db, topics, args),
    ),
    papersOfBenchmark: new RelationLoader((benchmarks, { window }: InWindow) =>
      readPapersOfBenchmarks(db, benchmarks, window),
    ),
    coOccurringOfTopic: new RelationLoader((topics, { window }: InWindow) => readCoOccurringTopics(db, topics, window)),
    coOccurringCountOfTopic: new RelationLoader((topics, _: null) => countCoOccurringTopics(db, topics)),

    papersOfRepository: new RelationLoader((repositories, { window }: InWindow) =>
      readPapersOfRepositories(db, repositories, window),
    ),

    neighboursOfDigest: new RelationLoader(async (digests, _: null) => {
      const found = await readNeighbours(db, digests);
      return new Map(digests.map((pk) => [pk, found.get(pk) ?? { previousPk: null, nextPk: null }]));
    }),
    sinceOfDigest: new RelationLoader(async (digests, sincePk: number | null) => {
      const found = await readSince(db, digests, sincePk);
      return new Map(digests.map((pk) => [pk, found.get(pk) ?? null]));
    }),
    changesOfDigest: new RelationLoader((digests, { window, ...args }: InWindow & ChangesArgs) =>
      readChanges(db, digests, args, window),
    ),
    changeCountOfDigest: new RelationLoader((digests, args: ChangesArgs) => countChanges(db, digests, args)),
    papersOfDigest: new RelationLoader((digests, { window, filter }: InWindow & { filter: PaperFilter }) =>
      readPapersOfDigests(db, digests, filter, window),
    ),
    paperCountOfDigest: new RelationLoader((digests, filter: PaperFilter) => countPapersOfDigests(db, digests, filter)),
    newPaperCountOfDigest: new RelationLoader((digests, _: null) => countNewPapersOfDigests(db, digests)),
    topicsOfDigest: new RelationLoader(
      (digests, { window, includeDescendants }: InWindow & { includeDescendants: boolean }) =>
        readTopicsOfDigests(db, digests, includeDescendants, window),
    ),
    topicCountOfDigest: new RelationLoader((digests, includeDescendants: boolean) =>
      countTopicsOfDigests(db, digests, includeDescendants),
    ),
  };
}

function placeKey({ version, position }: LogPlace): string {
  return `${version}.${position}`;
}
