import type { Phrase } from '../../query/parse-query';

/** Counts how often each phrase stands in a text of terms with a blank before and behind each, and adds it to its sum. */
export type PhraseCounter = (text: string, sums: number[]) => void;

/**
 * Makes a counter that goes through a text once, however many phrases there are. Terms are letters and digits by
 * construction, so nothing in them means anything to a regular expression.
 *
 * @param phrases in the order of the sums that the counter adds to
 */
export function phraseCounter(phrases: readonly Phrase[]): PhraseCounter {
  if (phrases.length === 0) return () => {};
  const byFirstTerm = new Map<string, { place: number; text: string }[]>();
  for (const [place, phrase] of phrases.entries()) {
    const [first = ''] = phrase;
    byFirstTerm.set(first, [...(byFirstTerm.get(first) ?? []), { place, text: ` ${phrase.join(' ')} ` }]);
  }
  const firstTerm = new RegExp(` (?:${[...byFirstTerm.keys()].join('|')})(?= )`, 'g');
  return (text, sums) => {
    firstTerm.lastIndex = 0;
    for (let found = firstTerm.exec(text); found !== null; found = firstTerm.exec(text)) {
      for (const { place, text: phrase } of byFirstTerm.get(found[0].slice(1)) ?? []) {
        if (text.startsWith(phrase, found.index)) sums[place] = (sums[place] as number) + 1;
      }
    }
  };
}
