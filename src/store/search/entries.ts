import sql from 'sql-template-tag';
import { type Db, keys, run } from '../sql';
import type { IndexEntry } from './fts5';
import { docOf, type SearchType } from './kinds';
import { compoundsOf, type Token, tokenize } from './tokenize';

/** The texts of one document, by field of the index. */
interface Texts {
  pk: number;
  title: string;
  body: string | null;
  /** A JSON array. */
  more: string;
}

const texts = {
  PAPER: sql`select id as pk, title, abstract as body, '[]' as more from paper`,
  TOPIC: sql`select id as pk, name as title, description as body, aliases as more from topic`,
  REPOSITORY: sql`select id as pk, owner || ' ' || name as title, host as body, json_array(name) as more from repository`,
} as const;

/** A document as the index is to hold it, and all of its words. */
export interface PreparedEntry {
  entry: IndexEntry;
  tokens: Token[];
}

/** Reads rows and makes of each what the index holds of it; rows that are gone are left out. */
export async function prepareEntries(db: Db, type: SearchType, pks: readonly number[]): Promise<PreparedEntry[]> {
  const rows = await run<Texts>(db, sql`${texts[type]} where id in ${keys(pks)} order by id`);
  return rows.map((row) => prepare(type, row));
}

function prepare(type: SearchType, { pk, title, body, more }: Texts): PreparedEntry {
  const named = JSON.parse(more) as string[];
  const others = type === 'REPOSITORY' ? named.flatMap(partsOfName) : named;
  const fields = [title, body ?? '', ...others].map((text) => ({ text, tokens: tokenize(text) }));
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

/** FederatedLearning as `Federated Learning`; nothing for a name that is one word. */
function partsOfName(name: string): string[] {
  const parts = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return parts === name ? [] : [parts];
}
