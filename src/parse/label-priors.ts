import type { HeaderKind } from './header-line';
import type { Features } from './read-features';

/** How often a title and a paragraph show each value of a feature. */
export interface FeatureOdds {
  title: readonly number[];
  paragraph: readonly number[];
}

/**
 * What is believed of titles and abstracts before a file is read, as shares; the file's own passages then speak for
 * themselves. The shares are rough on purpose: they say what is common in the language of research, so that one paper
 * alone can be read, and give way after a dozen papers.
 */
export const PRIOR_FEATURES: Readonly<Record<keyof Features, FeatureOdds>> = {
  // A title is a line of 4 to 31 words, an abstract's paragraph anything from a sentence to a page.
  length: {
    title: [0.02, 0.06, 0.3, 0.48, 0.12, 0.01, 0.005, 0.003, 0.002],
    paragraph: [0.005, 0.015, 0.04, 0.08, 0.13, 0.17, 0.24, 0.25, 0.07],
  },
  // A paragraph ends as a sentence ends; titles may ask.
  ending: { title: [0.92, 0.015, 0.055, 0.01], paragraph: [0.06, 0.88, 0.02, 0.04] },
  // `Yes, no, maybe? Revisiting …`: two sentences in a title are rare, three unheard of.
  sentences: { title: [0.93, 0.06, 0.01], paragraph: [0.3, 0.2, 0.5] },
  // `We …`, `However, …` open paragraphs; `(2) …`, `Code: https://…` go on with one; `vLLM: …` is a title.
  opening: { title: [0.91, 0.06, 0.03], paragraph: [0.65, 0.28, 0.07] },
  // `Code: https://…`: an address stands in an abstract, never in a title.
  address: { title: [0.9995, 0.0005], paragraph: [0.9, 0.1] },
  // Many titles are printed In Title Case, many are not; paragraphs never are.
  capitals: { title: [0.3, 0.25, 0.45], paragraph: [0.8, 0.17, 0.03] },
  // A title names its subject, a paragraph says something about it.
  statement: { title: [0.5, 0.12, 0.02, 0.25, 0.07, 0.04], paragraph: [0.05, 0.05, 0.05, 0.08, 0.17, 0.6] },
};

/** The steps from a passage to the next; a paper ends before a title, a header and the end of the file. */
export type Step = 'titleToParagraph' | 'paragraphToParagraph' | 'toNextPaper';

/** Share of titles that have an abstract: nearly all. */
export const PRIOR_HAS_ABSTRACT = 0.96;
/** Share of paragraphs that are followed by another of the same abstract: most abstracts have one. */
export const PRIOR_HAS_MORE = 0.2;

/** Share of steps over no blank line, one, several. A paper's parts may touch by accident, papers hardly ever do. */
export const PRIOR_GAPS: Readonly<Record<Step, readonly number[]>> = {
  titleToParagraph: [0.05, 0.85, 0.1],
  paragraphToParagraph: [0.25, 0.67, 0.08],
  toNextPaper: [0.03, 0.8, 0.17],
};

/** A prior share weighs as much as this many passages of the file. */
export const PRIOR_WEIGHT = 12;
/** Every rule has exceptions: this share of passages shows a value by chance, so that none is ever impossible. */
export const EXCEPTIONS = 0.02;

/**
 * Logarithm of how much likelier a header line looks like this than a title does: nobody titles a paper with the
 * banner, hardly anybody with a byline, and the others are possible titles.
 */
export const HEADER_ODDS: Readonly<Record<HeaderKind, number>> = {
  badge: 3,
  banner: 9,
  subscribe: 3,
  byline: 5,
  date: 3,
};

/**
 * Logarithm of the chance that another page begins at any place. One line that merely looks like a header does not
 * outweigh it, two in sequence of which one is telling do.
 */
export const PAGE_BREAK = -8;

/** Logarithm of the chance that the break after a title fits the wrapped text below it. */
export const WRAPPED_BY_CHANCE = -4;
