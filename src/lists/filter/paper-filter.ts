import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Availability, LinkKind } from '../../extract/links/links';
import { ABOUT } from '../../extract/topics/standing';
import { float, keys } from '../../store/sql';
import { hasLabel, type LabelFilter, labelConditionsIn } from './label-conditions';

/** Which papers; every condition must hold. */
export interface PaperFilter extends LabelFilter {
  topics?: PaperTopicFilter | null;
  /** Slug of a digest that holds the paper. */
  digest?: string | null;
  hasRepository?: boolean | null;
  /** Host of a repository that the paper links to. */
  repositoryHost?: string | null;
  /** host/owner/name, in lower case, of a repository that the paper links to. */
  repository?: string | null;
  /** A link of the paper. */
  link?: LinkMatch | null;
  /** Days, both inclusive. */
  firstSeenOn?: { from?: string | null; to?: string | null } | null;
}

/** Topics by slug. */
export interface PaperTopicFilter {
  any?: string[] | null;
  all?: string[] | null;
  none?: string[] | null;
  /** Whether a descendant of a topic counts as the topic. */
  includeDescendants: boolean;
  /**
   * What a paper must score at a topic, or at the descendant that it stands there for, to count as the topic's; below
   * `ABOUT` what it only mentions counts, too.
   */
  minScore?: number | null;
}

/** What one link must be; every condition must hold. */
export interface LinkMatch {
  /** One of these. */
  kinds?: readonly LinkKind[] | null;
  availability?: Availability | null;
}

/** Whether the filter lets every paper through. */
export function fitsEvery(filter: PaperFilter): boolean {
  return paperConditions(filter).length === 0;
}

/** The filter as conditions on `p`. */
export function paperConditions(filter: PaperFilter): Sql[] {
  const { topics, digest, hasRepository, repositoryHost, repository, link, firstSeenOn } = filter;
  const found: Sql[] = [];
  if (topics) {
    if (topics.any) found.push(underTopic(topics.any, topics));
    for (const slug of topics.all ?? []) found.push(underTopic([slug], topics));
    if (topics.none) found.push(sql`not ${underTopic(topics.none, topics)}`);
  }
  if (digest != null) {
    found.push(sql`exists (select 1 from digest fd join digest_paper fm on fm.digest_id = fd.id
      where fd.slug = ${digest} and fm.paper_id = p.id)`);
  }
  if (hasRepository != null) {
    const linked = sql`exists (select 1 from paper_repository fr where fr.paper_id = p.id)`;
    found.push(hasRepository ? linked : sql`not ${linked}`);
  }
  if (repositoryHost != null) {
    found.push(sql`exists (select 1 from paper_repository fr join repository fh on fh.id = fr.repository_id
      where fr.paper_id = p.id and fh.host = ${repositoryHost.toLowerCase()})`);
  }
  if (repository != null) {
    found.push(sql`exists (select 1 from paper_repository fr join repository fn on fn.id = fr.repository_id
      where fr.paper_id = p.id and fn.key = ${repository})`);
  }
  if (link != null) found.push(sql`exists (select 1 from paper_link fl where ${ofLink(link)})`);
  found.push(...labelConditionsIn(filter).map(hasLabel));
  if (firstSeenOn?.from != null) found.push(sql`p.first_seen_on >= ${firstSeenOn.from}`);
  if (firstSeenOn?.to != null) found.push(sql`p.first_seen_on <= ${firstSeenOn.to}`);
  return [...found, ...firstSeenConditions(filter, sql`p.first_seen_key`)];
}

/**
 * When papers were first seen, as conditions on a `first_seen_key`: a walk in its order then begins and ends there. Keys
 * begin with the day and a slash, which `0` follows; papers without a day are for `paperConditions` to leave out.
 */
export function firstSeenConditions({ firstSeenOn }: PaperFilter, key: Sql): Sql[] {
  const found: Sql[] = [];
  if (firstSeenOn?.from != null) found.push(sql`${key} >= ${firstSeenOn.from}`);
  if (firstSeenOn?.to != null) found.push(sql`${key} < ${`${firstSeenOn.to}0`}`);
  return found;
}

function ofLink({ kinds, availability }: LinkMatch): Sql {
  const conditions = [
    sql`fl.paper_id = p.id`,
    ...(kinds == null ? [] : [sql`fl.kind in ${keys(kinds)}`]),
    ...(availability == null ? [] : [sql`fl.availability = ${availability}`]),
  ];
  return join(conditions, ' and ');
}

function underTopic(slugs: readonly string[], topics: PaperTopicFilter): Sql {
  const { minScore } = topics;
  if (minScore == null) return about(slugs, topics, empty);
  if (countsMentions(topics)) return sql`(${about(slugs, topics, empty)} or ${mentions(slugs, topics, minScore)})`;
  return about(
    slugs,
    topics,
    sql` and exists (select 1 from paper_topic fs where fs.paper_id = fp.paper_id and fs.topic_id = fp.via_topic_id
      and fs.score >= ${float(sql`${minScore}`)})`,
  );
}

/** Whether papers count as a topic's that only mention it: they stand under no topic, so none is found by its topics. */
export function countsMentions({ minScore }: PaperTopicFilter): boolean {
  return minScore != null && minScore < ABOUT;
}

function about(slugs: readonly string[], { includeDescendants }: PaperTopicFilter, scored: Sql): Sql {
  // The topics by themselves, so that they are looked up once and not for each paper.
  return sql`exists (select 1 from topic_paper fp where fp.topic_id in (
      select ft.id from topic ft where ft.slug in ${keys(slugs)}
    ) and fp.paper_id = p.id${includeDescendants ? empty : sql` and fp.is_own = 1`}${scored})`;
}

function mentions(slugs: readonly string[], { includeDescendants }: PaperTopicFilter, minScore: number): Sql {
  const topics = includeDescendants
    ? sql`select fa.topic_id from topic ft join topic_ancestor fa on fa.ancestor_id = ft.id where ft.slug in ${keys(slugs)}`
    : sql`select ft.id from topic ft where ft.slug in ${keys(slugs)}`;
  return sql`exists (select 1 from paper_mention fm where fm.paper_id = p.id and fm.topic_id in (${topics})
    and fm.score >= ${float(sql`${minScore}`)})`;
}
