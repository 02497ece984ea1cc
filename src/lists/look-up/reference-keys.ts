import sql, { join, type Sql } from 'sql-template-tag';
import { type Db, keys, limit, run } from '../../store/sql';

/** By what papers are looked up that a reference may mean. */
export interface ReferenceKeys {
  /** As `identifierKey` writes them. */
  identifiers: readonly string[];
  /** As `titleKey` gives them. */
  titleKeys: readonly string[];
  /** As `addressKey` gives them. */
  urlKeys: readonly string[];
  /** host/owner/name, in lower case. */
  repositories: readonly string[];
  slugs: readonly string[];
}

/** A paper that one of the keys leads to. */
export interface PaperOfKey {
  kind: keyof ReferenceKeys;
  key: string;
  pk: number;
}

/** More papers are not looked at: hundreds of references of which each has hundreds. */
const MOST_PAPERS = 10_000;

/**
 * All papers that keys lead to, each once for a key: by what they show, what digests print of them, and what records state. One
 * statement.
 */
export async function papersOfReferences(db: Db, asked: ReferenceKeys): Promise<PaperOfKey[]> {
  const parts = (Object.keys(SOURCES) as (keyof ReferenceKeys)[]).flatMap((kind) =>
    asked[kind].length === 0 ? [] : SOURCES[kind](asked[kind]),
  );
  if (parts.length === 0) return [];
  return run(db, sql`select kind, key, pk from (${join(parts, ' union ')}) found order by pk ${limit(MOST_PAPERS)}`);
}

/** For each kind of key the papers with one, as tables with the columns `kind`, `key` and `pk`. */
const SOURCES: Readonly<Record<keyof ReferenceKeys, (asked: readonly string[]) => Sql[]>> = {
  identifiers: (asked) => {
    const [arxivIds, dois] = [valuesOf('ARXIV:', asked), valuesOf('DOI:', asked)];
    return [
      ...(arxivIds.length === 0
        ? []
        : [
            sql`select 'identifiers' as kind, 'ARXIV:' || arxiv_id as key, id as pk from paper where arxiv_id in ${keys(arxivIds)}`,
            sql`select 'identifiers' as kind, 'ARXIV:' || own_arxiv_id as key, paper_id as pk from digest_paper
              where own_arxiv_id in ${keys(arxivIds)}`,
          ]),
      ...(dois.length === 0
        ? []
        : [sql`select 'identifiers' as kind, 'DOI:' || doi as key, id as pk from paper where doi in ${keys(dois)}`]),
      sql`select 'identifiers' as kind, k.key, r.paper_id as pk from record_key k join record r on r.id = k.record_id
        where k.key in ${keys(asked)}`,
    ];
  },
  titleKeys: (asked) => [
    sql`select 'titleKeys' as kind, title_key as key, id as pk from paper where title_key in ${keys(asked)}`,
    sql`select 'titleKeys' as kind, own_title_key as key, paper_id as pk from digest_paper
      where own_title_key in ${keys(asked)}`,
    sql`select 'titleKeys' as kind, substr(k.key, ${TITLE.length + 1}) as key, r.paper_id as pk from record_key k
      join record r on r.id = k.record_id where k.key in ${keys(asked.map((key) => `${TITLE}${key}`))}`,
  ],
  urlKeys: (asked) => [
    sql`select 'urlKeys' as kind, url_key as key, paper_id as pk from paper_link where url_key in ${keys(asked)}`,
  ],
  repositories: (asked) => [
    sql`select 'repositories' as kind, r.key, m.paper_id as pk from repository r
      join paper_repository m on m.repository_id = r.id where r.key in ${keys(asked)}`,
  ],
  slugs: (asked) => [sql`select 'slugs' as kind, slug as key, id as pk from paper where slug in ${keys(asked)}`],
};

/** What stands in front of a title among the keys of records. */
const TITLE = 'TITLE:';

function valuesOf(scheme: string, identifiers: readonly string[]): string[] {
  return identifiers.flatMap((identifier) => (identifier.startsWith(scheme) ? [identifier.slice(scheme.length)] : []));
}
