import sql, { type Sql } from 'sql-template-tag';
import { type Db, ids, run } from '../store/sql';

/** Takes the papers out of the counts of the pairs of their topics; a pair that no paper has any more goes. */
export async function countPairsOut(db: Db, papers: readonly number[]): Promise<void> {
  await run(
    db,
    sql`update topic_pair set paper_count = topic_pair.paper_count - met.n from (${meetings(papers)}) met
        where met.topic_id = topic_pair.topic_id and met.other_id = topic_pair.other_id`,
  );
  await run(
    db,
    sql`delete from topic_pair where paper_count = 0
          and topic_id in (select topic_id from paper_topic where paper_id in ${ids(papers)})`,
  );
}

/** Puts the papers into the counts of the pairs of their topics. */
export async function countPairsIn(db: Db, papers: readonly number[]): Promise<void> {
  // `where true` tells SQLite that `on conflict` is no condition of a join.
  await run(
    db,
    sql`insert into topic_pair (topic_id, other_id, paper_count)
        select topic_id, other_id, n from (${meetings(papers)}) met where true
        on conflict (topic_id, other_id) do update set paper_count = topic_pair.paper_count + excluded.paper_count`,
  );
}

/** In how many of the papers two topics meet. Only tags of their own count: by descent a topic always meets what is above it. */
function meetings(papers: readonly number[]): Sql {
  return sql`select a.topic_id, b.topic_id as other_id, count(*) as n
    from paper_topic a join paper_topic b on b.paper_id = a.paper_id and b.topic_id <> a.topic_id
    where a.paper_id in ${ids(papers)} group by a.topic_id, b.topic_id`;
}
