import sql from 'sql-template-tag';
import { type Db, keys, run } from '../../store/sql';
import { type Phrase, phrasesOf, type SearchQuery } from '../query/parse-query';

/** In how many documents a phrase stands at most: as many as its rarest term. */
export type DocFrequency = (phrase: Phrase) => number;

/** Looks up how rare the phrases of a query are: one statement. */
export async function readDocFrequency(db: Db, query: Omit<SearchQuery, 'prefixes' | 'times'>): Promise<DocFrequency> {
  const terms = new Set(phrasesOf(query).flat());
  const docs = await countDocsOfTerms(db, [...terms]);
  return (phrase) => Math.min(...phrase.map((term) => docs.get(term) ?? 0));
}

/** How many documents are visited at most for some phrases, each counted as often as it is there. */
export function postingsOf(phrases: readonly Phrase[], docFrequency: DocFrequency): number {
  return phrases.reduce((sum, phrase) => sum + docFrequency(phrase), 0);
}

/** The phrases, rarest first, equally rare ones by their text. */
export function rarestFirst(phrases: readonly Phrase[], docFrequency: DocFrequency): Phrase[] {
  return phrases
    .map((phrase) => ({ phrase, docs: docFrequency(phrase), text: phrase.join(' ') }))
    .sort((one, other) => one.docs - other.docs || (one.text < other.text ? -1 : 1))
    .map(({ phrase }) => phrase);
}

/** How many documents hold each of the terms; a term that none holds is absent. */
export async function countDocsOfTerms(db: Db, terms: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ term: string; docs: number }>(
    db,
    sql`select term, doc as docs from search_term where term in ${keys(terms)}`,
  );
  return new Map(rows.map(({ term, docs }) => [term, docs]));
}
