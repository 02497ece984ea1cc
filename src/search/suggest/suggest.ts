import { letOthersRun } from '../../store/reading/let-others-run';
import type { Db } from '../../store/sql';
import { countDocsOfTerms } from '../index/document-frequency';
import { withOpenEnd } from '../query/parse-query';
import { STOP_WORDS } from '../query/stop-words';
import type { SpelledWord } from '../text/spelled-word';
import { type Token, tokenize } from '../text/tokenize';
import { wordsOneSlipAway, wordsTwoSlipsAway } from './near-words';

/** Shorter words have too many neighbours for one of them to be what was meant. */
const SHORTEST = 4;
/** From this length on, two slips are forgiven instead of one. */
const LONG = 8;
/** Most words of a query that are corrected. */
const MOST_WORDS = 8;

/**
 * The query with each word that nothing here has replaced by the nearest one that something has: fewest slips first
 * (letters changed, left out, put in, or swapped), then most documents. Null when there is nothing to replace, or no
 * near word.
 *
 * @param isOpen whether the last word is the beginning of one: such are left as they are
 */
export async function suggest(db: Db, query: string, isOpen = false): Promise<string | null> {
  const end = isOpen && withOpenEnd(query) !== query ? query.length : null;
  const tokens = mendable(query).filter((token) => token.end !== end);
  const known = await countDocsOfTerms(
    db,
    tokens.map(({ term }) => term),
  );
  const unknown = tokens.filter(({ term }) => !known.has(term)).slice(0, MOST_WORDS);
  let corrected = query;
  // From the end, so that the places of the words still to come stay right.
  for (const token of unknown.reverse()) {
    const nearest = await nearestWord(db, token);
    await letOthersRun(db);
    if (nearest !== null) corrected = corrected.slice(0, token.start) + nearest + corrected.slice(token.end);
  }
  return corrected === query ? null : corrected;
}

/** Words that may be misspelled: not what is meant as it is, the beginning of a word, an id, an address or a name. */
function mendable(query: string): Token[] {
  const isTitle = !LOWER_CASE_WORD.test(query);
  return [...query.matchAll(/\S+/g)].flatMap(({ 0: run, index }) => {
    if (AS_IT_IS.test(run)) return [];
    const isName = index > 0 && !isTitle && CAPITALIZED.test(run);
    if (isName) return [];
    return tokenize(run)
      .filter(({ word }) => word.length >= SHORTEST && !STOP_WORDS.has(word))
      .map((token) => ({ ...token, start: token.start + index, end: token.end + index }));
  });
}

/** A digit, a capital behind another letter, a star, or a sign between letters that joins the parts of a name. */
const AS_IT_IS = /\p{N}|(?<=\p{L})\p{Lu}|[*@_#+\\]|(?<=\p{L})[./:](?=\p{L})/u;
const CAPITALIZED = /^\P{L}*\p{Lu}/u;
const LOWER_CASE_WORD = /(?<!\S)\P{L}*\p{Ll}\p{L}{3}/u;

async function nearestWord(db: Db, { word }: Token): Promise<string | null> {
  const nearest = await mostFrequent(db, await wordsOneSlipAway(db, word));
  if (nearest !== null || word.length < LONG) return nearest;
  return mostFrequent(db, await wordsTwoSlipsAway(db, word));
}

/** Of some words the one that most documents have, equally frequent ones by the alphabet; null when none has any. */
async function mostFrequent(db: Db, words: readonly SpelledWord[]): Promise<string | null> {
  const docs = await countDocsOfTerms(
    db,
    words.map(({ term }) => term),
  );
  const [best] = words
    .flatMap(({ word, term }) => {
      const found = docs.get(term);
      return found === undefined ? [] : [{ word, found }];
    })
    .sort((one, other) => other.found - one.found || (one.word < other.word ? -1 : 1));
  return best?.word ?? null;
}
