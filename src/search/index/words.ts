import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type Db, keys, limit, run } from '../../store/sql';
import { insertRows } from '../../store/write/insert-rows';
import { Memory } from '../../store/write/memory';
import { ownCopy } from '../../text/own-copy';
import { stem } from '../text/stem';

/** Lengths of words worth remembering, in characters. */
const SHORTEST = 3;
const LONGEST = 40;

/** Most words that a prefix stands for, and most spellings of them that are looked at. */
const MOST_CONTINUATIONS = 200;
const MOST_SPELLED = 600;

/** Sorts behind everything that begins with what stands before it. */
export const LAST = '\u{10FFFF}';

/** Words that a writer knows to be stored, for no one deletes them. */
const MOST_KNOWN = 200_000;
const knownTo = new Memory(() => new Set<string>());

/**
 * Remembers how the words of some texts are spelled, which the index of stems does not: for prefixes and for suggestions.
 * Words whose last document has gone stay; what uses them asks the index whether their term is still there.
 */
export async function rememberWords(db: Db, texts: readonly (readonly string[])[]): Promise<void> {
  const known = knownTo.of(db.dataSource);
  if (known.size >= MOST_KNOWN) known.clear();
  const unknown = new Set<string>();
  for (const words of texts) {
    for (const word of words) {
      if (!known.has(word) && word.length >= SHORTEST && word.length <= LONGEST) unknown.add(ownCopy(word));
    }
  }
  if (unknown.size === 0) return;
  const stored = await run<{ word: string }>(db, sql`select word from search_word where word in ${keys([...unknown])}`);
  const missing = new Set(unknown);
  for (const { word } of stored) missing.delete(word);
  await insertRows(
    db,
    'search_word',
    ['word', 'term'],
    [...missing].map((word) => [word, stem(word)]),
  );
  for (const word of unknown) known.add(word);
}

/** Forgets all words: by other rules they have other terms. */
export async function clearWords(db: Db): Promise<void> {
  await run(db, sql`delete from search_word`);
  knownTo.of(db.dataSource).clear();
}

/** Terms of the words that begin so; of many, those of the shortest words, equally short ones by the alphabet. */
export async function termsWithPrefix(db: Db, prefix: string): Promise<string[]> {
  const ofEachLength = continuations(prefix);
  // No word that is remembered is as long as that.
  if (ofEachLength.length === 0) return [];
  const rows = await run<{ term: string }>(db, sql`${join(ofEachLength, ' union all ')} ${limit(MOST_SPELLED)}`);
  return [...new Set(rows.map(({ term }) => term))].slice(0, MOST_CONTINUATIONS);
}

/** For each length one walk through an index, which ends where there are enough. */
function continuations(prefix: string): Sql[] {
  const lengths = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => SHORTEST + index);
  return lengths
    .filter((length) => length >= [...prefix].length)
    .map(
      (length) => sql`select term from (
        select term from search_word where length(word) = ${raw(String(length))} and word >= ${prefix}
          and word < ${prefix + LAST} order by word ${limit(MOST_CONTINUATIONS)}
      ) of_length`,
    );
}
