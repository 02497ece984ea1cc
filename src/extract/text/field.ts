import { type Sentence, splitSentences } from './sentence';
import { type Token, tokenize } from './tokenize';

/** The part of a paper's text that a fact was read from. */
export type EvidenceField = 'TITLE' | 'ABSTRACT';

/** A paper's text, the only input of this stage. */
export interface PaperText {
  title: string;
  abstract: string | null;
}

/** A title or an abstract, cut into words and sentences when they are first asked for. */
export class Field {
  private ownTokens: readonly Token[] | null = null;
  private ownSentences: readonly Sentence[] | null = null;

  constructor(
    readonly name: EvidenceField,
    readonly text: string,
  ) {}

  get tokens(): readonly Token[] {
    this.ownTokens ??= tokenize(this.text);
    return this.ownTokens;
  }

  get sentences(): readonly Sentence[] {
    this.ownSentences ??= splitSentences(this.text);
    return this.ownSentences;
  }
}

/** The fields of a paper's text. */
export interface Fields {
  title: Field;
  abstract: Field;
}

let last: Fields = cut('', '');

/**
 * The fields of a text. Topics, links and terms are read out of a text one after another, so the last one is kept: all
 * of them read what the first has cut up.
 */
export function fieldsOf({ title, abstract }: PaperText): Fields {
  const written = abstract ?? '';
  if (last.title.text !== title || last.abstract.text !== written) last = cut(title, written);
  return last;
}

function cut(title: string, abstract: string): Fields {
  return { title: new Field('TITLE', title), abstract: new Field('ABSTRACT', abstract) };
}
