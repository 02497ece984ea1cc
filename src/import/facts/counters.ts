import sql, { raw } from 'sql-template-tag';
import { countPairsIn, countPairsOut } from '../../related/count-topic-pairs';
import { type Db, ids, run } from '../../store/sql';

type Sign = '+' | '-';

/**
 * Takes the papers out of the counts of their topics, repositories and pairs of topics. Call it before their
 * facts change, and `countIn` after: so the counts stay right without counting anything but those papers.
 */
export async function countOut(db: Db, papers: readonly number[]): Promise<void> {
  if (papers.length === 0) return;
  await countTopics(db, papers, '-');
  await countRepositories(db, papers, '-');
  await countPairsOut(db, papers);
}

/** Puts the papers into the counts of their topics, repositories and pairs of topics. */
export async function countIn(db: Db, papers: readonly number[]): Promise<void> {
  if (papers.length === 0) return;
  await countTopics(db, papers, '+');
  await countRepositories(db, papers, '+');
  await countPairsIn(db, papers);
}

async function countTopics(db: Db, papers: readonly number[], sign: Sign): Promise<void> {
  const operator = raw(sign);
  await run(
    db,
    // A paper's own tags are those of its places under topics that are its own.
    sql`update topic set paper_count = paper_count ${operator} counted.n,
          own_paper_count = own_paper_count ${operator} counted.own
        from (
          select topic_id, count(*) as n, sum(is_own) as own from topic_paper where paper_id in ${ids(papers)} group by topic_id
        ) counted where counted.topic_id = topic.id`,
  );
}

/** Takes the papers out of the counts of their repositories, or puts them in. */
export async function countRepositories(db: Db, papers: readonly number[], sign: Sign): Promise<void> {
  const operator = raw(sign);
  await run(
    db,
    sql`update repository set paper_count = paper_count ${operator} counted.n, count_key = -(paper_count ${operator} counted.n)
        from (
          select repository_id, count(*) as n from paper_repository where paper_id in ${ids(papers)} group by repository_id
        ) counted where counted.repository_id = repository.id`,
  );
}
