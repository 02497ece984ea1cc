import { TEX_ACCENTS, TEX_LETTERS } from '../../text/tex';

/** Accents and letters that some encodings of fonts have none of; `å` is one with an accent, which more readers know in braces. */
const LATER_ACCENTS = new Set(['k']);
const LATER_LETTERS = /^(?:d[hj]|D[HJ]|th|TH|ng|NG|aa|AA)$/;

const ACCENT_OF = new Map(
  Object.entries(TEX_ACCENTS)
    .filter(([accent]) => !LATER_ACCENTS.has(accent))
    .map(([accent, mark]) => [mark, accent]),
);
const LETTER_OF = new Map(
  Object.entries(TEX_LETTERS)
    .filter(([name]) => !LATER_LETTERS.test(name))
    .map(([name, letter]) => [letter, name]),
);
const SIGNS: Readonly<Record<string, string>> = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '\\': '{\\textbackslash}',
  // In TeX's own fonts these are other signs.
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
};
const EVEN_BRACES: Readonly<Record<string, string>> = { '{': '\\{', '}': '\\}' };
/** BibTeX counts escaped braces, too: those that do not come out even must have a name. */
const NAMED_BRACES: Readonly<Record<string, string>> = { '{': '{\\textbraceleft}', '}': '{\\textbraceright}' };

/**
 * Words as BibTeX has them: what means something to TeX escaped, letters with accents as TeX's (`{\"u}`, `{\o}`) where it has
 * them by itself, all others as they are.
 *
 * @param areBracesEven whether the braces of the whole value close what they open
 */
export function texWords(words: string, areBracesEven: boolean): string {
  const braces = areBracesEven ? EVEN_BRACES : NAMED_BRACES;
  return words
    .normalize('NFC')
    .replace(
      /[&%$#_~^\\<>|]|[{}]|[^\P{L}A-Za-z]\p{M}*|[A-Za-z]\p{M}+/gu,
      (sign) => SIGNS[sign] ?? braces[sign] ?? letterOf(sign),
    );
}

/** Whether braces in words close what they open. */
export function haveEvenBraces(words: string): boolean {
  let depth = 0;
  for (const [brace] of words.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function letterOf(written: string): string {
  const named = LETTER_OF.get(written);
  if (named !== undefined) return `{\\${named}}`;
  const [, base, mark = ''] = /^([A-Za-z])(\p{M})$/u.exec(written.normalize('NFD')) ?? [];
  const accent = ACCENT_OF.get(mark);
  if (base === undefined || accent === undefined) return written;
  return /[A-Za-z]/.test(accent) ? `{\\${accent}{${base}}}` : `{\\${accent}${base}}`;
}
