/**
 * British spellings as American ones: generalisation, behaviour, fibre, tumour, leukaemia. Some words that are no British
 * spellings are changed too (noise, contour); where all texts are changed alike, that does no harm.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e[ds]?|ing|ations?|ers?)$/, 'iz$1'],
  [/ys(e[ds]?|ing|ers?)$/, 'yz$1'],
  [/(?<=...)our/, 'or'],
  [/(?<=..[bt])re(s?)$/, 'er$1'],
  [/[ao]e(?=[a-z]{3})/, 'e'],
];

/**
 * A word so that British and American spelling are one; no spelling to show.
 *
 * @param word of the letters a to z
 */
export function evenSpelling(word: string): string {
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word);
}
