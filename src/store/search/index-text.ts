import { type Field, fieldsOf } from '../../extract/field';
import { rememberedByWord } from '../../extract/topic/known-words';
import { spelledWord } from './spelled-word';
import { compoundsOf, type Token, tokenize } from './tokenize';

/** A text as the index is to hold it; terms and words have blanks between them. */
export interface IndexedText {
  /** The terms of each field, in the order of the text. */
  title: string;
  body: string;
  /** Terms of other names, and of hyphenated words as one. */
  more: string;
  /** Each of its words once, as it is spelled, folded. */
  words: string;
}

/** A field of a text, and its words. */
interface CutField {
  text: string;
  tokens: readonly Token[];
}

/** @param others other names of what the text is about */
export function indexText(title: string, body: string | null, others: readonly string[] = []): IndexedText {
  const fields = fieldsOf({ title, abstract: body });
  return indexFields(cut(fields.title), cut(fields.abstract), others.map(cutText));
}

function indexFields(title: CutField, body: CutField, others: readonly CutField[]): IndexedText {
  const all = [title, body, ...others];
  const compounds = all.flatMap(({ text, tokens }) => compoundsOf(text, tokens).map(({ term }) => term));
  const words = new Set<string>();
  for (const { tokens } of all) for (const { word } of tokens) words.add(word);
  return {
    title: termsOf(title).join(' '),
    body: termsOf(body).join(' '),
    more: [...others.flatMap(termsOf), ...compounds].join(' '),
    words: [...words].join(' '),
  };
}

function termsOf({ tokens }: CutField): string[] {
  return tokens.map(({ term }) => term);
}

function cutText(text: string): CutField {
  return { text, tokens: tokenize(text) };
}

/** Texts that the extract stage cuts as `tokenize` does, but for apostrophes: ASCII, signs, and no LaTeX command. */
const PLAIN = /^[^\\\u0080-\u1fff\u2070-\u218f\u2400-\uffff]*$/;

/** Cuts a field along the words that topics and terms were read from. */
function cut({ text, tokens: cutTokens }: Field): CutField {
  if (!PLAIN.test(text)) return cutText(text);
  const tokens: Token[] = [];
  for (let index = 0; index < cutTokens.length; index += 1) {
    const { word, start, end } = cutTokens[index] as (typeof cutTokens)[number];
    const next = cutTokens[index + 1];
    if (next?.start === end + 1 && isApostrophe(text.charAt(end))) {
      tokens.push({ ...spelledWord(text.slice(start, next.end)), start, end: next.end });
      index += 1;
    } else {
      const spelled = spelledOf(word);
      tokens.push({ term: spelled.term, word: spelled.word, start, end });
    }
  }
  return { text, tokens };
}

const spelledOf = rememberedByWord(({ raw }) => spelledWord(raw));

function isApostrophe(sign: string): boolean {
  return sign === "'" || sign === '’';
}
