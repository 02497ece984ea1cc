import type temml from 'temml';
import { plainText } from '../../text/plain-text';
import { Html, html } from '../html';

/** Longer formulas are shown as text, in characters: nobody reads them. */
const LONGEST = 600;

/** Wider formulas do not fit into a line of a phone, in signs; in a heading fewer do. */
const WIDEST = 28;
const WIDEST_IN_LINE = 16;

/** The elements of MathML Core that a formula may be made of; what is made of others is shown as text. */
const ELEMENTS =
  /^(?:math|m(?:row|i|o|n|s|text|space|sub|sup|subsup|under|over|underover|frac|sqrt|root|table|tr|td|style|padded|phantom|error|multiscripts|prescripts))$/;

/** No formula leads elsewhere, defines without end, or is larger than its line. */
const OPTIONS = { throwOnError: true, trust: false, maxExpand: 100, maxSize: [10, 10] as [number, number] };

/** Where a formula stands: by itself, within a paragraph, or in a text of one line, such as a title. */
export type FormulaPlace = 'displayed' | 'inline' | 'line';

/**
 * A formula of TeX as MathML, which browsers show by themselves. One that is wide can be moved sideways, as none is broken over
 * lines; in a text of one line it is evened out, and so is one that cannot be set.
 */
export function formula(tex: string, place: FormulaPlace): Html {
  const isWide = widthOf(tex) > (place === 'line' ? WIDEST_IN_LINE : WIDEST);
  const set = tex.length > LONGEST || (isWide && place === 'line') ? null : toMathMl(tex, place === 'displayed');
  if (!set) return html`<span class="formula">${plainText(`$${tex}$`)}</span>`;
  if (place !== 'displayed' && !isWide) return set;
  return html`<span class="formula ${place}" role="group" aria-label="Formula" tabindex="0">${set}</span>`;
}

/** About how many signs wide a formula is: a command is one, or a short word. */
function widthOf(tex: string): number {
  return tex
    .replace(/\\[A-Za-z]+/g, 'xx')
    .replace(/\\(.)/g, '$1')
    .replace(/[{}^_&\s]/g, '').length;
}

/** Loaded when there is a formula at last: it is large. */
let typesetter: typeof temml | undefined;

function toMathMl(tex: string, displayMode: boolean): Html | null {
  typesetter ??= require('temml').default ?? require('temml');
  try {
    const made = (typesetter as typeof temml).renderToString(tex, { ...OPTIONS, displayMode });
    // Style within the page is not let in; what stands in the text has its quotes escaped.
    const text = made.replace(/ style="[^"]*"/g, '');
    const isKnown = [...text.matchAll(/<\/?([^\s/>]*)/g)].every(([, name]) => ELEMENTS.test(name as string));
    return isKnown ? new Html(text) : null;
  } catch {
    return null;
  }
}
