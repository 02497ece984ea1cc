/** Letters and what stands for them, in turn. */
function letters(pairs: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.split(' ').flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] as string]] : [])),
  );
}

/** Greek letters in lower case by name, so that TNF-α and TNF-alpha are one word. */
export const GREEK = letters(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega',
);

/** Latin letters in lower case that are none with an accent, as CLDR's Latin-ASCII spells them. */
export const LATIN = letters('æ ae œ oe ß ss þ th ð d đ d ħ h ı i ȷ j ł l ŋ n ø o ŧ t');
