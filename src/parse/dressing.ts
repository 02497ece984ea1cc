/** How a text is marked for what it is, beside its words: by a layout of titles, a number, or a label. */
export type Dress = 'none' | 'layout' | 'number' | 'title' | 'abstract';

/** A text without its marks. */
export interface Undressed {
  text: string;
  dress: Dress;
  /** The address that a linked title leads to, or null. */
  url: string | null;
}

/** A dressed title has no more characters: a title may have 1,000, its address some more. */
const LONGEST = 2_000;
/** A link in bold print in a heading with a number, and one more. */
const MOST_LAYERS = 5;

const HEADING = /^#{1,6}\s+(?=\S)/;
const NUMBER = /^(?:\d{1,4}[.)]|\[\d{1,4}\])\s+(?=\S)/;
const BULLET = /^[-*+•]\s+(?=\S)/;
const BOLD = /^(?:\*\*|__)(?!\s)/;
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
  if (heading !== undefined) return { text: text.slice(heading.length), dress: 'layout', url: null };
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) return { text: text.slice(number.length), dress: 'number', url: null };
  // A bullet alone opens an item of a list, as abstracts have them.
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return peelLayout(text.slice(bullet.length));
  return peelLayout(text);
}

function peelLayout(text: string): Undressed | null {
  const bold = BOLD.exec(text)?.[0];
  if (bold !== undefined && text.indexOf(bold, bold.length) === text.length - bold.length) {
    return { text: text.slice(bold.length, -bold.length).trim(), dress: 'layout', url: null };
  }
  if (!text.startsWith('[') || !text.endsWith(')')) return null;
  const middle = text.lastIndexOf('](');
  const url = text.slice(middle + 2, -1);
  if (middle < 2 || !/^https?:\/\/[^\s()]+$/.test(url)) return null;
  return { text: text.slice(1, middle).trim(), dress: 'layout', url };
}
