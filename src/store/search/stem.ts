import porter2 from 'wink-porter2-stemmer';

/** Words remembered with their stems: those of queries, and hyphenated ones. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/**
 * British spellings as American ones, so that both have one stem: generalisation, behaviour, fibre, tumour, leukaemia.
 * Some words that are no British spellings are changed too (noise, contour); as texts and queries are changed alike,
 * that does no harm.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e[ds]?|ing|ations?|ers?)$/, 'iz$1'],
  [/ys(e[ds]?|ing|ers?)$/, 'yz$1'],
  [/(?<=...)our/, 'or'],
  [/(?<=..[bt])re(s?)$/, 'er$1'],
  [/[ao]e(?=[a-z]{3})/, 'e'],
];

/**
 * The stem by which inflections of a word are one term: Porter's second English stemmer, after evening out spellings.
 * Words with other letters than a to z are their own stems.
 *
 * @param word as `foldWord` gives it
 * @see https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = /^[a-z]{3,}$/.test(word)
    ? porter2(SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word))
    : word;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, found);
  return found;
}
