import { letOthersRun } from '../reading/let-others-run';
import type { Db } from '../sql';
import { countDocsOfTerms } from './count-docs-of-terms';
import { wordsOneSlipAway, wordsTwoSlipsAway } from './near-words';
import { STOP_WORDS } from './stop-words';
import { type Token, tokenize } from './tokenize';
import type { SpelledWord } from './words';

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
 */
export async function suggest(db: Db, query: string): Promise<string | null> {
  const tokens = tokenize(query).filter(({ word }) => word.length >= SHORTEST && !STOP_WORDS.has(word));
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
