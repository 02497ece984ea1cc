import type { EvidenceField, Field } from './field';
import { type Sentence, sentenceOf } from './sentence';

/** Where in the text a fact was read. Offsets count UTF-16 units from the start of the field, `end` exclusive. */
export interface Evidence {
  field: EvidenceField;
  /** Exactly the field's text from `start` to `end`. */
  text: string;
  start: number;
  end: number;
  /** The sentence that holds the text, as printed. */
  sentence: string;
}

/**
 * More than twice as long as any sentence of 40,000 abstracts. What goes on longer is no sentence, but, say, a list of a
 * thousand addresses, and to show all of it with each of them would take the square of its length.
 */
const LONGEST_SENTENCE = 4_000;

/** What shows a fact: the words of a field from `start` to `end`, and the sentence around them. */
export function evidenceAt(
  { name, text, sentences }: Pick<Field, 'name' | 'text' | 'sentences'>,
  start: number,
  end: number,
): Evidence {
  const sentence = sentenceOf(text, sentences, start, end);
  return { field: name, text: text.slice(start, end), start, end, sentence: stretchOf(text, sentence, start, end) };
}

/** The sentence, or of one that is too long for one what stands around the words. */
function stretchOf(text: string, sentence: Sentence, start: number, end: number): string {
  if (sentence.text.length <= LONGEST_SENTENCE) return sentence.text;
  const around = Math.max(0, LONGEST_SENTENCE - (end - start)) / 2;
  const from = Math.max(sentence.start, Math.ceil(start - around));
  const to = Math.min(sentence.end, Math.floor(end + around));
  return text.slice(isHalf(text, from) ? from + 1 : from, isHalf(text, to) ? to - 1 : to).trim();
}

/** Whether a cut at this place would part the two UTF-16 units of one character. */
function isHalf(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
