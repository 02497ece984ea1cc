import sql from 'sql-template-tag';
import { removeTerms, writeTerms } from '../../related/write-terms';
import { type Db, ids, run } from '../../store/sql';
import { removeVectors, writeVectors } from '../../vectors/stored-vectors';
import type { PaperFacts } from './facts';
import { removeLinks, writeLinks } from './write-links';
import { writeTopics } from './write-topics';

/**
 * Stores what was read out of the texts of papers of which nothing is stored, and the links that records state of them.
 * Counters but those of terms are the caller's.
 *
 * @returns repositories that were not there
 */
export async function writeFacts(db: Db, papers: readonly PaperFacts[]): Promise<number[]> {
  await writeTopics(db, papers);
  await writeTerms(
    db,
    papers.map(({ paperPk, facts }) => ({ paperPk, traits: facts.traits })),
  );
  await writeVectors(
    db,
    papers.map(({ paperPk, facts }) => ({ paperPk, vector: facts.vector })),
  );
  return writeLinks(db, papers);
}

/** Removes everything that was read out of the papers' texts. Counters but those of terms are the caller's. */
export async function removeFacts(db: Db, papers: readonly number[]): Promise<void> {
  if (papers.length === 0) return;
  await removeTerms(db, papers);
  await removeVectors(db, papers);
  await run(db, sql`delete from topic_paper where paper_id in ${ids(papers)}`);
  await run(db, sql`delete from paper_topic where paper_id in ${ids(papers)}`);
  await run(db, sql`delete from paper_mention where paper_id in ${ids(papers)}`);
  await removeLinks(db, papers);
}
