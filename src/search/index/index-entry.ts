import { rangeOf } from '../documents';

/** The terms of one document, by field, each in the order of the text and with blanks between. */
export interface IndexEntry {
  doc: number;
  /** Title or name. */
  title: string;
  /** Abstract or description. */
  body: string;
  /** Other names, hyphenated words as one, and other spellings of words. */
  more: string;
  /** Each of these terms once. */
  terms: string;
  /** How many there are in the title and in the body, each as often as it stands there. */
  titleLength: number;
  bodyLength: number;
}

/** The terms of each field of a document. */
export type FieldTerms = Readonly<Record<'title' | 'body' | 'more', readonly string[]>>;

/** An entry for the terms of a document. */
export function entryOf(doc: number, { title, body, more }: FieldTerms): IndexEntry {
  return {
    doc,
    title: title.join(' '),
    body: body.join(' '),
    more: more.join(' '),
    terms: [...new Set([...title, ...body, ...more])].join(' '),
    titleLength: title.length,
    bodyLength: body.length,
  };
}

/** The terms of a field. */
export function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.split(' ');
}

/** What some documents add to the collection: how long texts are is asked of papers alone. */
export function countsOf(entries: readonly Pick<IndexEntry, 'doc' | 'titleLength' | 'bodyLength'>[]) {
  const papers = entries.filter(({ doc }) => doc < rangeOf('PAPER').to);
  return {
    entries: entries.length,
    papers: papers.length,
    titleTokens: papers.reduce((sum, { titleLength }) => sum + titleLength, 0),
    bodyTokens: papers.reduce((sum, { bodyLength }) => sum + bodyLength, 0),
  };
}
