import sql from 'sql-template-tag';
import { columnsOf } from '../store/columns';
import { PaperLink } from '../store/entities/paper/paper-link';
import { type Db, ids, keepJson, parseJson, run } from '../store/sql';

/** All links of each paper, in order of appearance. */
export async function readLinksOfPapers(db: Db, papers: readonly number[]): Promise<Map<number, PaperLink[]>> {
  const rows = await run<PaperLink>(
    db,
    sql`select ${columnsOf(PaperLink, 'l').sql}, p.slug as "paperSlug" from paper_link l join paper p on p.id = l.paper_id
        where l.paper_id in ${ids(papers)} order by l.paper_id, l.position`,
  );
  keepJson(rows, ['evidence']);
  parseJson(rows, ['statements']);
  const found = new Map<number, PaperLink[]>(papers.map((pk) => [pk, []]));
  for (const row of rows) found.get(row.paperPk)?.push(row);
  return found;
}
