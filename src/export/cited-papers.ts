import type { CitedPaper } from '../cite/cited-paper';
import { linksOfPaper } from '../lists/links';
import { readRecordsOfPapers } from '../lists/look-up/records';
import { WHOLE } from '../lists/paging/list';
import { readPages } from '../lists/paging/read-pages';
import { papersByPk } from '../lists/papers';
import type { PaperLink } from '../store/entities/paper/paper-link';
import type { Db } from '../store/sql';
import { citedPaperOf } from './cited-paper-of';

/** Papers as citations say them, in the order of the keys. */
export async function readCitedPapers(db: Db, pks: readonly number[]): Promise<CitedPaper[]> {
  const papers = new Map((await papersByPk(db, pks)).map((paper) => [paper.pk, paper]));
  const records = await readRecordsOfPapers(db, pks);
  const links = await readPages<PaperLink>(db, linksOfPaper.list({}), pks, WHOLE);
  return pks.flatMap((pk) => {
    const paper = papers.get(pk);
    return paper
      ? [
          citedPaperOf(
            paper,
            records.get(pk) ?? [],
            (links.get(pk)?.items ?? []).map(({ row }) => row),
          ),
        ]
      : [];
  });
}
