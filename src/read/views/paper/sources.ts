import type { Paper } from '../../answers';
import { type Html, html } from '../../html';
import { part } from '../../parts/part';

/** Results of which so many are shown. */
const MOST_RESULTS = 20;

/** The files that say something of it, and under which licence. */
export function sources({ records }: Paper): Html {
  const files = new Map<string, string | null>();
  for (const { source } of records) files.set(source.file, source.licence);
  return part(
    'sources',
    'Sources',
    files.size > 0 &&
      html`<ul class="plain small">${[...files].map(
        ([file, licence]) => html`<li>${file}${licence && html` (${licence})`}</li>
`,
      )}</ul>
`,
  );
}

/** What it reached on benchmarks, as sources state it. */
export function results({ results: stated }: Paper): Html {
  return part(
    'results',
    'Results',
    stated.length > 0 &&
      html`<div class="scrolling" tabindex="0" role="region" aria-label="Results on benchmarks"><table>
<thead><tr><th scope="col">Task</th><th scope="col">Dataset</th><th scope="col">Model</th><th scope="col">Metric</th><th scope="col">Value</th></tr></thead>
<tbody>${stated.slice(0, MOST_RESULTS).map(
        ({
          task,
          dataset,
          model,
          metric,
          value,
        }) => html`<tr><td>${task}</td><td>${dataset}</td><td>${model}</td><td>${metric}</td><td>${value}</td></tr>
`,
      )}</tbody></table></div>
${
  stated.length > MOST_RESULTS &&
  html`<p class="small">and ${String(stated.length - MOST_RESULTS)} more</p>
`
}`,
  );
}
