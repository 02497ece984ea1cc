import sql, { type Sql } from 'sql-template-tag';
import { asPapers, conditionsOfIds } from '../search/as-papers';
import { type Db, dear, keys, run } from '../sql';
import { countRows } from './list';
import { narrowingsOf } from './narrowing';
import { firstSeenConditions, type PaperFilter, paperConditions } from './paper-filter';

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
  const { topics, digest, hasRepository, host, firstSeen, ...others } = filter;
  const given = [topics, digest, hasRepository, host, firstSeen].filter((condition) => condition != null);
  if (given.length > 1 || Object.values(others).some((condition) => condition != null)) return null;
  if (digest != null) return countOf(db, sql`select paper_count as n from digest where slug = ${digest}`);
  if (topics) {
    const { any, all, none, includeDescendants } = topics;
    const [slug, another] = [...(any ?? []), ...(all ?? [])];
    if (slug === undefined || another !== undefined || none) return null;
    const counter = includeDescendants ? sql`paper_count` : sql`own_paper_count`;
    return countOf(db, sql`select ${counter} as n from topic where slug = ${slug}`);
  }
  if (firstSeen) {
    const where = [sql`p.first_seen_key >= ${FIRST_DAY}`, ...firstSeenConditions(filter, sql`p.first_seen_key`)];
    return countRows(dear(db), { from: sql`paper p`, where });
  }
  if (hasRepository == null) return null;
  const linked = await countOf(dear(db), sql`select count(distinct paper_id) as n from paper_repository`);
  return hasRepository ? linked : (await countOf(db, sql`select paper_count as n from corpus`)) - linked;
}

async function countFrom(db: Db, filter: PaperFilter, conditions: readonly Sql[]): Promise<number> {
  const narrowest = await narrowestOf(db, filter);
  if (narrowest === null) return countRows(dear(db), { from: sql`paper p`, where: conditions });
  const papers = asPapers(sql`select distinct pk as doc from (${narrowest}) met`);
  return countRows(dear(db), { from: papers, where: conditionsOfIds(filter) });
}

/** The papers that meet one condition of a filter, the one that is likely to be met by the fewest; null when none lists them. */
async function narrowestOf(db: Db, filter: PaperFilter): Promise<Sql | null> {
  const { topics, digest, hasRepository, host } = filter;
  if (digest != null) return narrowingsOf({ digest })[0] ?? null;
  if (!topics?.any && !topics?.all) {
    // By its host a repository is found faster from the paper than the papers from the host.
    return hasRepository || host != null ? (narrowingsOf({ hasRepository: true })[0] ?? null) : null;
  }
  const { any, all, includeDescendants } = topics;
  const rows = await run<{ slug: string; n: number }>(
    db,
    sql`select slug, paper_count as n from topic where slug in ${keys([...(any ?? []), ...(all ?? [])])}`,
  );
  const sizes = new Map(rows.map(({ slug, n }) => [slug, n]));
  const choices = [...(any ? [any] : []), ...(all ?? []).map((slug) => [slug])].map((slugs) => ({
    slugs,
    size: slugs.reduce((sum, slug) => sum + (sizes.get(slug) ?? 0), 0),
  }));
  const [fewest] = choices.sort((one, other) => one.size - other.size);
  return fewest ? (narrowingsOf({ topics: { any: fewest.slugs, includeDescendants } })[0] ?? null) : null;
}

async function countOf(db: Db, counting: Sql): Promise<number> {
  const [row] = await run<{ n: number }>(db, counting);
  return Number(row?.n ?? 0);
}
