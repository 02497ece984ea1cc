import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type Db, keys, limit, run } from '../../store/sql';
import { LAST } from '../index/words';
import type { SpelledWord } from '../text/spelled-word';
import { editDistance } from './edit-distance';

/** Most words of one length that are compared letter by letter: some milliseconds for a word. */
const MOST_COMPARED = 500;

/** What slips put in: a letter of the word itself may be any other. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** The words of the corpus that are one slip away from a word: so few can be that they are looked up. */
export function wordsOneSlipAway(db: Db, word: string): Promise<SpelledWord[]> {
  return run(db, sql`select word, term from search_word where word in ${keys(oneSlipAway(word))}`);
}

/**
 * Words of the corpus that are two slips away from a word and begin like it. Words of nearly its length are compared:
 * those with its first or second letter at the beginning, and where these are too many, those with its first two
 * letters, its first three, and so on.
 */
export async function wordsTwoSlipsAway(db: Db, word: string): Promise<SpelledWord[]> {
  const length = [...word].length;
  const words: SpelledWord[] = [];
  for (let count = length - 2; count <= length + 2; count++) words.push(...(await wordsOfLength(db, word, count)));
  return words.filter((candidate) => editDistance(word, candidate.word, 2) === 2);
}

/** Every word that one slip makes of a word, or that a slip has made the word of. */
function oneSlipAway(word: string): string[] {
  const letters = [...word];
  const alphabet = new Set([...LETTERS, ...letters]);
  const made = new Set<string>();
  for (let at = 0; at <= letters.length; at++) {
    const before = letters.slice(0, at).join('');
    const [here = '', next = '', ...rest] = letters.slice(at);
    const behind = next + rest.join('');
    for (const letter of alphabet) made.add(before + letter + here + behind).add(before + letter + behind);
    made.add(before + behind).add(before + next + here + rest.join(''));
  }
  made.delete(word);
  return [...made];
}

/** The words of a length that begin as a word does, by as few letters as leave no more than can be compared. */
async function wordsOfLength(db: Db, word: string, length: number): Promise<SpelledWord[]> {
  const letters = [...word];
  for (let alike = 1; alike <= letters.length; alike++) {
    const beginnings = new Set([letters.slice(0, alike).join(''), ...(alike === 1 ? letters.slice(1, 2) : [])]);
    const words = await run<SpelledWord>(db, beginningWith([...beginnings], length));
    if (words.length <= MOST_COMPARED) return words;
  }
  return [];
}

function beginningWith(beginnings: readonly string[], length: number): Sql {
  const each = beginnings.map(
    (beginning) => sql`select word, term from search_word
      where length(word) = ${raw(String(length))} and word >= ${beginning} and word < ${beginning + LAST}`,
  );
  return sql`${join(each, ' union all ')} ${limit(MOST_COMPARED + 1)}`;
}
