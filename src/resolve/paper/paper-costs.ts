import type { PaperFilter } from './paper-inputs';

/** What it costs to hold all papers against a condition on links, or against scores of one list of topics: each reads long rows. */
const OF_LINKS = 1_200;
const OF_SCORES = 4_000;
/** What it costs to go through a label that many papers have, and to put such papers in order. */
const OF_LABELS = 150;
const OF_LABELS_IN_ORDER = 500;
/** What it costs to hold the papers of another condition against labels. */
const OF_LABELS_HELD = 600;

/** What a page of papers costs, in tenths of a millisecond: under a filter that few fit, many are gone through. */
export function pageCost(filter: PaperFilter | null | undefined): number {
  const conditions = conditionsIn(filter);
  if (conditions === 0) return 0.5;
  if (filter?.minTopicScore != null) return 1 + countCost(filter) * 0.35;
  if (conditions === labelsIn(filter)) return OF_LABELS_IN_ORDER;
  const rare = hasLinkConditions(filter) ? 0.4 : 0.1;
  return 1 + countCost(filter) * (conditions === 1 ? rare : 0.9);
}

/** What it costs to count papers, in tenths of a millisecond; measured on large topics and long times. */
export function countCost(filter: PaperFilter | null | undefined): number {
  const conditions = conditionsIn(filter);
  if (!filter || conditions === 0) return 0.2;
  const { topics, minTopicScore, digest, repositoryHost, repository, firstSeenOn } = filter;
  // Of these papers there are few.
  if (digest != null || repository != null) return conditions;
  const named = topics?.any?.length || topics?.all?.length || 0;
  const ofLinks = hasLinkConditions(filter) ? OF_LINKS : 0;
  if (conditions === 1) {
    if (topics) return named === 1 ? 0.4 : 600;
    if (repositoryHost != null) return 900;
    if (labelsIn(filter) > 0) return OF_LABELS;
    return ofLinks || (firstSeenOn ? 10 : 25);
  }
  const ofScores = minTopicScore == null ? 0 : OF_SCORES * Math.max(topicLists(filter), 1);
  const ofLabels = labelsIn(filter) * OF_LABELS_HELD;
  return (named > 0 ? 125 : 600) * conditions + ofLabels + (repositoryHost == null ? 0 : 600) + ofLinks + ofScores;
}

/** What it costs to count the papers of a large topic that fit a filter, in tenths of a millisecond. */
export function countWithinCost(filter: PaperFilter | null | undefined): number {
  if (conditionsIn(filter) === 0) return 0.3;
  const ofScores = filter?.minTopicScore == null ? 0 : OF_SCORES * Math.max(topicLists(filter), 1);
  return 400 + (hasLinkConditions(filter) ? OF_LINKS : 0) + ofScores;
}

/** How many conditions labels answer. */
function labelsIn(filter: PaperFilter | null | undefined): number {
  if (!filter) return 0;
  const { author, venue, category, published, source } = filter;
  const given = [author, venue, category, published?.from ?? published?.to, source];
  return given.filter((condition) => condition != null).length;
}

/** How often a filter holds papers against topics. */
function topicLists({ topics }: PaperFilter): number {
  return (topics?.any?.length ? 1 : 0) + (topics?.all?.length ?? 0) + (topics?.none?.length ? 1 : 0);
}

function hasLinkConditions(filter: PaperFilter | null | undefined): boolean {
  return filter != null && (Boolean(filter.linkKinds?.length) || filter.availability != null);
}

/** How many conditions a filter sets. */
export function conditionsIn(filter: PaperFilter | null | undefined): number {
  if (!filter) return 0;
  const { topics, minTopicScore, digest, hasRepository, repositoryHost, repository, firstSeenOn } = filter;
  const lists = [topics?.any, topics?.all, topics?.none].filter((list) => list?.length);
  const ofLinks = hasLinkConditions(filter) || null;
  const others = [
    minTopicScore,
    digest,
    hasRepository,
    repositoryHost,
    repository,
    ofLinks,
    firstSeenOn?.from ?? firstSeenOn?.to,
  ];
  return lists.length + others.filter((condition) => condition != null).length + labelsIn(filter);
}
