import sql from 'sql-template-tag';
import type { StoredAuthor } from '../../../store/entities/paper/paper';
import { type Db, ids, run } from '../../../store/sql';
import { docOf, type SearchType } from '../../documents';
import type { IndexEntry } from '../index-entry';
import { type IndexedText, indexText, withAuthors } from './index-text';

/** The texts of one document, by field of the index. */
interface Texts {
  pk: number;
  title: string;
  body: string | null;
  /** Aliases of a topic and authors of a paper, as JSON arrays; the name of a repository. */
  more: string | null;
}

const texts = {
  PAPER: sql`select id as pk, title, abstract as body, authors as more from paper`,
  TOPIC: sql`select id as pk, name as title, description as body, aliases as more from topic`,
  REPOSITORY: sql`select id as pk, owner || ' ' || name as title, host as body, name as more from repository`,
} as const;

/** A document as the index is to hold it, and its words. */
export type PreparedDoc = IndexedText & IndexEntry;

/** Reads rows and makes of each what the index holds of it; rows that are gone are left out. */
export async function prepareDocs(db: Db, type: SearchType, pks: readonly number[]): Promise<PreparedDoc[]> {
  const rows = await run<Texts>(db, sql`${texts[type]} where id in ${ids(pks)} order by id`);
  return rows.map((row) => ({ doc: docOf(type, row.pk), ...indexedText(type, row) }));
}

function indexedText(type: SearchType, { title, body, more }: Texts): IndexedText {
  if (type === 'PAPER') return withAuthors(indexText(title, body), namesIn(more));
  return indexText(title, body, otherNames(type, more));
}

/** The names of authors, as they are stored. */
function namesIn(authors: string | null): string[] {
  return (JSON.parse(authors ?? '[]') as StoredAuthor[]).map(({ name }) => name);
}

function otherNames(type: 'TOPIC' | 'REPOSITORY', more: string | null): string[] {
  if (more === null) return [];
  return type === 'REPOSITORY' ? partsOfName(more) : JSON.parse(more);
}

/** FederatedLearning as `Federated Learning`; nothing for a name that is one word. */
function partsOfName(name: string): string[] {
  const parts = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return parts === name ? [] : [parts];
}
