import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Address } from '../../extract/links/address/address';
import { addressKey } from '../../extract/links/address/address-key';
import { parseAddress } from '../../extract/links/address/parse-address';
import { repositoryKey } from '../../extract/links/repository-key';
import { authorRanges } from '../../lists/labels/author';
import { type LabelRange, papersLabelled } from '../../lists/labels/label';
import { titleKey } from '../../parse/sameness/title';
import { type Db, keys, limit, run } from '../../store/sql';
import { arxivIdOf } from '../../text/arxiv-id';
import { slugify } from '../../text/slugify';
import { docOf, type SearchType } from '../documents';

/** A document that the whole query names, and by how much its score rises. */
export interface Pin {
  doc: number;
  boost: number;
}

/** Above any score by words, so that what is named stands first. */
const PAPER_BOOST = 2000;
const OTHER_BOOST = 1000;

/** Of an address that a thousand papers give, so many of the newest; its other papers are found by its words. */
const MOST_PINS = 100;

/** Hosts of what someone means who types `owner/name`. */
const USUAL_HOSTS = ['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org'];

/**
 * What a query names as a whole: the paper with this title or arXiv identifier, the topic of this name or acronym, the repository with this
 * address or owner/name, and the newest papers that give this address or are by an author of this name.
 */
export async function pinsOf(db: Db, query: string, types: readonly SearchType[]): Promise<Pin[]> {
  const text = query.trim().replace(/^["“](.*)["”]$/s, '$1');
  const slug = slugify(text);
  const address = addressOf(text);
  const arxivId = arxivIdOf(text);
  const urlKey = address === null && arxivId === null ? null : addressKey(text);
  const repositories = repositoryKeys(text, address?.repository ?? null);
  const authors = types.includes('PAPER') ? authorsNamed(text) : null;
  const named = [
    sql`select * from (select 'PAPER' as type, id as pk, 1 as place from paper where title_key = ${titleKey(text)}
          order by first_seen_key desc ${limit(MOST_PINS)}) titled`,
    sql`select 'PAPER', id, 1 from paper where arxiv_id = ${arxivId}`,
    sql`select 'TOPIC', t.id, 2 from topic t where t.slug = ${slug} or t.name_key = ${slug}
          or (lower(t.aliases) like ${aliasPattern(text)} escape '!')`,
    sql`select 'REPOSITORY', id, 2 from repository where key in ${keys(repositories)}`,
    sql`select * from (select 'PAPER' as type, m.paper_id, 3 as place from paper_repository m join repository r on r.id = m.repository_id
          where r.key in ${keys(repositories)} order by m.first_seen_key desc ${limit(MOST_PINS)}) linked`,
    sql`select * from (select 'PAPER' as type, l.paper_id, 3 as place from paper_link l
          where l.url_key = ${urlKey} ${limit(MOST_PINS)}) giving`,
    ...(authors === null ? [] : [sql`select type, pk, place from (${newestBy(authors)}) written`]),
  ];
  const rows = await run<{ type: SearchType; pk: number; place: number }>(db, join(named, ' union all '));
  const pins = new Map(
    rows
      .filter(({ type }) => types.includes(type))
      // What is named by more than its author comes later, and counts for more.
      .sort((one, other) => other.place - one.place)
      .map(({ type, pk, place }) => [
        docOf(type, pk),
        type === 'PAPER' && place !== BY_AUTHOR ? PAPER_BOOST : OTHER_BOOST,
      ]),
  );
  return [...pins].map(([doc, boost]) => ({ doc, boost }));
}

/** The place of papers that are found by the name of an author. */
const BY_AUTHOR = 4;

/** A name of a person, given and family name; single words stand in too many texts. */
const NAME = /^\p{L}[\p{L}\p{M}.'’-]*(?:,? \p{L}[\p{L}\p{M}.'’-]*){1,4}$/u;
const LONGEST_NAME = 100;

function authorsNamed(text: string): LabelRange[] | null {
  return text.length <= LONGEST_NAME && NAME.test(text) ? authorRanges(text) : null;
}

function newestBy(authors: readonly LabelRange[]): Sql {
  return sql`select distinct 'PAPER' as type, doc as pk, ${raw(String(BY_AUTHOR))} as place, first_seen_key
    from (${papersLabelled(authors)}) named order by first_seen_key desc ${limit(MOST_PINS)}`;
}

/** Browsers take no longer address, and what a long one means takes the square of its length to tell. */
const LONGEST_ADDRESS = 2_000;

function addressOf(text: string): Address | null {
  return /\s/.test(text) || text.length > LONGEST_ADDRESS ? null : parseAddress(text);
}

/** No alias is longer, and engines take no pattern of any length. */
const LONGEST_ALIAS = 200;

/** Finds an alias within the JSON array of them; of an alias of several words the words are looked for, not the whole. */
function aliasPattern(text: string): string | null {
  if (/\s/.test(text) || text.length > LONGEST_ALIAS) return null;
  return `%${JSON.stringify(text.toLowerCase()).replace(/[%_!]/g, '!$&')}%`;
}

function repositoryKeys(text: string, repository: Parameters<typeof repositoryKey>[0] | null): string[] {
  if (repository !== null) return [repositoryKey(repository)];
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  return owner && name ? USUAL_HOSTS.map((host) => repositoryKey({ host, owner, name })) : [];
}

/**
 * The words by which an address is searched for: those of the path, for `https` and `github` stand in many papers.
 * Of one of arXiv the identifier. Any other text is given back.
 */
export function wordsOfAddress(text: string): string {
  const arxivId = arxivIdOf(text);
  if (arxivId !== null) return arxivId;
  const address = addressOf(text.trim());
  if (!address) return text;
  if (address.repository) return `${address.repository.owner} ${address.repository.name}`;
  return /^https?:/i.test(text.trim()) ? `${new URL(address.url).host} ${new URL(address.url).pathname}` : text;
}
