import { oneLine } from '../parse/records/plain';
import { plainText } from '../text/plain-text';
import { authorNames, nameInOrder } from './author-name';
import type { CitedPaper } from './cited-paper';
import { dateOf, publicationOf } from './publication';
import { cleanText, titleOf } from './texts';
import { addressOf, codeAddressesOf } from './web-address';

/** Of more authors only the first is named. */
const MOST_NAMED = 3;
/** Signs that Markdown, its tables and formulas, or the templates of pages made of it take for theirs. */
const SIGNS = /[\\`*_[\]<>{}|~$]|&(?=#?\w+;)/g;
/** What makes a line a heading, a list or a rule where it begins so. */
const BLOCK = /^(\d*)(?=[-+=#.)])/;
/** Joins two signs without a look of its own: with it between them no renderer makes an address of a text. */
const JOINER = '\u2060';
const ADDRESSES = /:(?=\/\/)|(?<=www)\.|(?=@)|(?<=mailto|xmpp):/gi;

/**
 * A paper on one line for a README: `Ada Example and Ben Sample (2026). [Title](…). *Venue*. [code](…)`. Nothing that the paper says
 * is markup, and no link leads elsewhere than to it and its code.
 */
export function markdownLine(paper: CitedPaper): string {
  const authors = authorsOf(paper);
  const date = dateOf(paper);
  const year = date === null ? '' : `(${date.year})`;
  const address = addressOf(paper);
  const title = escaped(plainText(cleanText(titleOf(paper)))) || escaped(paper.slug);
  const linked = address === null ? title : `[${title}](${destination(address)})`;
  const { venue } = publicationOf(paper);
  const line = [
    sentence(authors === '' ? '' : [authors, year].filter((part) => part !== '').join(' ')),
    sentence(authors === '' && year !== '' ? `${linked} ${year}` : linked, title),
    sentence(venue === null ? '' : `*${escaped(plainText(venue))}*`),
    codeAddressesOf(paper)
      .map((url) => `[code](${destination(url)})`)
      .join(', '),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return line.replace(BLOCK, '$1\\');
}

function authorsOf({ authors }: CitedPaper): string {
  const names = authorNames(authors).map((name) => escaped(nameInOrder(name)));
  const [first = ''] = names;
  if (names.length > MOST_NAMED) return `${first} et al.`;
  if (names.length < MOST_NAMED) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** A sentence with its full stop, unless what it ends in is one. */
function sentence(text: string, ending = text): string {
  return text === '' || /[.?!…]$/.test(ending) ? text : `${text}.`;
}

function escaped(text: string): string {
  return oneLine(text)
    .replace(ADDRESSES, (sign) => sign + JOINER)
    .replace(SIGNS, '\\$&');
}

/** An address as the destination of a link: without brackets, and with nothing that could be an entity. */
function destination(address: string): string {
  return address
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}
