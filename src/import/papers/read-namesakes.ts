import sql from 'sql-template-tag';
import { type Db, keys, run } from '../../store/sql';
import type { Appearance, SettledPaper } from './settle-paper';

/** A paper as it is stored. */
export interface StoredPaper extends SettledPaper {
  pk: number;
  slug: string;
}

/** What a digest prints of a paper, and where. */
export interface Printing extends Appearance {
  /** 1-based line of the title in the file. */
  line: number;
  /** The paper that it is stored under; null when it is not stored yet. */
  paperPk: number | null;
}

/** What a digest prints of the authors (as JSON) and the identifier of a paper `p`, by its place `m` in it. */
export const PRINTED_DETAILS = sql`coalesce(m.own_authors, p.authors) as authors,
  nullif(coalesce(m.own_arxiv_id, p.arxiv_id), '') as "arxivId"`;

/** Keys of the titles of the papers that a digest holds. */
export async function titleKeysIn(db: Db, digestPk: number): Promise<string[]> {
  const rows = await run<{ key: string }>(
    db,
    sql`select distinct p.title_key as key from digest_paper m join paper p on p.id = m.paper_id
        where m.digest_id = ${digestPk}`,
  );
  return rows.map(({ key }) => key);
}

/** Papers whose titles have these keys, and all that digests print of them. */
export async function readNamesakes(
  db: Db,
  titleKeys: readonly string[],
): Promise<{ papers: StoredPaper[]; printings: Printing[] }> {
  const papers = await run<WithAuthorsAsText<StoredPaper>>(
    db,
    sql`select id as pk, slug, title, abstract, authors, arxiv_id as "arxivId", first_seen_on as "firstSeenOn",
          first_seen_key as "firstSeenKey", trending_score as "trendingScore"
        from paper where title_key in ${keys(titleKeys)}`,
  );
  const printings = await run<WithAuthorsAsText<Printing>>(
    db,
    sql`select p.id as "paperPk", m.digest_id as "digestPk", d.slug as "digestSlug", d.date_key as "dateKey", d.date, m.rank,
          m.line, coalesce(m.own_title, p.title) as title,
          case when m.own_title is null then p.abstract else m.own_abstract end as abstract,
          ${PRINTED_DETAILS}
        from paper p join digest_paper m on m.paper_id = p.id join digest d on d.id = m.digest_id
        where p.title_key in ${keys(titleKeys)}`,
  );
  return { papers: papers.map(withAuthors), printings: printings.map(withAuthors) };
}

/** A row whose authors are JSON as it is stored. */
export type WithAuthorsAsText<Row extends { authors: unknown }> = Omit<Row, 'authors'> & { authors: string | null };

/** The same row with its authors read. */
export function withAuthors<Row extends { authors: string | null }>(
  row: Row,
): Omit<Row, 'authors'> & { authors: string[] | null } {
  return { ...row, authors: JSON.parse(row.authors ?? 'null') as string[] | null };
}
