import type { Paper } from '../../answers';
import { type Html, html } from '../../html';
import { outward } from '../../parts/outward';
import { type Span, typesetParagraphs } from '../../text/typeset';
import type { Reading } from '../../view';

/** The abstract, its addresses live and the words marked that made it of its topics. */
export function abstractOf({ abstract, topics, links }: Paper, { to }: Reading): Html {
  if (!abstract)
    return html`<p class="none">No source has an abstract of it.</p>
`;
  const addresses = links.flatMap(({ url, evidence }): Span[] => {
    const address = outward(url);
    if (evidence?.field !== 'ABSTRACT' || !address) return [];
    return [{ ...evidence, show: (text) => html`<a href="${address}" rel="noopener nofollow">${text}</a>` }];
  });
  const words = topics.edges.flatMap(({ node: { name, resourcePath }, evidence }) =>
    evidence
      .filter(({ field }) => field === 'ABSTRACT')
      .map(
        ({ start, end }): Span => ({
          start,
          end,
          show: (text) => html`<a class="mark" href="${to(resourcePath)}" title="${name}">${text}</a>`,
        }),
      ),
  );
  // The longer of two that overlap says more.
  words.sort((one, other) => other.end - other.start - (one.end - one.start));
  return html`<section class="abstract" aria-labelledby="abstract"><h2 id="abstract" class="unseen">Abstract</h2>
${typesetParagraphs(abstract, [...addresses, ...words]).map(
  (paragraph) => html`<p dir="auto">${paragraph}</p>
`,
)}${
  words.length > 0 &&
  html`<p class="small">Marked are the words by which it has its topics.</p>
`
}</section>
`;
}
