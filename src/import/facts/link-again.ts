import type { Db } from '../../store/sql';
import { countRepositories } from './counters';
import { linksIn } from './facts';
import type { UnreadPaper } from './read-papers';
import { removeLinks, writeLinks } from './write-links';

/**
 * Stores and counts anew the links of papers whose texts are the same, when what records state of them has changed: nothing else
 * that is read out of a text depends on that.
 *
 * @returns repositories that were not there
 */
export async function linkAgain(db: Db, papers: readonly UnreadPaper[]): Promise<number[]> {
  if (papers.length === 0) return [];
  const pks = papers.map(({ paperPk }) => paperPk);
  await countRepositories(db, pks, '-');
  await removeLinks(db, pks);
  const added = await writeLinks(
    db,
    papers.map(({ paperPk, is }) => ({ paperPk, firstSeenKey: is.firstSeenKey, facts: { links: linksIn(is) } })),
  );
  await countRepositories(db, pks, '+');
  return added;
}
