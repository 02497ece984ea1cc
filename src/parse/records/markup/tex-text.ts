import { TEX_ACCENTS, TEX_LETTERS } from '../../../text/tex';
import { TEX_ADDRESSES, TEX_HIDDEN, TEX_SIGNS, TEX_STYLES } from './tex-commands';

const MARKED = /[\\{}$~`]|''|--/;
const NEXT = /[\\{}$~`]|''|--|https?:\/\//g;
const ADDRESS = /https?:\/\/(?:\\~\{\}|\\[_%&#~$]|[^\s{}\\<>"$])*/y;
const COMMAND = /\\([A-Za-z@]+)\*?/y;
/** Behind a backslash that was itself escaped: an accent with its letter, or what TeX escapes. */
const ESCAPED_TWICE = /\\\\(?:['"`^~=.](?:\{?[A-Za-z]|\{?\\[ij])|[&%_#])/y;
/** An accent within an accent within an accent is no letter. */
const DEEPEST = 4;

/**
 * A text as TeX prints it: accents and escapes as characters, `\emph{…}` and braces gone, `~` a blank, quotation marks and
 * dashes; what stands between dollar signs stays as it is written. A text that is no TeX stays too, in linear time.
 */
export function texText(text: string): string {
  return MARKED.test(text) ? new TexText(text, 0).read() : text;
}

class TexText {
  private at = 0;
  private out = '';
  private braces: Int32Array | null = null;
  private hasMath = true;

  constructor(
    private readonly text: string,
    private readonly depth: number,
  ) {}

  read(): string {
    for (;;) {
      NEXT.lastIndex = this.at;
      const found = NEXT.exec(this.text);
      if (found === null) break;
      this.out += this.text.slice(this.at, found.index);
      this.at = found.index;
      this.take(found[0]);
    }
    return (this.out + this.text.slice(this.at)).normalize('NFC');
  }

  private take(sign: string): void {
    if (sign === '\\') this.takeCommand();
    else if (sign === '$') this.takeMath();
    else if (sign === '{' || sign === '}') this.at += 1;
    else if (sign === '~') this.put(this.text[this.at - 1] === '/' ? '~' : ' ', 1);
    else if (sign === "''") this.put('”', 2);
    else if (sign === '--') this.takeDashes();
    else if (sign === '`') this.takeQuote();
    else this.takeAddress();
  }

  private put(text: string, taken: number): void {
    this.out += text;
    this.at += taken;
  }

  private takeDashes(): void {
    let end = this.at;
    while (this.text[end] === '-') end += 1;
    const dashes = this.text.slice(this.at, end);
    this.put(dashes === '--' ? '–' : dashes === '---' ? '—' : dashes, dashes.length);
  }

  private takeQuote(): void {
    if (this.text[this.at + 1] === '`') this.put('“', 2);
    else this.put('`', 1);
  }

  /** An address keeps its tilde and its hyphens. */
  private takeAddress(): void {
    ADDRESS.lastIndex = this.at;
    const [address = 'http'] = ADDRESS.exec(this.text) ?? [];
    this.put(plainAddress(address), address.length);
  }

  private takeMath(): void {
    const fence = this.text.startsWith('$$', this.at) ? '$$' : '$';
    const end = this.hasMath ? this.endOfMath(this.at + fence.length, fence) : -1;
    if (end === -1) {
      this.hasMath = false;
      this.put('$', 1);
      return;
    }
    const math = this.text.slice(this.at, end);
    // Crossref writes a tag of HTML as `$\less$i$\greater$`.
    const sign = /^\$\\(less|greater|textless|textgreater|sim|&)\$$/.exec(math)?.[1];
    this.put(sign === undefined ? math : (TEX_SIGNS.get(sign) ?? sign), math.length);
  }

  private endOfMath(from: number, fence: string): number {
    let end = this.text.indexOf(fence, from);
    while (end !== -1 && this.text[end - 1] === '\\') end = this.text.indexOf(fence, end + 1);
    if (end === -1) return -1;
    return end + fence.length;
  }

  private takeCommand(): void {
    const next = this.text[this.at + 1] ?? '';
    COMMAND.lastIndex = this.at;
    const [whole, name] = COMMAND.exec(this.text) ?? [];
    if (whole !== undefined && name !== undefined) this.takeNamed(name, whole);
    else if (next !== '' && Object.hasOwn(TEX_ACCENTS, next)) this.takeAccent(next, 2);
    else if (next === '\\') this.takeTwo();
    else this.put(signOf(next), 1 + next.length);
  }

  /** Two backslashes break a line, where the first does not escape the second. */
  private takeTwo(): void {
    ESCAPED_TWICE.lastIndex = this.at;
    if (ESCAPED_TWICE.test(this.text)) this.at += 1;
    else this.put(' ', 2);
  }

  private takeNamed(name: string, whole: string): void {
    const letter = Object.hasOwn(TEX_LETTERS, name) ? TEX_LETTERS[name] : TEX_SIGNS.get(name);
    if (Object.hasOwn(TEX_ACCENTS, name)) this.takeAccent(name, whole.length);
    else if (letter !== undefined) {
      this.put(letter, whole.length);
      // TeX takes the blank behind a name for its end.
      if (this.text[this.at] === ' ') this.at += 1;
      else if (this.text.startsWith('{}', this.at)) this.at += 2;
    } else if (TEX_STYLES.test(name)) {
      this.at += whole.length;
      if (this.text[this.at] === ' ') this.at += 1;
    } else this.takeWithGroup(name, whole);
  }

  private takeWithGroup(name: string, whole: string): void {
    const end = this.endOfGroup(this.at + whole.length);
    if (end === null) this.put(TEX_HIDDEN.test(name) ? '' : whole, whole.length);
    else if (TEX_HIDDEN.test(name)) this.at = end;
    else if (TEX_ADDRESSES.test(name)) {
      const from = this.text.indexOf('{', this.at) + 1;
      this.put(plainAddress(this.text.slice(from, end - 1).trim()), end - this.at);
    } else this.at += whole.length;
  }

  /** An accent and what it stands on: a letter, a letter's command or a group. */
  private takeAccent(accent: string, length: number): void {
    let from = this.at + length;
    while (this.text[from] === ' ') from += 1;
    const end = this.depth < DEEPEST ? this.endOfAccented(from) : from;
    const base = this.depth < DEEPEST ? new TexText(this.text.slice(from, end), this.depth + 1).read() : '';
    if (/^\p{L}/u.test(base)) {
      const first = String.fromCodePoint(base.codePointAt(0) as number);
      // The accent of an i without its dot stands in its place.
      const letter = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
      this.out += letter + TEX_ACCENTS[accent] + base.slice(first.length);
      this.at = end;
      return;
    }
    // `\~{}` is the sign itself.
    this.at += length;
    if (this.text.startsWith('{}', this.at)) this.at += 2;
    this.out += /[A-Za-z]/.test(accent) ? '' : accent;
  }

  private endOfAccented(from: number): number {
    let at = from;
    for (let accents = 1; accents < DEEPEST && this.isAccent(at); accents += 1) at += 2;
    const group = this.endOfGroup(at);
    if (group !== null) return group;
    COMMAND.lastIndex = at;
    const command = COMMAND.exec(this.text)?.[0];
    if (command !== undefined) return at + command.length + (this.text[at + command.length] === ' ' ? 1 : 0);
    return at + String.fromCodePoint(this.text.codePointAt(at) ?? 32).length;
  }

  /** Whether a command by a sign stands at a place, such as an accent on the accent before it. */
  private isAccent(at: number): boolean {
    return this.text[at] === '\\' && !/[A-Za-z@]/.test(this.text[at + 1] ?? '');
  }

  /** The place behind the group that opens at a place, blanks before it left out; null where none does. */
  private endOfGroup(from: number): number | null {
    let open = from;
    while (this.text[open] === ' ') open += 1;
    if (this.text[open] !== '{') return null;
    this.braces ??= bracesOf(this.text);
    const close = this.braces[open] as number;
    return close === 0 ? null : close + 1;
  }
}

/** What a backslash and a sign stand for. */
function signOf(sign: string): string {
  if (sign !== '' && '%&_$#{}'.includes(sign)) return sign;
  if (/^[,;:\s]$/.test(sign)) return ' ';
  if (/^[!/@-]$/.test(sign)) return '';
  return /^[()[\]]$/.test(sign) ? '$' : `\\${sign}`;
}

/** For each brace that opens, the place of the one that closes it; 0 where none does. */
function bracesOf(text: string): Int32Array {
  const closing = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') open.push(at);
    else if (sign === '}') {
      const opened = open.pop();
      if (opened !== undefined) closing[opened] = at;
    }
  }
  return closing;
}

function plainAddress(address: string): string {
  return address
    .replace(/\\~\{\}|\\textasciitilde\s?(?:\{\})?|\{\\textasciitilde\}/g, '~')
    .replace(/\\([_%&#~$])/g, '$1');
}
