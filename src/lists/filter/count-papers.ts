import sql, { join, type Sql } from 'sql-template-tag';
import { type Db, dear, keys, limit, run } from '../../store/sql';
import { countRows } from '../paging/read-pages';
import { asPapers, conditionsOfIds } from './as-papers';
import { fewestLabelled } from './fewest-labelled';
import { type LabelCondition, labelConditionsIn, mayBeMetTwice } from './label-conditions';
import { narrowingsOf, papersOfLabels } from './narrowing';
import { countsMentions, firstSeenConditions, type PaperFilter, paperConditions } from './paper-filter';

/** Stands behind the keys of papers of unknown date, and before all others. */
const FIRST_DAY = '0000-00-01';

/**
 * How many papers fit a filter. What is counted anyway is looked up; otherwise the papers of the condition that the fewest
 * meet are held against the others, for as many as there are of them.
 */
export async function countPapers(db: Db, filter: PaperFilter): Promise<number> {
  const conditions = paperConditions(filter);
  if (conditions.length === 0) return countOf(db, sql`select paper_count as n from corpus`);
  return (await countAlone(db, filter)) ?? countFrom(db, filter, conditions);
}

/** Counts papers by a condition that stands alone and that a counter or an index tells the number of; null for others. */
async function countAlone(db: Db, filter: PaperFilter): Promise<number | null> {
  const [labels] = labelConditionsIn(filter);
  if (labels && paperConditions(filter).length === 1) return countLabelled(db, labels);
  const { topics, digest, hasRepository, repositoryHost, repository, firstSeenOn, ...others } = filter;
  const given = [topics, digest, hasRepository, repositoryHost, repository, firstSeenOn].filter(
    (condition) => condition != null,
  );
  if (given.length > 1 || Object.values(others).some((condition) => condition != null)) return null;
  if (digest != null) return countOf(db, sql`select paper_count as n from digest where slug = ${digest}`);
  if (repository != null) return countOf(db, sql`select paper_count as n from repository where key = ${repository}`);
  if (topics) {
    const { any, all, none, includeDescendants, minScore } = topics;
    const [slug, another] = [...(any ?? []), ...(all ?? [])];
    if (slug === undefined || another !== undefined || none || minScore != null) return null;
    const counter = includeDescendants ? sql`paper_count` : sql`own_paper_count`;
    return countOf(db, sql`select ${counter} as n from topic where slug = ${slug}`);
  }
  if (firstSeenOn) {
    return countRows(dear(db), { from: sql`paper p`, where: ofKnownDays(filter) });
  }
  if (hasRepository == null) return null;
  const linked = await countOf(dear(db), sql`select count(distinct paper_id) as n from paper_repository`);
  return hasRepository ? linked : (await countOf(db, sql`select paper_count as n from corpus`)) - linked;
}

/** Counts the papers that meet a condition on labels alone: one walk through their index. */
function countLabelled(db: Db, labels: LabelCondition): Promise<number> {
  const counted = mayBeMetTwice(labels) ? sql`count(distinct pk)` : sql`count(*)`;
  return countOf(dear(db), sql`select ${counted} as n from (${papersOfLabels(labels.ranges)}) met`);
}

async function countFrom(db: Db, filter: PaperFilter, conditions: readonly Sql[]): Promise<number> {
  const narrowest = await narrowestOf(db, filter);
  if (narrowest === null) return countRows(dear(db), { from: sql`paper p`, where: conditions });
  const papers = asPapers(sql`select distinct pk as doc from (${narrowest}) met`);
  return countRows(dear(db), { from: papers, where: conditionsOfIds(filter) });
}

/** Papers of a time that are counted, to see whether they are few. */
const FEW = 5_000;

/** The papers that meet the condition of a filter that the fewest meet; null when none is met by few enough to begin with. */
async function narrowestOf(db: Db, filter: PaperFilter): Promise<Sql | null> {
  const { topics, digest, hasRepository, repositoryHost, repository, firstSeenOn } = filter;
  if (digest != null) return narrowingsOf({ digest })[0] ?? null;
  if (repository != null) return narrowingsOf({ repository })[0] ?? null;
  const labels = labelConditionsIn(filter);
  const fewest = await fewestLabelled(dear(db), labels, FEW);
  if (fewest) return papersOfLabels(fewest.condition.ranges);
  const ofTime = firstSeenOn ? await countFew(db, filter) : FEW + 1;
  const narrowest = await narrowestTopics(db, topics);
  if (ofTime <= Math.min(FEW, narrowest?.size ?? FEW))
    return sql`select p.id as pk from paper p where ${join(ofKnownDays(filter), ' and ')}`;
  if (narrowest) return narrowingsOf({ topics: { any: narrowest.slugs, includeDescendants: true } })[0] ?? null;
  if (labels[0]) return papersOfLabels(labels[0].ranges);
  // By its host a repository is found faster from the paper than the papers from the host.
  return hasRepository || repositoryHost != null ? (narrowingsOf({ hasRepository: true })[0] ?? null) : null;
}

/** How many papers are of the time of a filter, as far as these are few. */
function countFew(db: Db, filter: PaperFilter): Promise<number> {
  const few = sql`select 1 from paper p where ${join(ofKnownDays(filter), ' and ')} ${limit(FEW + 1)}`;
  return countOf(db, sql`select count(*) as n from (${few}) few`);
}

/** The papers of the time of a filter, by when they were first seen. */
function ofKnownDays(filter: PaperFilter): Sql[] {
  const key = sql`p.first_seen_key`;
  return [
    ...(filter.firstSeenOn?.from == null ? [sql`${key} >= ${FIRST_DAY}`] : []),
    ...firstSeenConditions(filter, key),
  ];
}

/** To begin with more of all papers than one in so many takes longer than to go through all of them. */
const LARGE_SHARE = 2;

/** Of the lists of topics of which a paper must have one, that with the fewest papers; null when these are many. */
async function narrowestTopics(
  db: Db,
  topics: PaperFilter['topics'],
): Promise<{ slugs: string[]; size: number } | null> {
  const choices = [...(topics?.any ? [topics.any] : []), ...(topics?.all ?? []).map((slug) => [slug])];
  if (choices.length === 0 || (topics && countsMentions(topics))) return null;
  const rows = await run<{ slug: string; n: number; all: number }>(
    db,
    sql`select t.slug, t.paper_count as n, c.paper_count as "all" from topic t cross join corpus c
        where t.slug in ${keys(choices.flat())}`,
  );
  const sizes = new Map(rows.map(({ slug, n }) => [slug, n]));
  const [fewest] = choices
    .map((slugs) => ({ slugs, size: slugs.reduce((sum, slug) => sum + (sizes.get(slug) ?? 0), 0) }))
    .sort((one, other) => one.size - other.size);
  return fewest && fewest.size * LARGE_SHARE <= (rows[0]?.all ?? 0) ? fewest : null;
}

async function countOf(db: Db, counting: Sql): Promise<number> {
  const [row] = await run<{ n: number }>(db, counting);
  return Number(row?.n ?? 0);
}
