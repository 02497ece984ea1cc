import sql, { type Sql } from 'sql-template-tag';
import { letOthersRun } from '../../store/reading/let-others-run';
import { type Db, ids, limit, run } from '../../store/sql';
import type { Search } from '../rank/prepared-search';
import { bestPapers } from './search';

/** What the papers of a search can be narrowed down by. */
export type FacetName = 'topics' | 'repositoryHosts' | 'years' | 'digests';

/** One value of a facet, and how many of the papers found have it. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** Each facet as a table with the columns of its counts. Rows are counted by their keys: texts take longer to compare. */
const facets: Readonly<Record<FacetName, Sql>> = {
  topics: sql`select t.slug as value, t.name as label, n as count from (
      select m.topic_id, count(*) as n from found f join topic_paper m on m.paper_id = f.pk group by m.topic_id
    ) counted join topic t on t.id = counted.topic_id`,
  repositoryHosts: sql`select r.host as value, r.host as label, count(distinct f.pk) as count
    from found f join paper_repository m on m.paper_id = f.pk join repository r on r.id = m.repository_id group by r.host`,
  // A paper is first seen on the day of its first dated digest: to read it from there does not read the paper's texts.
  years: sql`select year as value, year as label, count(*) as count from (
      select substr(min(d.date), 1, 4) as year
      from found f join digest_paper m on m.paper_id = f.pk join digest d on d.id = m.digest_id group by f.pk
    ) seen where year is not null group by year`,
  digests: sql`select d.slug as value, coalesce(d.date, d.slug) as label, n as count from (
      select m.digest_id, count(*) as n from found f join digest_paper m on m.paper_id = f.pk group by m.digest_id
    ) counted join digest d on d.id = counted.digest_id`,
};

/** Papers that are counted: each facet of all of them takes some 15 ms of processor time (`npm run bench -- --parts search`). */
const MOST_COUNTED = 5_000;

/**
 * The most frequent values of a facet among the papers that a search lists, the best where there are many; equally frequent
 * ones by value.
 */
export async function readFacet(
  db: Db,
  search: Search,
  name: FacetName,
  first: number,
  most = MOST_COUNTED,
): Promise<FacetCount[]> {
  const found = await bestPapers(db, search, most);
  if (found.length === 0) return [];
  await letOthersRun(db);
  return run(
    db,
    sql`with found as materialized (select id as pk from ${ids(found)} papers)
        select value, label, count from (${facets[name]}) facet order by count desc, value ${limit(first)}`,
  );
}
