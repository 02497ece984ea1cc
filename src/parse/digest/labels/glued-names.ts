import { breaksOff, goesOn } from '../passages/breaks-off';
import { undress } from '../passages/dressing';
import { namesOf } from '../passages/names';
import type { Passage } from '../passages/split-passages';
import type { Reading } from './best-reading';
import { HABIT } from './label-priors';

/** Where names begin at the end of a title's passage. */
export interface NamesBelow {
  /** In its text. */
  start: number;
  /** 1-based line in the file. */
  line: number;
}

/** Names that are glued to titles, by the index of the title's passage. */
export type GluedNames = ReadonlyMap<number, NamesBelow>;

/**
 * So large a share of the words of names may stand in an abstract by chance. Of 16,900 real titles that were wrapped a
 * quarter goes on with what could be a name (`Deep Learning for` / `Protein Folding`); of these one in 45 has no word of its
 * abstract in that line, while of real names all but one in 40 have none, and none of 4,100 has nothing else.
 */
const BY_CHANCE = 0.2;
/** Papers whose authors are printed so, from which on the file says enough; below it the names themselves must be no terms. */
const ENOUGH = 3;

/** Longer is no title, and more of an abstract is not looked at; in characters. */
const LONGEST_TITLE = 2_000;
const READ = 20_000;
/** A word of so many letters has no ending; others may differ in so many of their last ones. */
const SHORT = 4;
const ENDING = 3;

/** How the nouns and adjectives of titles end, and one in 250 names. */
const TERM =
  /(?:[st]ions?|ments?|ness|ity|ities|[ae]nces?|isms?|ics|ives?|i[sz]ed|ous|ures?|als|[ai]bles?|log(?:y|ies)|wares?|[ae]nts|[eo]rs|sis)(?!\p{L})/iu;

/** What is read as one paper. */
interface Paper {
  /** Index of the passage with its title and nothing else, or null. */
  title: number | null;
  /** Where a line of authors stands: on the line below the title, or elsewhere. */
  authors: 'glued' | 'apart' | null;
  abstract: string;
}

/** The end of a title that could be names. */
interface Ending extends NamesBelow {
  /** Share of its words that the abstract has as well. */
  seen: number;
  hasTerms: boolean;
}

/**
 * Finds names that stand right below a title, with no blank line between, and were taken for the rest of it. They are told
 * from a rest by the abstract, which does not have their words, and by the file, which prints the authors so throughout.
 */
export function findGluedNames(passages: readonly Passage[], readings: readonly Reading[]): GluedNames {
  const papers = papersOf(passages, readings);
  const endings = new Map<number, Ending>();
  for (const { title, authors, abstract } of papers) {
    const passage = title === null || authors !== null ? undefined : passages[title];
    const ending = passage && endingOf(passage, abstract);
    if (title !== null && ending) endings.set(title, ending);
  }
  const glued = papers.filter(({ authors }) => authors === 'glued').length;
  const sure = [...endings.values()].filter(({ seen }) => seen <= BY_CHANCE).length;
  if (glued + sure < HABIT * papers.length) return new Map();
  if (glued + sure >= ENOUGH) return endings;
  return new Map([...endings].filter(([, { seen, hasTerms }]) => seen === 0 && !hasTerms));
}

/** The same passages, but the names are of their own, on the line below their title. */
export function partNames(passages: readonly Passage[], names: GluedNames): Passage[] {
  return passages.flatMap((passage, index) => {
    const below = names.get(index);
    if (below === undefined) return [passage];
    return [
      { ...passage, text: passage.text.slice(0, below.start - 1) },
      { text: passage.text.slice(below.start), line: below.line, gap: 0, header: null },
    ];
  });
}

function papersOf(passages: readonly Passage[], readings: readonly Reading[]): Paper[] {
  const papers: Paper[] = [];
  for (const { label, first } of readings) {
    const { text = '', gap = 0 } = passages[first] ?? {};
    const paper = papers.at(-1);
    if (label === 'title') papers.push({ title: first, authors: null, abstract: '' });
    else if (label === 'titleAndParagraph') papers.push({ title: null, authors: null, abstract: '' });
    else if (label === 'authors' && paper) paper.authors ??= gap === 0 ? 'glued' : 'apart';
    else if (label === 'paragraph' && paper) paper.abstract += `\n${text.slice(0, READ)}`;
  }
  return papers;
}

/**
 * The last lines of a title that could be names, as few as may be, below a line that a title could end with. Null where
 * there are none, or where there is no abstract to tell them by, or one that has all their words.
 */
function endingOf({ text, line }: Passage, abstract: string): Ending | null {
  if (abstract === '' || text.length > LONGEST_TITLE) return null;
  for (let end = text.lastIndexOf('\n'); end !== -1; end = text.lastIndexOf('\n', end - 1)) {
    const below = undress(text.slice(end + 1)).text;
    if (breaksOff(text.slice(0, end)) || goesOn(below)) continue;
    const names = wholeNamesOf(below);
    if (names === null) continue;
    const seen = shareIn(abstract.slice(0, READ), names.flatMap(wordsOf));
    if (seen === 1) return null;
    const above = text.slice(0, end).split('\n').length;
    return { start: end + 1, line: line + above, seen, hasTerms: TERM.test(names.join(' ')) };
  }
  return null;
}

/**
 * Names that have two words each. `Innovation and Disparities` are none, and scripts without blanks break lines anywhere: a
 * piece of a word may look like a name.
 */
function wholeNamesOf(line: string): string[] | null {
  const names = namesOf(line)?.names ?? [];
  const parts = line.split(/ (?:and|&) /);
  const areWhole = names.length > 0 && names.every((name) => name.includes(' '));
  return areWhole && (parts.length === 1 || parts.every((part) => part.trim().includes(' '))) ? names : null;
}

/** Share of some words that a text has as well. */
function shareIn(text: string, words: readonly string[]): number {
  const known = ` ${wordsOf(text).join(' ')} `;
  return words.filter((word) => known.includes(` ${beginningOf(word)}`)).length / Math.max(1, words.length);
}

/** Words in lower case, but those of one letter. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}

/** How words begin that say the same, as `fold`, `folds` and `folding`; a short one says it as a whole. */
function beginningOf(word: string): string {
  return word.length <= SHORT ? `${word} ` : word.slice(0, Math.max(SHORT, word.length - ENDING));
}
