import type { TopicAnswer } from '../answers';
import { html } from '../html';
import { pager } from '../parts/pager';
import { paperItem } from '../parts/paper-list';
import { part } from '../parts/part';
import { addressOf, type View, viewOf } from '../view';

/** A topic, at `/topics/SLUG`. */
export function topicView(slug: string, after: string | null): View {
  const path = `/topics/${encodeURIComponent(slug)}`;
  return viewOf<TopicAnswer>({
    address: addressOf(path, { after }),
    question: { operation: 'topic-page', variables: after ? { slug, after } : { slug } },
    show({ topic }, reading) {
      if (!topic) return null;
      const { to, words } = reading;
      const { name, description, aliases, ancestors, children, coOccurringTopics, papers } = topic;
      const narrower = children.nodes.filter(({ paperCount }) => paperCount > 0);
      const path = topic.resourcePath;
      const main = html`<header class="head">
<nav aria-label="Broader topics"><ol class="path"><li><a href="${to('/topics')}">Topics</a></li>${ancestors.map(
        (ancestor) => html`<li><a href="${to(ancestor.resourcePath)}">${ancestor.name}</a></li>`,
      )}</ol></nav>
<h1>${name}</h1>
${
  description &&
  html`<p class="lead">${description}</p>
`
}${
  aliases.length > 0 &&
  html`<p class="small">Also called ${aliases.join(', ')}.</p>
`
}</header>
${part(
  'narrower',
  'Narrower topics',
  narrower.length > 0 &&
    html`<ul class="chips">${narrower.map(
      ({ name, resourcePath, paperCount }) =>
        html`<li><a href="${to(resourcePath)}">${name} <span class="count">${words.number(paperCount)}</span></a></li>`,
    )}</ul>
`,
)}${part(
  'neighbours',
  'Often together with',
  coOccurringTopics.edges.length > 0 &&
    html`<ul class="neighbours">${coOccurringTopics.edges.map(
      ({ node, sharedPaperCount, lift }) => html`<li><a href="${to(node.resourcePath)}">${node.name}</a>
<span class="small">${words.count(sharedPaperCount, 'paper')}, ${words.number(round(lift))} times as often as by chance</span></li>
`,
    )}</ul>
`,
)}${part(
  'papers',
  words.count(papers.totalCount, 'paper'),
  papers.edges.length > 0 &&
    html`<ol class="papers">
${papers.edges.map(({ node, via }) =>
  paperItem(node, reading, {
    below:
      via.resourcePath !== path &&
      html`<p class="small">by <a href="${to(via.resourcePath)}">${via.name}</a></p>
`,
  }),
)}</ol>
${pager(papers.pageInfo, path, { after }, reading)}`,
)}`;
      return {
        title: name,
        description: description ?? `${words.count(papers.totalCount, 'paper')} about ${name}.`,
        address: path,
        main,
        room: 'topics',
        isPassing: after !== null,
      };
    },
    missing: { kind: 'topic', name: slug },
  });
}

function round(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
}
