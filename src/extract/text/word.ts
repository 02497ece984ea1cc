/** A word in the forms that phrases are compared in. */
export interface Word {
  /** As written. */
  raw: string;
  /** In lower case and without accents. */
  plain: string;
  /** `plain` in US spelling and in the singular. */
  singular: string;
  /** `singular` without `-ing`, `-ed` and a final `e`: `learning`, `learned` and `learns` become `learn`. */
  stem: string;
  /** As written but in the singular, where the writing shows an acronym or a mixed name: `LLMs` becomes `LLM`. */
  acronym: string | null;
  isCapitalized: boolean;
}

/** No word of a vocabulary is longer; what is longer need not be looked at. */
const LONGEST_WORD = 40;
const ACRONYM = /^(?=.*\p{Lu})(?:.+\p{Lu}.*|.*\p{N}.*)$/u;

export function wordOf(raw: string): Word {
  const isCapitalized = /^\p{Lu}/u.test(raw);
  if (raw.length > LONGEST_WORD) return { raw, plain: raw, singular: raw, stem: raw, acronym: null, isCapitalized };
  const plain = plainOf(raw);
  const singular = singularOf(americanOf(plain));
  const acronym = ACRONYM.test(raw) ? raw.replace(/(?<=[\p{Lu}\p{N}])s$/u, '') : null;
  return { raw, plain, singular, stem: stemOf(singular), acronym, isCapitalized };
}

function plainOf(raw: string): string {
  const lower = raw.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * British endings as American ones. Words that only look British (`supervised`, `noise`) change as well, which does no
 * harm: the vocabulary goes through the same change.
 */
function americanOf(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/is(e|ed|er|ers|es|ing|ation|ations)$/, 'iz$1')
    .replace(/yse(d|r|s)?$/, 'yze$1')
    .replace(/our(s|al|ed|ing)?$/, 'or$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/logue(s)?$/, 'log$1')
    .replace(/metris/, 'metriz');
}

/** The S-stemmer of D. Harman, "How effective is suffixing?", JASIS 42(1), 1991, with -sis, -xes, -ches and -shes added. */
function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Endings of verbs only: -er, -ion and -al would join words of different meaning (`general`, `generation`). */
function stemOf(word: string): string {
  const base = word.length > 5 ? word.replace(/(?:ing|ed)$/, '') : word;
  if (base.length < 3 || !/[aeiouy]/.test(base)) return word;
  if (base !== word && /([bdgmnprt])\1$/.test(base)) return base.slice(0, -1);
  return base.length > 3 ? base.replace(/e$/, '') : base;
}
