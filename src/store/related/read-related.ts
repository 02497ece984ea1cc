import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Paper } from '../entities/paper';
import { type ChildList, countChildren, type Page, readPages, type Window } from '../read/list';
import { type PaperFilter, paperConditions } from '../read/paper-filter';
import { columnsOf, type Db, float, ids } from '../sql';
import { jsonEntries } from './json-entries';
import { levels, tokenIn, weightIn } from './level-columns';
import { termIndexOf } from './term-index-of';

/** A paper that has something in common with another. */
export interface RelatedPaperRow extends Paper {
  /** Above 0, at most 1. */
  score: number;
}

/** Most related papers that a paper has: behind these, what two papers share is chance. */
export const MOST_RELATED = 100;
/** Latest papers that a term leads to, of those that make much and little of it. This bounds what a page costs. */
const PAPERS_OF_A_LEVEL = 32;
/** Below this share two papers are not called related. */
export const LEAST_SCORE = 0.03;

/**
 * A page of the papers that have most in common with each paper, in one statement.
 *
 * The score is the share of what tells the paper apart that the other paper has too. Each term of a paper (a word or
 * phrase of its text, or a topic that it carries) has a weight `w` from 0 to 1: `count / (count + 3)` for words, the
 * topic's score for topics. A term that few papers have tells more: `idf(t) = ln(1 + N / n(t))`, `N` being all papers
 * and `n(t)` those that have it (the usual inverse document frequency, kept above 0). Then
 *
 *     score(a, b) = Σ idf(t) · min(w(a, t), w(b, t))  over the terms that both have
 *                 / Σ idf(t) · w(a, t)                over the terms of a
 *
 * rounded to six decimals: 1 when b makes as much of everything as a does, 0 when they share nothing. The minimum says
 * that what only one of them dwells on is not common ground; dividing by a's own sum makes scores of different papers
 * comparable, and asks nothing of b but what is shared.
 *
 * Papers come newest first where scores are equal. No paper is related to itself.
 */
export function readRelatedPapers(
  db: Db,
  papers: readonly number[],
  filter: PaperFilter,
  window: Window,
): Promise<Map<number, Page<RelatedPaperRow>>> {
  return readPages(db, relatedPapers(db, papers, filter), papers, window);
}

/** How many related papers each paper has: at most 100. */
export function countRelatedPapers(
  db: Db,
  papers: readonly number[],
  filter: PaperFilter,
): Promise<Map<number, number>> {
  return countChildren(db, relatedPapers(db, papers, filter), papers);
}

function relatedPapers(db: Db, papers: readonly number[], filter: PaperFilter): ChildList {
  return {
    columns: (asked) => sql`${columnsOf(Paper, 'p', asked)}, m.score as score`,
    from: sql`(${scored(db, papers, filter)}) m join paper p on p.id = m.other_id`,
    parent: sql`m.paper_id`,
    where: [sql`m.score >= ${LEAST_SCORE}`],
    order: [
      { by: sql`m.score`, as: 'score', descending: true },
      { by: sql`p.first_seen_key`, as: 'firstSeenKey', descending: true },
    ],
    json: ['authors'],
  };
}

/**
 * Follows each term of a paper to the latest papers that make as much of it, or more, or less; keeps those that were met
 * with most in common, weights taken by their levels; and scores the kept ones by all their terms. `cross join` tells SQLite
 * in which order to join: each text of JSON is gone through once.
 */
function scored(db: Db, papers: readonly number[], filter: PaperFilter): Sql {
  const token = tokenIn(sql`own.key`, sql`level.level`);
  return sql`
    with own as materialized (
      select m.paper_id, e.key, ${weightIn(sql`e.value`)} as weight,
        ln(1 + ${float(sql`(select paper_count from corpus)`)} / t.paper_count) as idf
      from paper_terms m cross join ${jsonEntries(db, sql`m.weights`)} e join term t on t.key = e.key
      where m.paper_id in ${ids(papers)}
    ), found as (
      select own.paper_id, o.paper_id as other_id,
        sum(own.idf * ${lesser(sql`own.weight`, weightIn(sql`level.weight`))}) as shared
      from own cross join ${levels} level ${termIndexOf(db).joinHolders(token, PAPERS_OF_A_LEVEL)}
      where o.paper_id <> own.paper_id${within(filter)}
      group by own.paper_id, o.paper_id
    ), nearest as materialized (
      select * from (
        select found.*, row_number() over (partition by paper_id order by shared desc, other_id desc) as place from found
      ) placed where place <= ${raw(String(MOST_RELATED))}
    ), totals as (
      select paper_id, sum(idf * weight) as total from own group by paper_id
    )
    select n.paper_id, n.other_id, floor(1000000 * sum(
        own.idf * ${lesser(sql`own.weight`, weightIn(sql`e.value`))}
      ) / totals.total + 0.5) / ${float(sql`1000000`)} as score
    from nearest n cross join totals cross join paper_terms o
      cross join ${jsonEntries(db, sql`o.weights`)} e cross join own
    where totals.paper_id = n.paper_id and o.paper_id = n.other_id
      and own.paper_id = n.paper_id and own.key = e.key
    group by n.paper_id, n.other_id, totals.total`;
}

function lesser(one: Sql, other: Sql): Sql {
  return sql`case when ${one} < ${other} then ${one} else ${other} end`;
}

function within(filter: PaperFilter): Sql {
  const conditions = paperConditions(filter);
  if (conditions.length === 0) return empty;
  return sql` and exists (select 1 from paper p where p.id = o.paper_id and ${join(conditions, ' and ')})`;
}
