import { type Field, fieldsOf } from '../../../extract/text/field';
import { rememberedByWord } from '../../../extract/text/known-words';
import { type Spelling, spelledWord } from '../../text/spelled-word';
import { compoundsOf, hasSignedWords, type Token, tokenize } from '../../text/tokenize';
import { entryOf, type IndexEntry } from '../index-entry';

/** A text as the index is to hold it. */
export interface IndexedText extends Omit<IndexEntry, 'doc'> {
  /** Each of its words once, as it is spelled, folded; with blanks between. */
  words: string;
}

/** @param others other names of what the text is about */
export function indexText(title: string, body: string | null, others: readonly string[] = []): IndexedText {
  const fields = fieldsOf({ title, abstract: body });
  const all = [
    readField(fields.title),
    readField(fields.abstract),
    ...others.map((text) => read(text, tokenize(text))),
  ];
  const [ofTitle, ofBody, ...ofOthers] = all as [ReadText, ReadText, ...ReadText[]];
  const more = [...ofOthers.flatMap(({ terms }) => terms), ...all.flatMap(({ others }) => others)];
  const { doc: _, ...entry } = entryOf(0, { title: ofTitle.terms, body: ofBody.terms, more });
  const words = new Set<string>();
  for (const text of all) for (const word of text.words) words.add(word);
  return { ...entry, words: [...words].join(' ') };
}

/** Of more authors the words are not indexed: thousands of names would outweigh what a paper is about. */
const MOST_AUTHORS = 50;

/** A paper's text with the words of its authors' names as other names that it is found by. */
export function withAuthors(text: IndexedText, names: readonly string[]): IndexedText {
  if (names.length === 0) return text;
  const read = names.slice(0, MOST_AUTHORS).flatMap((name) => tokenize(name));
  const terms = read.map(({ term }) => term);
  return {
    title: text.title,
    body: text.body,
    more: joinTerms([text.more, ...terms]),
    terms: withMore(text.terms, terms),
    titleLength: text.titleLength,
    bodyLength: text.bodyLength,
    words: withMore(
      text.words,
      read.map(({ word }) => word),
    ),
  };
}

/** Each of the terms that is not there yet behind the others; few in many, so nothing is taken apart. */
function withMore(there: string, terms: readonly string[]): string {
  const all = ` ${there} `;
  return joinTerms([there, ...new Set(terms.filter((term) => !all.includes(` ${term} `)))]);
}

function joinTerms(terms: readonly string[]): string {
  return terms.filter((term) => term !== '').join(' ');
}

/** The words of a text in order, as terms and as spelled; and what else they are found by. */
interface ReadText {
  terms: string[];
  words: string[];
  /** Hyphenated words as one term each, and other spellings of words. */
  others: string[];
}

function read(text: string, tokens: readonly Token[]): ReadText {
  return {
    terms: tokens.map(({ term }) => term),
    words: tokens.map(({ word }) => word),
    others: [
      ...compoundsOf(text, tokens).map(({ term }) => term),
      ...tokens.flatMap(({ also }) => (also === null ? [] : [also])),
    ],
  };
}

/** Texts that the extract stage cuts as `tokenize` does, but for apostrophes: ASCII, signs, and no LaTeX command. */
const PLAIN = /^[^\\\u0080-\u1fff\u2070-\u218f\u2400-\uffff]*$/;

/** Reads a field along the words that topics and terms were read from. */
function readField({ text, tokens: cut }: Field): ReadText {
  if (!PLAIN.test(text) || hasSignedWords(text)) return read(text, tokenize(text));
  const tokens: Token[] = [];
  for (let index = 0; index < cut.length; index += 1) {
    const { word, start, end } = cut[index] as (typeof cut)[number];
    const next = cut[index + 1];
    if (next?.start === end + 1 && isApostrophe(text.charAt(end))) {
      tokens.push(tokenAt(spelledWord(text.slice(start, next.end)), start, next.end));
      index += 1;
    } else {
      tokens.push(tokenAt(spelledOf(word), start, end));
    }
  }
  return read(text, tokens);
}

/** Field by field: a spread takes several times as long, and every word of every text comes here. */
function tokenAt({ term, word, also }: Spelling, start: number, end: number): Token {
  return { term, word, also, start, end };
}

const spelledOf = rememberedByWord(({ raw }) => spelledWord(raw));

function isApostrophe(sign: string): boolean {
  return sign === "'" || sign === '’';
}
