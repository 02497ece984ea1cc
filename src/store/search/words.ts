import sql from 'sql-template-tag';
import { type Db, run, table } from '../sql';
import type { Token } from './tokenize';

/** A word of the corpus as it is spelled, and its term. */
export interface SpelledWord {
  word: string;
  term: string;
}

/** Lengths of words worth remembering, in characters. */
const SHORTEST = 3;
const LONGEST = 40;

/** Most words that a prefix stands for. */
const MOST_CONTINUATIONS = 200;

/** Sorts behind everything that begins with what stands before it. */
const LAST = '\u{10FFFF}';

/**
 * Remembers how words are spelled, which the index of stems does not: for prefixes and for suggestions. Words whose
 * last document has gone stay; what uses them asks the index whether their term is still there.
 */
export async function rememberWords(db: Db, tokens: Iterable<Token>): Promise<void> {
  const pairs = new Map<string, string>();
  for (const { word, term } of tokens) {
    if (word.length >= SHORTEST && word.length <= LONGEST) pairs.set(word, term);
  }
  await run(
    db,
    // `where true` tells SQLite that `on conflict` is no condition of a join.
    sql`insert into search_word (word, term)
        select word, term from ${table({ word: 'text', term: 'text' }, [...pairs])} spelled where true
        on conflict do nothing`,
  );
}

/** Terms of the words that begin so; of many, those of the shortest words. */
export async function termsWithPrefix(db: Db, prefix: string): Promise<string[]> {
  const rows = await run<{ term: string }>(
    db,
    sql`select term from search_word where word >= ${prefix} and word < ${prefix + LAST}
        group by term order by min(length(word)), term limit ${MOST_CONTINUATIONS}`,
  );
  return rows.map(({ term }) => term);
}

/** Words of nearly this length that begin with one of these letters. */
export function wordsLike(db: Db, word: string, slack: number): Promise<SpelledWord[]> {
  const [first = '', second = first] = word;
  const length = [...word].length;
  return run(
    db,
    sql`select word, term from search_word
        where (word >= ${first} and word < ${first + LAST} or word >= ${second} and word < ${second + LAST})
          and length(word) between ${length - slack} and ${length + slack}`,
  );
}
