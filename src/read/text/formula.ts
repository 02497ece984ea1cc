import type temml from 'temml';
import { plainText } from '../../text/plain-text';
import { Html, html } from '../html';

/** Longer formulas are shown as text, in characters: nobody reads them within a line. */
const LONGEST = 600;

/** The elements of MathML Core that a formula may be made of; what is made of others is shown as text. */
const ELEMENTS =
  /^(?:math|m(?:row|i|o|n|s|text|space|sub|sup|subsup|under|over|underover|frac|sqrt|root|table|tr|td|style|padded|phantom|error|multiscripts|prescripts))$/;

/** No formula leads elsewhere, defines without end, or is larger than its line. */
const OPTIONS = { throwOnError: true, trust: false, maxExpand: 100, maxSize: [10, 10] as [number, number] };

/** A formula of TeX as MathML, which browsers show by themselves; evened out to text where it cannot be set. */
export function formula(tex: string, isDisplayed: boolean): Html {
  const set = tex.length > LONGEST ? null : toMathMl(tex, isDisplayed);
  return set ?? html`<span class="formula">${plainText(`$${tex}$`)}</span>`;
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
