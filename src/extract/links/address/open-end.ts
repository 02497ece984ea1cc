import type { Address, LinkKind } from './address';
import { hasGroups } from './code-hosts';
import { parseAddress, repositoryOfNotebook } from './parse-address';
import { mayFollowAddress } from './prose';

/** Kinds whose addresses are names of something, so that a piece of one is the name of something else. */
const NAMES: ReadonlySet<LinkKind> = new Set([
  'REPOSITORY',
  'ORGANIZATION',
  'MODEL',
  'DATASET',
  'SPACE',
  'COLLECTION',
  'PROJECT_PAGE',
  'ANONYMOUS',
]);

/** A blank of any width, but no empty line, which ends a paragraph. */
const GAP = /^[^\S\r\n]*(?:\r?\n)?[^\S\r\n]*/;
/** A TeX command that stands for a character we do not know, with the word behind it. */
const COMMAND = /^\{?\\(?!n[A-Z\s])[a-zA-Z]+(?:\{\}|\}| )([A-Za-z0-9][^\s.,;:]*)/;

/**
 * Whether an address ends in a name that may go on behind the place where it was read to, and it cannot be told where
 * it ends: before an ellipsis, an unknown character, or a blank and a word that is none of the sentence's. Half of a
 * name is that of another repository.
 *
 * @param address as far as it was read, without what was glued on
 * @param marks what stood between that and `rest`
 * @param rest the text behind
 */
export function isOpenEnded(address: string, marks: string, rest: string): boolean {
  const looksCut = goesOnAtOnce(address, marks, rest) || goesOnBehindBlank(address, marks, rest);
  return looksCut && endsInName(address);
}

function goesOnAtOnce(address: string, marks: string, rest: string): boolean {
  if (/^…/.test(rest) || /\.\.$/.test(marks)) return true;
  // A hyphen before the end of the paragraph, or before a sign, joins a name to what is lost.
  if (marks === '-' && /^(?:\S|\s*(?:$|\n\s*\n))/.test(rest)) return true;
  const command = COMMAND.exec(rest)?.[1];
  if (command !== undefined) return !mayFollowAddress(command);
  // "…/tide.Tides rise": the next sentence, glued on, or a name such as `My.Net`; "…/tide.1": a footnote, or a name.
  if (/\w\.[A-Z][a-z]+$/.test(address)) return /^\s+[a-z]/.test(rest);
  return /[A-Za-z]\.\d$/.test(address) && rest.trim() === '';
}

function goesOnBehindBlank(address: string, marks: string, rest: string): boolean {
  const gap = GAP.exec(rest)?.[0] ?? '';
  if (gap === '' || !/^[._-]*$/.test(marks)) return false;
  const word = /^[^\s,;!?()[\]{}<>"“”‘]*/.exec(rest.slice(gap.length))?.[0] ?? '';
  const stem = word.replace(/[.…]+$/, '');
  if (word.endsWith(':') || ADDRESS.test(word) || mayFollowAddress(stem)) return false;
  // `github.com/owner/ Name`: the owner alone, or its repository.
  if (address.endsWith('/')) return /^[\p{L}\d]/u.test(stem);
  if (/^\d+[.)]/.test(word) && gap.includes('\n')) return false;
  // Behind a full stop only a letter in lower case is a sign: no sentence begins so.
  return marks.startsWith('.') ? /^\p{Ll}+[^\p{Lu}]*$/u.test(stem) : /^[\p{Ll}\d]/u.test(stem);
}

/** The next address. */
const ADDRESS = /^(?:https?:|www\.|git@|(?:[\w-]+\.)+(?:com|org|net|io|co|ai|edu|dev)(?:\/|$))/i;

/** Whether the last segment of an address is the name that it gives, with nothing behind it that would end it. */
function endsInName(address: string): boolean {
  const parsed = parseAddress(address);
  if (parsed === null) return false;
  // The page of an owner, or the beginning of the address of one of the owner's pages.
  if (parsed.kind === 'PROJECT_PAGE' && new URL(parsed.url).pathname === '/') return address.endsWith('/');
  const last = /[^/]*\/?$/.exec(address)?.[0] ?? '';
  if (/\.(?:html?|pdf)$/.test(last)) return false;
  const mayHoldNames =
    parsed.kind === 'ORGANIZATION' || (parsed.repository !== null && hasGroups(parsed.repository.host));
  const name = mayHoldNames ? last.replace(/\/$/, '') : last;
  const endsSo = ({ url, kind }: Address): boolean => NAMES.has(kind) && url.endsWith(`/${name}`);
  return endsSo(parsed) || endsSo(repositoryOfNotebook(parsed.url) ?? parsed);
}
