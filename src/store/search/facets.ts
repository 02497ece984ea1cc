import sql, { type Sql } from 'sql-template-tag';
import { type Db, limit, run } from '../sql';
import type { Search } from './prepare-search';
import { foundPapers } from './search';

/** What the papers of a search can be narrowed down by. */
export type FacetName = 'topics' | 'hosts' | 'years' | 'digests';

/** One value of a facet, and how many of the papers found have it. */
export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

/** For each facet, a row for each value of each paper; a paper has a value once. */
const facets: Readonly<Record<FacetName, Sql>> = {
  topics: sql`select t.slug as value, t.name as label from found f
    join topic_paper m on m.paper_id = f.pk join topic t on t.id = m.topic_id`,
  hosts: sql`select r.host as value, r.host as label from found f
    join paper_repository m on m.paper_id = f.pk join repository r on r.id = m.repository_id group by f.pk, r.host`,
  years: sql`select substr(p.first_seen_on, 1, 4) as value, substr(p.first_seen_on, 1, 4) as label from found f
    join paper p on p.id = f.pk where p.first_seen_on is not null`,
  digests: sql`select d.slug as value, coalesce(d.date, d.slug) as label from found f
    join digest_paper m on m.paper_id = f.pk join digest d on d.id = m.digest_id`,
};

/** The most frequent values of a facet among all papers that a search lists, equally frequent ones by value. */
export async function readFacet(db: Db, search: Search, name: FacetName, first: number): Promise<FacetCount[]> {
  const found = await foundPapers(db, search);
  if (found === null) return [];
  return run(
    db,
    sql`with found as materialized (${found})
        select value, label, count(*) as count from (${facets[name]}) each_value group by value, label
        order by count desc, value ${limit(first)}`,
  );
}
