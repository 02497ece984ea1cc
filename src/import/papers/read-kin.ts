import sql from 'sql-template-tag';
import { type Db, ids, keys, run } from '../../store/sql';
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
  /** See `titleKey`. */
  titleKey: string;
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

/** Papers, and all that digests print of them. */
export interface Kin {
  papers: StoredPaper[];
  printings: Printing[];
}

/**
 * All papers that printings with these titles or identifiers can be: those that digests print under one of them, those that share
 * one with these, and so on until there are no more.
 *
 * @param titleKeys as `titleKey` gives them
 */
export async function readKin(db: Db, titleKeys: Iterable<string>, arxivIds: Iterable<string>): Promise<Kin> {
  const kin: Kin = { papers: [], printings: [] };
  const known = { titleKeys: new Set<string>(), arxivIds: new Set<string>(), papers: new Set<number>() };
  for (let asked = { titleKeys: [...titleKeys], arxivIds: [...arxivIds] }; ; ) {
    for (const key of asked.titleKeys) known.titleKeys.add(key);
    for (const id of asked.arxivIds) known.arxivIds.add(id);
    const found = (await findPapers(db, asked.titleKeys, asked.arxivIds)).filter((pk) => !known.papers.has(pk));
    if (found.length === 0) return kin;
    for (const pk of found) known.papers.add(pk);
    kin.papers.push(...(await readStored(db, found)));
    const printings = await readPrintings(db, found);
    kin.printings.push(...printings);
    asked = {
      titleKeys: unknown(
        known.titleKeys,
        printings.map(({ titleKey }) => titleKey),
      ),
      arxivIds: unknown(
        known.arxivIds,
        printings.map(({ arxivId }) => arxivId),
      ),
    };
    if (asked.titleKeys.length + asked.arxivIds.length === 0) return kin;
  }
}

function unknown(known: ReadonlySet<string>, keys: readonly (string | null)[]): string[] {
  return [...new Set(keys.filter((key): key is string => key !== null && !known.has(key)))];
}

/** Primary keys of the papers that digests print under one of these titles or identifiers. */
async function findPapers(db: Db, titleKeys: readonly string[], arxivIds: readonly string[]): Promise<number[]> {
  const rows = await run<{ pk: number }>(
    db,
    sql`select id as pk from paper where title_key in ${keys(titleKeys)}
        union select paper_id from digest_paper where own_title_key in ${keys(titleKeys)}
        union select id from paper where arxiv_id in ${keys(arxivIds)}
        union select paper_id from digest_paper where own_arxiv_id in ${keys(arxivIds)}
        order by 1`,
  );
  return rows.map(({ pk }) => pk);
}

async function readStored(db: Db, papers: readonly number[]): Promise<StoredPaper[]> {
  const rows = await run<WithAuthorsAsText<StoredPaper>>(
    db,
    sql`select id as pk, slug, title, abstract, authors, arxiv_id as "arxivId", first_seen_on as "firstSeenOn",
          first_seen_key as "firstSeenKey", trending_score as "trendingScore"
        from paper where id in ${ids(papers)}`,
  );
  return rows.map(withAuthors);
}

async function readPrintings(db: Db, papers: readonly number[]): Promise<Printing[]> {
  const rows = await run<WithAuthorsAsText<Printing>>(
    db,
    sql`select p.id as "paperPk", m.digest_id as "digestPk", d.slug as "digestSlug", d.date_key as "dateKey", d.date, m.rank,
          m.line, coalesce(m.own_title, p.title) as title, coalesce(m.own_title_key, p.title_key) as "titleKey",
          case when m.own_title is null then p.abstract else m.own_abstract end as abstract,
          ${PRINTED_DETAILS}
        from paper p join digest_paper m on m.paper_id = p.id join digest d on d.id = m.digest_id
        where p.id in ${ids(papers)}`,
  );
  return rows.map(withAuthors);
}

/** A row whose authors are JSON as it is stored. */
export type WithAuthorsAsText<Row extends { authors: unknown }> = Omit<Row, 'authors'> & { authors: string | null };

/** The same row with its authors read. */
export function withAuthors<Row extends { authors: string | null }>(
  row: Row,
): Omit<Row, 'authors'> & { authors: string[] | null } {
  return { ...row, authors: JSON.parse(row.authors ?? 'null') as string[] | null };
}
