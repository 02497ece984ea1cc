import sql from 'sql-template-tag';
import { type Db, ids, run } from '../sql';
import { docOf, type SearchType } from './kinds';
import type { IndexEntry } from './search-index';
import { compoundsOf, type Token, tokenize } from './tokenize';

/** The texts of one document, by field of the index. */
interface Texts {
  pk: number;
  title: string;
  body: string | null;
  /** Aliases of a topic, as a JSON array; the name of a repository. */
  more: string | null;
}

const texts = {
  PAPER: sql`select id as pk, title, abstract as body, null as more from paper`,
  TOPIC: sql`select id as pk, name as title, description as body, aliases as more from topic`,
  REPOSITORY: sql`select id as pk, owner || ' ' || name as title, host as body, name as more from repository`,
} as const;

/** A document as the index is to hold it, and all of its words. */
export interface PreparedEntry {
  entry: IndexEntry;
  tokens: Token[];
}

/** Reads rows and makes of each what the index holds of it; rows that are gone are left out. */
export async function prepareEntries(db: Db, type: SearchType, pks: readonly number[]): Promise<PreparedEntry[]> {
  const rows = await run<Texts>(db, sql`${texts[type]} where id in ${ids(pks)} order by id`);
  return rows.map((row) => prepare(type, row));
}

function prepare(type: SearchType, { pk, title, body, more }: Texts): PreparedEntry {
  const fields = [title, body ?? '', ...otherNames(type, more)].map((text) => ({ text, tokens: tokenize(text) }));
  const [titleTokens = [], bodyTokens = [], ...moreTokens] = fields.map(({ tokens }) => tokens);
  const compounds = fields.flatMap(({ text, tokens }) => compoundsOf(text, tokens).map(({ term }) => term));
  const terms = (tokens: readonly Token[]) => tokens.map(({ term }) => term);
  return {
    entry: {
      doc: docOf(type, pk),
      title: terms(titleTokens),
      body: terms(bodyTokens),
      more: [...moreTokens.flatMap(terms), ...compounds],
    },
    tokens: fields.flatMap(({ tokens }) => tokens),
  };
}

function otherNames(type: SearchType, more: string | null): string[] {
  if (more === null) return [];
  return type === 'REPOSITORY' ? partsOfName(more) : JSON.parse(more);
}

/** FederatedLearning as `Federated Learning`; nothing for a name that is one word. */
function partsOfName(name: string): string[] {
  const parts = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return parts === name ? [] : [parts];
}
