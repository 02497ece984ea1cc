/**
 * What can be seen of a passage without understanding it: for each feature the number of one of its values, or null
 * where the feature does not apply (capitals in Chinese). What the values mean is listed in `label-priors.ts`.
 */
export interface Features {
  /** Octave of the number of words: 1, 2–3, 4–7, … 256 and more. */
  length: number;
  /** How it ends: without a mark, as a statement, as a question or exclamation, in the middle of a sentence. */
  ending: number;
  /** Sentences that end inside of it: none, one, more. */
  sentences: number;
  /** How it opens: as prose does, in lower case or as a list item, with a label or an address, or none of these. */
  opening: number;
  /** Share of its longer words that are capitalised: few, some, most. */
  capitals: number | null;
  /** Words that make a statement (`is`, `we`, `this`): none, one, more. */
  statement: number | null;
}

/** The beginning of a passage shows what it is; reading no further keeps a huge file quick. */
const READ = 400;
const OCTAVES = 9;

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu;
const CLOSERS = /["'”’»)\]}*_$\s]+$/u;
const SENTENCE_BREAK = /\p{L}[\p{L}\p{N})\]"'”’$]+[.!?]["'”’)\]]*\s+(?=[\p{Lu}\p{Lo}(\\$"“])|[。！？｡](?=.)|[؟۔।]\s/gu;
const PROSE_OPENING =
  /^(?:we|our|this|these|in|to|here|however|while|although|despite|recent(?:ly)?|existing|it|there|such|given|first|second|finally|moreover|furthermore|additionally|therefore|thus|as|when|since|for)\b(?!:)(?=[\s,])/i;
const BROKEN_OPENING = /^(?:\p{Ll}+[\s,]|[-*•·–]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)/u;
const ADDRESS_OPENING = /^(?:[^:]{0,40}:\s*)?\(?(?:https?:\/\/|www\.)\S+/iu;
const STATEMENT_WORDS =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|can|could|may|will|we|our|us|this|these|that|which|it|its|they|their|such|however|show|propose|present|introduce|study)\b/gi;

/** Reads the features of a passage. */
export function readFeatures(text: string): Features {
  const beginning = text.length <= READ ? text : text.slice(0, READ);
  const words = beginning.match(/[^\s]+/gu) ?? [];
  // Two signs of an unspaced script are about a word.
  const unspaced = beginning.match(UNSPACED)?.length ?? 0;
  const count = ((words.length + unspaced / 2) * text.length) / beginning.length;
  const isLatin = /[a-z]{2}/i.test(beginning) && unspaced === 0;
  return {
    length: Math.min(OCTAVES - 1, Math.floor(Math.log2(Math.max(1, count)))),
    ending: endingOf(text.slice(-20)),
    sentences: Math.min(2, beginning.match(SENTENCE_BREAK)?.length ?? 0),
    opening: openingOf(beginning),
    capitals: capitalsOf(words),
    statement: isLatin ? Math.min(2, beginning.match(STATEMENT_WORDS)?.length ?? 0) : null,
  };
}

function endingOf(end: string): number {
  const last = end.replace(CLOSERS, '').at(-1) ?? '';
  if (/[.。｡।۔…]/u.test(last)) return 1;
  if (/[?!？！؟]/u.test(last)) return 2;
  return /[:;,：；，、]/u.test(last) ? 3 : 0;
}

function openingOf(beginning: string): number {
  if (ADDRESS_OPENING.test(beginning)) return 3;
  if (BROKEN_OPENING.test(beginning)) return 2;
  return PROSE_OPENING.test(beginning) ? 1 : 0;
}

/** The first word is capitalised in titles and sentences alike, and short words in neither. */
function capitalsOf(words: string[]): number | null {
  const longer = words.slice(1).filter((word) => /^[("“]?\p{L}{4}/u.test(word) && /^[("“]?[\p{Lu}\p{Ll}]/u.test(word));
  if (longer.length < 2) return null;
  const share = longer.filter((word) => /^[("“]?\p{Lu}/u.test(word)).length / longer.length;
  return share < 0.25 ? 0 : share < 0.6 ? 1 : 2;
}
