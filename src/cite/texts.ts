import { texText } from '../parse/records/markup/tex-text';
import { oneLine } from '../parse/records/plain';

/** A part of a text: words as people read them, or a formula with the dollar signs around it. */
export interface Piece {
  kind: 'WORDS' | 'MATH';
  text: string;
}

/**
 * Formulas: `$…$`, `$$…$$` and `\(…\)`. A dollar sign that is a price is followed by no blank, but closed behind one or before a
 * figure. What stands escaped opens none.
 */
const MATH =
  /\\\(((?:\\[^()]|[^\\]){1,2000})\\\)|\\[\s\S]|\$\$((?:\\[\s\S]|[^$\\]){1,2000})\$\$|\$(?!\s)((?:\\[\s\S]|[^$\\]){1,2000})(?<!\s)\$(?!\d)/g;
/**
 * Commands that make TeX read or write files, run programs, or take what follows for something else. No formula needs them, and
 * a reference that somebody copies must not bring them. `^^` writes any sign by its code.
 */
const ACTING =
  /\\(?:@*input|include|[A-Za-z]*(?:open(?:in|out)|file|listing|graphics)|read(?:line)?|write|immediate|special|[a-z]*lua[a-z]*|shellescape|[egx]?def|let|futurelet|catcode|[lu]ccode|active|csname|endcsname|expandafter|scantokens|everypar|output|(?:re)?newcommand|providecommand|[A-Z][A-Za-z]*Command|usepackage|RequirePackage|makeatletter|loop|repeat|begin|end|begingroup|endgroup|bye|endinput|aftergroup|afterassignment|newwrite|newread|verb|url|href|pdf[a-z]+|cite[a-z]*|bib[a-z]*|par|string|meaning|jobname|show[a-z]*|message|errmessage|batchmode)(?![A-Za-z])|\^\^/;
/** A command or an escape of TeX: then braces and tildes are TeX's, too. */
const TEX = /\\[A-Za-z'"`^~=.&%$#_{}]/;
/** Braces that hold a word's capitals, and nothing else. */
const HELD_WORD = /(?<![\p{L}}\]\\])\{([\p{L}\p{N}.-]+)\}/gu;
const CONTROLS = /\p{Cc}/gu;
/** What may be one of those below. */
const UNCLEAN = /[^ -~\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;
/** Signs that turn the direction of all that follows, and halves of characters. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const HALVES = /\p{Surrogate}/gu;

/** A text on one line in its pieces: TeX's accents, escapes and commands as characters, formulas as they are written. */
export function piecesOf(text: string): Piece[] {
  const clean = oneLine(cleanText(text));
  if (!/[\\${]/.test(clean)) return clean === '' ? [] : [{ kind: 'WORDS', text: clean }];
  const isTex = TEX.test(clean);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], added: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === 'WORDS' && kind === 'WORDS') last.text += added;
    else if (added !== '') pieces.push({ kind, text: added });
  };
  let from = 0;
  for (const match of clean.matchAll(MATH)) {
    const [written, inBrackets, displayed, inline] = match;
    const formula = inBrackets ?? displayed ?? inline;
    if (formula === undefined || !isFormula(formula)) continue;
    add('WORDS', wordsOf(clean.slice(from, match.index), isTex));
    add('MATH', inBrackets === undefined ? written : `$${inBrackets}$`);
    from = match.index + written.length;
  }
  add('WORDS', wordsOf(clean.slice(from), isTex));
  return pieces;
}

/** A text on one line as people read it, but for its formulas, which stay TeX. */
export function readable(text: string): string {
  const whole = piecesOf(text)
    .map((piece) => piece.text)
    .join('');
  return oneLine(whole);
}

/** The paragraphs of a text as they are written. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => readable(paragraph) !== '');
}

/** The title of a paper as it is written; of one that has nothing to read its slug. */
export function titleOf(paper: { title: string; slug: string }): string {
  return readable(paper.title) === '' ? paper.slug : paper.title;
}

/** A text without what no format can hold: control characters, halves of characters, and signs that turn the direction. */
export function cleanText(text: string): string {
  return UNCLEAN.test(text) ? text.replace(CONTROLS, ' ').replace(TURNS, '').replace(HALVES, '\ufffd') : text;
}

function wordsOf(text: string, isTex: boolean): string {
  return isTex ? texText(text).replace(/\s+/g, ' ') : text.replace(HELD_WORD, '$1');
}

function isFormula(formula: string): boolean {
  return !ACTING.test(formula) && isBalanced(formula);
}

/** Whether braces close what they open; escaped ones count as none. */
function isBalanced(formula: string): boolean {
  let depth = 0;
  for (const [sign] of formula.matchAll(/\\[\s\S]|[{}]/g)) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
