import type { Paper } from '../../answers';
import { type Html, html } from '../../html';
import { part } from '../../parts/part';

/** The paper as others cite it, in each format there is. */
export function cite({ bibtex, markdown, ris, cslJson }: Paper): Html {
  const formats = [
    ['BibTeX', bibtex],
    ['Markdown', markdown],
    ['RIS', ris],
    ['CSL-JSON', cslJson],
  ] as const;
  return part(
    'cite',
    'Cite',
    formats.map(
      ([
        name,
        text,
      ]) => html`<details name="cite"><summary>${name}</summary><pre tabindex="0" aria-label="${name}"><code>${text}</code></pre></details>
`,
    ),
  );
}
