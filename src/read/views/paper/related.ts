import type { LinkedTopic, Paper } from '../../answers';
import { type Html, html, type Part } from '../../html';
import { part } from '../../parts/part';
import { typesetLine } from '../../text/typeset';
import type { Reading } from '../../view';

/** What is told of what two papers share. */
const MOST_TOPICS = 3;
const MOST_TERMS = 4;

/** Papers like this one, and why. */
export function relatedPapers({ relatedPapers: { edges } }: Paper, reading: Reading): Html {
  const { to, words } = reading;
  return part(
    'related',
    'Related papers',
    edges.length > 0 &&
      html`<ul class="related">
${edges.map(
  ({
    node,
    score,
    sharedTopics,
    sharedTerms,
  }) => html`<li data-item><h3 dir="auto"><a href="${to(node.resourcePath)}">${typesetLine(node.title)}</a></h3>
<p class="small">${why(sharedTopics, sharedTerms, reading)} <span class="count">${words.share(score)} alike</span></p></li>
`,
)}</ul>
`,
  );
}

function why(topics: readonly LinkedTopic[], terms: readonly string[], { to }: Reading): Html {
  const about = topics
    .slice(0, MOST_TOPICS)
    .map(({ name, resourcePath }) => html`<a href="${to(resourcePath)}">${name}</a>`);
  const said = terms.slice(0, MOST_TERMS).map((term) => html`<q>${typesetLine(term)}</q>`);
  if (about.length === 0 && said.length === 0) return html`Words that mean much the same.`;
  return html`${about.length > 0 && html`Both about ${listed(about)}`}${about.length > 0 && said.length > 0 && '; '}${
    said.length > 0 && html`${about.length > 0 ? 'both' : 'Both'} say ${listed(said)}`
  }.`;
}

function listed(items: readonly Html[]): Part {
  return items.map((item, index) => html`${index > 0 && (index === items.length - 1 ? ' and ' : ', ')}${item}`);
}
