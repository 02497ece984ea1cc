import sql from 'sql-template-tag';
import { PRINTED_ARXIV_ID } from '../../lists/digest/printed-arxiv-ids';
import { identifierKey, schemeOf } from '../../parse/sameness/mention';
import type { StoredAuthor } from '../../store/entities/paper/paper';
import { type Db, ids, keys, run } from '../../store/sql';
import {
  type PaperMention,
  type Printing,
  printingOf,
  type RecordInSource,
  type Said,
  type Statement,
  statementOf,
} from './mentions';
import type { SettledPaper } from './settle-paper';

/** A paper as it is stored. */
export interface StoredPaper extends SettledPaper {
  pk: number;
  slug: string;
}

/** What a digest prints of the authors (as JSON) and the identifier of a paper `p`, by its place `m` in it. */
export const PRINTED_DETAILS = sql`coalesce(m.own_authors, p.authors) as authors,
  ${PRINTED_ARXIV_ID} as "arxivId"`;

/** Keys of the titles of the papers that a digest holds. */
export async function titleKeysIn(db: Db, digestPk: number): Promise<string[]> {
  const rows = await run<{ key: string }>(
    db,
    sql`select distinct p.title_key as key from digest_paper m join paper p on p.id = m.paper_id
        where m.digest_id = ${digestPk}`,
  );
  return rows.map(({ key }) => key);
}

/** Papers, and all that sources say of them. */
export interface Kin {
  papers: StoredPaper[];
  printings: Printing[];
  statements: Statement[];
}

/** By what papers are found that may be one. */
export interface KinKeys {
  /** As `titleKey` gives them. */
  titleKeys: Iterable<string>;
  /** As `identifierKey` writes them. */
  identifiers: Iterable<string>;
  /** Primary keys of papers that are such ones in any case. */
  papers?: readonly (number | null)[];
}

/**
 * All papers that mentions with these titles or identifiers can be: those that sources name under one of them, those that share
 * one with these, and so on until there are no more.
 */
export async function readKin(db: Db, { titleKeys, identifiers, papers = [] }: KinKeys): Promise<Kin> {
  const kin: Kin = { papers: [], printings: [], statements: [] };
  const known = { titleKeys: new Set<string>(), identifiers: new Set<string>(), papers: new Set<number>() };
  let given = papers.filter((pk) => pk !== null);
  for (let asked = { titleKeys: [...new Set(titleKeys)], identifiers: [...new Set(identifiers)] }; ; given = []) {
    for (const key of asked.titleKeys) known.titleKeys.add(key);
    for (const id of asked.identifiers) known.identifiers.add(id);
    const named = await findPapers(db, asked.titleKeys, asked.identifiers);
    const found = [...new Set([...given, ...named])].filter((pk) => !known.papers.has(pk));
    if (found.length === 0) return kin;
    for (const pk of found) known.papers.add(pk);
    kin.papers.push(...(await readStored(db, found)));
    const [printings, statements] = [await readPrintings(db, found), await readStatements(db, found)];
    kin.printings.push(...printings);
    kin.statements.push(...statements);
    asked = unknown(known, [...printings, ...statements]);
    if (asked.titleKeys.length + asked.identifiers.length === 0) return kin;
  }
}

/** The keys of mentions that were not asked for. */
function unknown(
  known: { titleKeys: ReadonlySet<string>; identifiers: ReadonlySet<string> },
  mentions: readonly PaperMention[],
): { titleKeys: string[]; identifiers: string[] } {
  const titleKeys = mentions.flatMap(({ titleKey }) => titleKey ?? []);
  const identifiers = mentions.flatMap((mention) => mention.identifiers);
  return {
    titleKeys: [...new Set(titleKeys)].filter((key) => !known.titleKeys.has(key)),
    identifiers: [...new Set(identifiers)].filter((key) => !known.identifiers.has(key)),
  };
}

/** Primary keys of the papers that sources name by one of these titles or identifiers. */
async function findPapers(db: Db, titleKeys: readonly string[], identifiers: readonly string[]): Promise<number[]> {
  const arxivIds = identifiers
    .filter((identifier) => schemeOf(identifier) === 'ARXIV')
    .map((identifier) => identifier.slice(identifierKey({ scheme: 'ARXIV', value: '' }).length));
  const recordKeys = [...identifiers, ...titleKeys.map(recordTitleKey)];
  const rows = await run<{ pk: number }>(
    db,
    sql`select id as pk from paper where title_key in ${keys(titleKeys)}
        union select paper_id from digest_paper where own_title_key in ${keys(titleKeys)}
        union select id from paper where arxiv_id in ${keys(arxivIds)}
        union select paper_id from digest_paper where own_arxiv_id in ${keys(arxivIds)}
        union select r.paper_id from record_key k join record r on r.id = k.record_id where k.key in ${keys(recordKeys)}
        order by 1`,
  );
  return rows.map(({ pk }) => pk);
}

/** How a title stands among the keys of a record. */
export function recordTitleKey(titleKey: string): string {
  return `TITLE:${titleKey}`;
}

async function readStored(db: Db, papers: readonly number[]): Promise<StoredPaper[]> {
  const rows = await run<AsText<Omit<StoredPaper, 'isWithdrawn'>, 'authors' | 'categories'> & { isWithdrawn: number }>(
    db,
    sql`select id as pk, slug, title, abstract, authors, arxiv_id as "arxivId", doi, published_on as "publishedOn", venue,
          categories, is_withdrawn as "isWithdrawn", first_seen_on as "firstSeenOn", first_seen_key as "firstSeenKey",
          trending_score as "trendingScore"
        from paper where id in ${ids(papers)}`,
  );
  return rows.map((row) => ({
    ...row,
    authors: JSON.parse(row.authors ?? 'null') as StoredAuthor[] | null,
    categories: JSON.parse(row.categories ?? 'null') as string[] | null,
    isWithdrawn: row.isWithdrawn === 1,
  }));
}

async function readPrintings(db: Db, papers: readonly number[]): Promise<Printing[]> {
  const rows = await run<AsText<Omit<Printing, 'titleKey' | 'identifiers' | 'families' | 'year'>, 'authors'>>(
    db,
    sql`select p.id as "paperPk", m.digest_id as "digestPk", d.slug as "digestSlug", d.date_key as "dateKey", d.date, m.rank,
          m.line, coalesce(m.own_title, p.title) as title,
          case when m.own_title is null then p.abstract else m.own_abstract end as abstract,
          ${PRINTED_DETAILS}
        from paper p join digest_paper m on m.paper_id = p.id join digest d on d.id = m.digest_id
        where p.id in ${ids(papers)}`,
  );
  return rows.map((row) => printingOf(withPrintedAuthors(row)));
}

async function readStatements(db: Db, papers: readonly number[]): Promise<Statement[]> {
  const rows = await run<AsText<RecordInSource, 'said'> & { said: string; paperPk: number }>(
    db,
    sql`select r.id as pk, r.paper_id as "paperPk", r.source_id as "sourcePk", s.format, r.number, r.line, r.hash,
          r.said
        from record r join source s on s.id = r.source_id where r.paper_id in ${ids(papers)}`,
  );
  return rows.map(({ paperPk, said, ...record }) =>
    statementOf({ ...record, said: JSON.parse(said) as Said }, { paperPk, formerPaperPk: null }),
  );
}

/** A row some of whose columns are JSON as it is stored. */
export type AsText<Row, Column extends keyof Row> = Omit<Row, Column> & Record<Column, string | null>;

/** The same row with the names of its authors read: as the digest prints them, or as the paper has them. */
export function withPrintedAuthors<Row extends { authors: string | null }>(
  row: Row,
): Omit<Row, 'authors'> & { authors: string[] | null } {
  const authors = JSON.parse(row.authors ?? 'null') as (string | StoredAuthor)[] | null;
  return { ...row, authors: authors?.map((author) => (typeof author === 'string' ? author : author.name)) ?? null };
}
