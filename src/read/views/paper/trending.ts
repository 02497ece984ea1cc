import type { Paper } from '../../answers';
import { type Html, html, NOTHING } from '../../html';
import { part } from '../../parts/part';
import type { Reading } from '../../view';

/** Bars are of so many parts when full. */
const FULL = 100;

/** How the paper trends, and the parts of its score. */
export function trending({ trending: score }: Paper, { words }: Reading): Html {
  if (!score || score.components.length === 0) return NOTHING;
  return part(
    'trending',
    'How it trends',
    html`<p>A score of <strong>${words.number(score.score)}</strong> as of ${words.day(score.asOf)}, the sum over its places in issues of what a rank is worth and what time has left of that.</p>
<div class="scrolling" tabindex="0" role="region" aria-label="Parts of the score"><table>
<thead><tr><th scope="col">Place</th><th scope="col">Worth</th><th scope="col">Left of it</th><th scope="col">Adds</th></tr></thead>
<tbody>${score.components.map(
      ({
        name,
        value,
        weight,
      }) => html`<tr><th scope="row">${name}</th><td>${words.number(value)}</td><td>${words.share(weight)}</td><td>${words.number(value * weight)} ${bar(value * weight)}</td></tr>
`,
    )}</tbody></table></div>
<p class="small"><code>${score.formula}</code></p>
`,
  );
}

function bar(share: number): Html {
  const width = Math.max(1, Math.round(Math.min(share, 1) * FULL));
  return html`<svg class="bar" viewBox="0 0 ${FULL} 8" aria-hidden="true"><rect width="${width}" height="8" rx="2"/></svg>`;
}
