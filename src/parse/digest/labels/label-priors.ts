import type { HeaderKind } from '../passages/header-line';
import type { Features } from './read-features';

/** What a passage is: of a paper its title, its authors or a paragraph, or furniture of the page around the papers. */
export type Label = 'title' | 'authors' | 'paragraph' | 'furniture';

/** A passage that is long for sure: octave of its number of words, from 32 on. */
export const LONG = 5;

/** How often each kind of passage shows each value of a feature. */
export type FeatureOdds = Readonly<Record<Label, readonly number[]>>;

/**
 * What is believed of titles and abstracts before a file is read, as shares; the file's own passages then speak for
 * themselves. The shares are rough on purpose: they say what is common in the language of research, so that one paper
 * alone can be read, and give way after a dozen papers.
 */
export const PRIOR_FEATURES: Readonly<Record<keyof Features, FeatureOdds>> = {
  // A title is a line of 4 to 31 words, an abstract's paragraph anything from a sentence to a page, furniture a word or two.
  length: {
    title: [0.02, 0.06, 0.3, 0.48, 0.12, 0.01, 0.005, 0.003, 0.002],
    authors: [0.005, 0.2, 0.35, 0.25, 0.12, 0.05, 0.02, 0.004, 0.001],
    paragraph: [0.005, 0.015, 0.04, 0.08, 0.13, 0.17, 0.24, 0.25, 0.07],
    furniture: [0.46, 0.35, 0.13, 0.04, 0.01, 0.004, 0.003, 0.002, 0.001],
  },
  // A paragraph ends as a sentence ends; titles may ask.
  ending: {
    title: [0.92, 0.015, 0.055, 0.01],
    authors: [0.9, 0.06, 0.005, 0.035],
    paragraph: [0.06, 0.88, 0.02, 0.04],
    furniture: [0.88, 0.08, 0.03, 0.01],
  },
  // `Yes, no, maybe? Revisiting …`: two sentences in a title are rare, three unheard of.
  sentences: {
    title: [0.93, 0.06, 0.01],
    authors: [0.93, 0.06, 0.01],
    paragraph: [0.3, 0.2, 0.5],
    furniture: [0.93, 0.06, 0.01],
  },
  // `We …`, `However, …` open paragraphs; `(2) …`, `Code: https://…` go on with one; `vLLM: …` is a title.
  opening: {
    title: [0.91, 0.06, 0.03],
    authors: [0.95, 0.04, 0.01],
    paragraph: [0.65, 0.28, 0.07],
    furniture: [0.93, 0.04, 0.03],
  },
  // `Code: https://…`: an address stands in an abstract, never in a title.
  address: {
    title: [0.9995, 0.0005],
    authors: [0.999, 0.001],
    paragraph: [0.9, 0.1],
    furniture: [0.99, 0.01],
  },
  // Many titles are printed In Title Case, many are not; paragraphs never are.
  capitals: {
    title: [0.3, 0.25, 0.45],
    authors: [0.02, 0.08, 0.9],
    paragraph: [0.8, 0.17, 0.03],
    furniture: [0.3, 0.3, 0.4],
  },
  // A title names its subject, a paragraph says something about it.
  statement: {
    title: [0.5, 0.12, 0.02, 0.25, 0.07, 0.04],
    authors: [0.75, 0.02, 0.005, 0.2, 0.02, 0.005],
    paragraph: [0.05, 0.05, 0.05, 0.08, 0.17, 0.6],
    furniture: [0.78, 0.12, 0.05, 0.02, 0.01, 0.02],
  },
  // `## T`, `**T**`, `[T](url)`; `1. T`, which opens items of lists as well; `Title: T`; `Abstract: …`.
  dress: {
    title: [0.92, 0.04, 0.03, 0.0095, 0.0005],
    authors: [0.97, 0.015, 0.005, 0.005, 0.005],
    paragraph: [0.96, 0.005, 0.024, 0.0005, 0.0105],
    furniture: [0.95, 0.03, 0.01, 0.005, 0.005],
  },
  // Of 20,000 titles one in 60 could be a name (`Deep Lakes`), one in 400 several (`Deep Nets and Small Data`);
  // `Authors: …` says so.
  names: {
    title: [0.975, 0.022, 0.0028, 0.0002],
    authors: [0.03, 0.2, 0.57, 0.2],
    paragraph: [0.987, 0.01, 0.0028, 0.0002],
    furniture: [0.95, 0.04, 0.009, 0.001],
  },
  // `3 authors` under every paper. The digits are evened out, and pages pasted one after another are taken for one.
  repeats: {
    title: [0.95, 0.04, 0.01],
    authors: [0.9, 0.07, 0.03],
    paragraph: [0.95, 0.04, 0.01],
    furniture: [0.2, 0.2, 0.6],
  },
  // A count of votes, a rule, a bullet between two of these.
  figures: {
    title: [0.994, 0.004, 0.002],
    authors: [0.998, 0.001, 0.001],
    paragraph: [0.994, 0.004, 0.002],
    furniture: [0.6, 0.22, 0.18],
  },
  // `Submitted by`, `Daily Weekly Monthly`, `Privacy`, `Unsubscribe`.
  pageWords: {
    title: [0.985, 0.012, 0.003],
    authors: [0.985, 0.012, 0.003],
    paragraph: [0.995, 0.004, 0.001],
    furniture: [0.35, 0.25, 0.4],
  },
  // The foot of a page stands below its last abstract.
  tail: {
    title: [0.97, 0.03],
    authors: [0.99, 0.01],
    paragraph: [0.97, 0.03],
    furniture: [0.65, 0.35],
  },
};

/**
 * Where a passage stands: at the beginning of a file or below other furniture of its head, below a header, a title,
 * furniture that is below a title, a paragraph, furniture after a paper.
 */
export type Place = 'begin' | 'start' | 'title' | 'below' | 'paragraph' | 'after';

/** Share of passages at a place that are furniture. Below some of it more is likely; an abstract has none inside. */
export const PRIOR_FURNITURE: Readonly<Record<Place, number>> = {
  begin: 0.3,
  start: 0.03,
  title: 0.05,
  below: 0.5,
  paragraph: 0.03,
  after: 0.6,
};
/** Share of titles that are followed by a line of authors. */
export const PRIOR_AUTHORS = 0.02;
/** A digest names authors throughout or hardly ever: below the first share of its titles, the second is meant. */
export const HABIT = 0.4;
export const SELDOM = 0.0001;
/** Logarithm of how much seldomer a paper whose authors are named has no abstract. */
export const NAMED_WITHOUT_ABSTRACT = -4;

/** The steps from a passage to the next; a paper ends before a title, a header and the end of the file. */
export type Step = 'titleToAuthors' | 'titleToParagraph' | 'paragraphToParagraph' | 'toNextPaper' | 'toFurniture';

/** Share of titles that have an abstract: nearly all. */
export const PRIOR_HAS_ABSTRACT = 0.96;
/** Share of paragraphs that are followed by another of the same abstract: most abstracts have one. */
export const PRIOR_HAS_MORE = 0.2;

/**
 * Share of steps over no blank line, one, several. A paper's parts may touch by accident, papers hardly ever do; names often
 * stand on the line below their title.
 */
export const PRIOR_GAPS: Readonly<Record<Step, readonly number[]>> = {
  titleToAuthors: [0.4, 0.55, 0.05],
  titleToParagraph: [0.05, 0.85, 0.1],
  paragraphToParagraph: [0.25, 0.67, 0.08],
  toNextPaper: [0.03, 0.8, 0.17],
  toFurniture: [0.25, 0.65, 0.1],
};

/** A prior share weighs as much as this many passages of the file. */
export const PRIOR_WEIGHT = 12;
/** Every rule has exceptions: this share of passages shows a value by chance, so that none is ever impossible. */
export const EXCEPTIONS = 0.02;

/**
 * Logarithm of how much likelier a header line looks like this than a title or furniture does: nobody titles a paper with the
 * banner, hardly anybody with a byline, and the others are possible titles.
 */
export const HEADER_ODDS: Readonly<Record<HeaderKind, number>> = {
  badge: 3,
  banner: 9,
  heading: 5,
  subscribe: 3,
  byline: 5,
  date: 3,
};

/**
 * Logarithm of the chance that another page begins at any place. One line that merely looks like a header does not
 * outweigh it, two in sequence of which one is telling do.
 */
export const PAGE_BREAK = -8;
/** What is to be added where furniture follows the first line of that header. */
export const SHORT_HEADER = -3;

/** Logarithm of the chance that the break after a title fits the wrapped text below it. */
export const WRAPPED_BY_CHANCE = -4;
