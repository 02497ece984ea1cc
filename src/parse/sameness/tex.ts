/** Accents of TeX, with the letter that they stand over: `\'e`, `\'{e}`, `{\'e}`, `\v{s}`, `\c c`, `\"{\i}`. */
const ACCENTED = /\{?\\(?:["'`^~=.]|[uvHcdbrkt](?=\{|\s|\\))\s*\{?(\\[ij](?![a-z])|\p{L})\}?\}?/gu;

/** Letters and signs of TeX that have a name. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ o: 'o', O: 'O', l: 'l', L: 'L', i: 'i', j: 'j', ss: 'ss', ae: 'ae', AE: 'AE', oe: 'oe', OE: 'OE' },
  ...{ aa: 'a', AA: 'A', dh: 'd', DH: 'D', dj: 'd', DJ: 'D', th: 'th', TH: 'Th', ng: 'n', NG: 'N', ell: 'l' },
};
const NAMED_LETTER = new RegExp(`\\{?\\\\(${Object.keys(NAMED).join('|')})(?![A-Za-z])(?:\\{\\}|\\}|\\s+)?`, 'g');

/**
 * A text with the letters that TeX writes in ASCII, without their accents: `Fr\'echet` and `{\L}ojasiewicz` as `Frechet` and
 * `Lojasiewicz`.
 */
export function withoutTexAccents(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(ACCENTED, (_, letter: string) => letter.replace('\\', ''))
    .replace(NAMED_LETTER, (_, name: string) => NAMED[name] ?? name);
}

/** A text without the commands of TeX that say how it looks: `\textbf{D}`, `{\it in vivo}`. */
export function withoutTexCommands(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\[A-Za-z]+\*?(?=\s*\{)|(?<=\{)\\[A-Za-z]+(?=\s)/g, '');
}
