import { type Dress, undress } from '../passages/dressing';
import { namesOf } from '../passages/names';
import { pageWords } from '../passages/page-words';

/**
 * What can be seen of a passage without understanding it: for each feature the number of one of its values, or null
 * where the feature does not apply (capitals in Chinese). What the values mean is listed in `label-priors.ts`.
 */
export interface Features {
  /** Octave of the number of words: 1, 2–3, 4–7, … 256 and more. */
  length: number | null;
  /** How it ends: without a mark, as a statement, a question or exclamation, amid a sentence; null after an address. */
  ending: number | null;
  /** Sentences that end inside of it: none, one, more; null where a short passage has none. */
  sentences: number | null;
  /** How it opens: as prose does, in lower case or as a list item, or neither. */
  opening: number;
  /** Whether it holds a web address. */
  address: number;
  /** Share of its longer words that are capitalised: few, some, most. */
  capitals: number | null;
  /** Words that make a statement (`is`, `we`, `this`): none, one, more; of these in a short passage, and in a long. */
  statement: number | null;
  /** How it is marked: not, by a layout of titles, a number, `Title:`, `Abstract:`. */
  dress: number;
  /** Whether it is a line of names: not, of one, of several, of authors by its own words. */
  names: number;
  /** How often such a text stands on a page, if it is short: once, twice, more often. */
  repeats: number | null;
  /** Whether it says anything in words, in figures and signs, or in signs alone. */
  figures: number;
  /** How much of it is words of a page's furniture: little, half, all. */
  pageWords: number;
  /** Whether it stands below the last long passage of its page; null where the file has none. */
  tail: number | null;
}

/** The beginning of a passage shows what it is; reading no further keeps a huge file quick. */
const READ = 400;
const OCTAVES = 9;
/** Words that a passage needs for two sentences. */
const SHORT = 16;

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu;
const CLOSERS = /["'”’»)\]}*_$\s]+$/u;
const SENTENCE_BREAK = /\p{L}[\p{L}\p{N})\]"'”’$]+[.!?]["'”’)\]]*\s+(?=[\p{Lu}\p{Lo}(\\$"“])|[。！？｡](?=.)|[؟۔।]\s/gu;
/** Words that begin sentences; a title opens with `By …` too, but not often, and with `Yes, …`, but hardly ever. */
const PROSE_OPENING =
  /^(?:we|our|this|these|in|to|here|however|while|although|despite|recent(?:ly)?|existing|it|there|such|given|first|second|finally|moreover|furthermore|additionally|therefore|thus|as|when|since|for|both|but|also|by|with|through|based|unlike|extensive|experiments?|results?|[a-z]+,)\s/i;
const BROKEN_OPENING = /^(?:\p{Ll}+[\s,]|[-*•·–]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[\p{L}\s]{0,40}:\s*https?:)/u;
const LONGER_WORD = /\s[("“]?[\p{Lu}\p{Ll}]\p{L}{3}/gu;
const CAPITALISED_WORD = /\s[("“]?\p{Lu}\p{L}{3}/gu;
/** What stands before the dot is looked at no further than to its last letter: a name of a thousand hyphens is one, too. */
const ADDRESS = /https?:\/\/|www\.|\w-*\.(?:com|org|io|net|ai|edu)\b/i;
const STATEMENT_WORDS =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|can|could|may|will|we|our|us|this|these|that|which|it|its|they|their|such|however|show|propose|present|introduce|study)\b/gi;

const DRESSES: readonly Dress[] = ['none', 'layout', 'number', 'title', 'abstract'];

/**
 * Reads the features of a passage.
 *
 * @param repeats how often a text like it stands on a page; null where that is not asked
 */
export function readFeatures(printed: string, repeats: number | null = null): Features {
  const { text, dress } = undress(printed);
  const beginning = text.length <= READ ? text : text.slice(0, READ);
  const words = beginning.match(/\S+/gu)?.length ?? 0;
  // Two signs of an unspaced script are about a word.
  const unspaced = beginning.match(UNSPACED)?.length ?? 0;
  const count = ((words + unspaced / 2) * text.length) / beginning.length;
  const isLatin = /[a-z]{2}/i.test(beginning) && unspaced === 0;
  const isShort = count < SHORT;
  const breaks = Math.min(2, beginning.match(SENTENCE_BREAK)?.length ?? 0);
  const statements = Math.min(2, beginning.match(STATEMENT_WORDS)?.length ?? 0);
  return {
    length: Math.min(OCTAVES - 1, Math.floor(Math.log2(Math.max(1, count)))),
    ending: ADDRESS.test(text.slice(text.lastIndexOf(' ') + 1)) ? null : endingOf(text.slice(-20)),
    sentences: isShort && breaks === 0 ? null : breaks,
    opening: BROKEN_OPENING.test(beginning) ? 2 : PROSE_OPENING.test(beginning) ? 1 : 0,
    address: ADDRESS.test(beginning) ? 1 : 0,
    capitals: capitalsOf(beginning),
    statement: isLatin ? statements + (isShort ? 0 : 3) : null,
    dress: DRESSES.indexOf(dress),
    names: namesValue(text),
    repeats: repeats === null ? null : Math.min(2, repeats - 1),
    figures: /\p{L}/u.test(beginning) ? 0 : /\p{N}/u.test(beginning) ? 1 : 2,
    pageWords: pageWords(text),
    tail: null,
  };
}

/**
 * Reads the features of the first line of a wrapped passage. Its length, its end and its sentences it owes to the
 * width of the page, and its words are held against those of whole paragraphs, which are long.
 */
export function readHeadFeatures(line: string): Features {
  const features = readFeatures(line);
  const statement = features.statement === null ? null : 3 + (features.statement % 3);
  return { ...features, length: null, ending: null, sentences: null, statement };
}

function namesValue(text: string): number {
  const found = namesOf(text);
  if (found === null) return 0;
  if (found.isLabelled) return 3;
  // `Kettle Curves and Their Fits` is a title.
  const areSeveral = found.names.length > 2 || (found.names.length > 1 && !/ (?:and|&) /.test(text));
  return areSeveral || !found.isWhole ? 2 : 1;
}

function endingOf(end: string): number {
  const last = end.replace(CLOSERS, '').at(-1) ?? '';
  if (/[.。｡।۔…]/u.test(last)) return 1;
  if (/[?!？！؟]/u.test(last)) return 2;
  return /[:;,：；，、]/u.test(last) ? 3 : 0;
}

/** The first word is capitalised in titles and sentences alike, and short words in neither. */
function capitalsOf(beginning: string): number | null {
  const longer = beginning.match(LONGER_WORD)?.length ?? 0;
  if (longer < 2) return null;
  const share = (beginning.match(CAPITALISED_WORD)?.length ?? 0) / longer;
  return share < 0.25 ? 0 : share < 0.6 ? 1 : 2;
}
