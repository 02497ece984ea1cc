/** Greek letters by name, so that TNF-α and TNF-alpha are one word. */
const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega'
    .split(' ')
    .flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] as string]] : [])),
);

const PLAIN = /^[A-Za-z0-9]+$/;

/** A longer run of letters is no word that anyone looks for. */
const LONGEST_WORD = 64;

/**
 * So much of a word holds all that is kept of it, accents and all. To put accents in order takes the square of their
 * number: a letter with 100,000 of them would take seconds.
 */
const LONGEST_SPELLING = 1_000;

/** What a cut through a letter of two UTF-16 units leaves of it. */
const HALF_LETTER = /[\ud800-\udbff]$/;

/**
 * A word without what people write differently: lower case, no accents or apostrophes, no possessive, ligatures and
 * widths undone, Greek letters by name. Empty when nothing is left.
 */
export function foldWord(word: string): string {
  // Nearly every word, and much faster.
  if (PLAIN.test(word)) return word.toLowerCase().slice(0, LONGEST_WORD);
  return word
    .slice(0, LONGEST_SPELLING)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, LONGEST_WORD)
    .replace(HALF_LETTER, '');
}
