import sql, { raw } from 'sql-template-tag';
import { countTermsIn, countTermsOut } from '../related/count-terms';
import { countPairsIn, countPairsOut } from '../related/count-topic-pairs';
import { type Db, ids, run } from '../sql';

/**
 * Takes the papers out of the counts of their topics, repositories, pairs of topics and terms. Call it before their
 * facts change, and `countIn` after: so the counts stay right without counting anything but those papers.
 */
export async function countOut(db: Db, papers: readonly number[]): Promise<void> {
  await count(db, papers, '-');
  await countPairsOut(db, papers);
  await countTermsOut(db, papers);
}

/** Puts the papers into the counts of their topics, repositories, pairs of topics and terms. */
export async function countIn(db: Db, papers: readonly number[]): Promise<void> {
  await count(db, papers, '+');
  await countPairsIn(db, papers);
  await countTermsIn(db, papers);
}

async function count(db: Db, papers: readonly number[], sign: '+' | '-'): Promise<void> {
  const operator = raw(sign);
  await run(
    db,
    sql`update topic set
          paper_count = paper_count ${operator}
            (select count(*) from topic_paper x where x.topic_id = topic.id and x.paper_id in ${ids(papers)}),
          own_paper_count = own_paper_count ${operator}
            (select count(*) from paper_topic x where x.topic_id = topic.id and x.paper_id in ${ids(papers)})
        where id in (select x.topic_id from topic_paper x where x.paper_id in ${ids(papers)})`,
  );
  await run(
    db,
    sql`update repository set paper_count = paper_count ${operator}
          (select count(*) from paper_repository x where x.repository_id = repository.id and x.paper_id in ${ids(papers)})
        where id in (select x.repository_id from paper_repository x where x.paper_id in ${ids(papers)})`,
  );
}
