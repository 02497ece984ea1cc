/** How a text is marked for what it is, beside its words: by a layout of titles, a number, or a label. */
export type Dress = 'none' | 'layout' | 'number' | 'title' | 'abstract';

/** A text without its marks. */
export interface Undressed {
  text: string;
  dress: Dress;
  /** The address that a linked title leads to, or the identifier beside it, or null. */
  url: string | null;
}

/** A dressed title has no more characters: a title may have 1,000, its address some more. */
const LONGEST = 2_000;
/** A link in bold print in a heading with a number, and one more. */
const MOST_LAYERS = 6;

const HEADING = /^#{1,6}\s+(?=\S)/;
const CLOSED_HEADING = /\s#{1,6}$/;
/** `1.`, `1)`, `(1)`, `[1]`, `1:`, `1 –`, `#1`, `Paper 1:`, `[2505.00001]`. */
const NUMBER =
  /^(?:(?:[Pp]aper )?(?:\d{1,3}(?:[.):]| [-–—:])|#\d{1,3}[.:)]?)\s+(?=\S)|[([]\d{1,3}[\])]\s+(?=[^\s\p{Ll}])|\[\d{4}\.\d{4,5}(?:v\d)?\]\s+(?=\S))/u;
const BULLET = /^[-*+•]\s+(?=\S)/;
const PRINT = /^(?:\*{1,3}|_{1,3}|<(?:b|strong|i|em|h[1-6])>)(?!\s)/;
/** An identifier or a link behind a title: `(arXiv:2505.00001)`, `[[PDF](https://…)]`. */
const BEHIND = /\s\(?\[?(?:arxiv:[\w./-]{1,30}|\[[^\][]{1,30}\]\(https?:\/\/[^\s()]{1,300}\))\]?\)?$/i;
const LABEL = /^[*_]{0,3}(title|abstract)(?:[*_]{0,3}\s?[:：][*_]{0,3}|[*_]{0,3}\s?[—–]|[*_]{1,3}\s|\.)\s*(?=\S)/i;

/**
 * Takes off what marks a title or an abstract: `## T`, `1. T`, `**T**`, `[T](url)` and these in each other, `Title: T`,
 * `Abstract: …`. What is not marked as a whole stays as it is.
 */
export function undress(text: string): Undressed {
  const label = LABEL.exec(text);
  if (label?.[1] !== undefined) {
    const rest = text.slice(label[0].length);
    if (label[1].toLowerCase() === 'abstract') return { text: rest, dress: 'abstract', url: null };
    const inner = undress(rest);
    return { text: inner.text, dress: 'title', url: inner.url };
  }
  const bare: Undressed = { text, dress: 'none', url: null };
  if (text.length > LONGEST) return bare;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const peeled = peel(bare.text);
    if (peeled === null) break;
    bare.text = peeled.text;
    bare.url ??= peeled.url;
    if (bare.dress !== 'layout') bare.dress = peeled.dress;
  }
  return bare;
}

/** Takes off the outermost mark. */
function peel(text: string): Undressed | null {
  const heading = HEADING.exec(text)?.[0];
  if (heading !== undefined) {
    return { text: text.slice(heading.length).replace(CLOSED_HEADING, ''), dress: 'layout', url: null };
  }
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) {
    return { text: text.slice(number.length), dress: 'number', url: number.length > 8 ? addressOf(number) : null };
  }
  const bullet = BULLET.exec(text)?.[0];
  if (bullet === undefined) return peelLayout(text) ?? peelBehind(text);
  // A hyphen or a star alone opens an item of a list, as abstracts have them.
  const item = text.slice(bullet.length);
  return peelLayout(item) ?? (bullet.startsWith('•') ? { text: item, dress: 'number', url: null } : null);
}

function peelBehind(text: string): Undressed | null {
  const behind = BEHIND.exec(text);
  return behind && { text: text.slice(0, behind.index).trimEnd(), dress: 'layout', url: addressOf(behind[0]) };
}

function addressOf(text: string): string | null {
  const address = /https?:\/\/[^\s()[\]]+/.exec(text)?.[0];
  return address ?? /\d{4}\.\d{4,5}/.exec(text)?.[0].replace(/^/, 'arXiv:') ?? null;
}

function peelLayout(text: string): Undressed | null {
  const open = PRINT.exec(text)?.[0];
  const close = open?.replace('<', '</') ?? '';
  if (open !== undefined && text.indexOf(close, open.length) === text.length - close.length) {
    return { text: text.slice(open.length, -close.length).trim(), dress: 'layout', url: null };
  }
  if (!text.startsWith('[') || !text.endsWith(')')) return null;
  const middle = text.lastIndexOf('](');
  const url = text.slice(middle + 2, -1);
  if (middle < 2 || !/^https?:\/\/[^\s()]+$/.test(url)) return null;
  return { text: text.slice(1, middle).trim(), dress: 'layout', url };
}
