import type { TopicInTree, TopicsAnswer } from '../answers';
import { type Html, html } from '../html';
import { type Reading, type View, viewOf } from '../view';

/** All topics that papers have, as a tree, at `/topics`. */
export function topicsView(): View {
  return viewOf<TopicsAnswer>({
    address: '/topics',
    question: { operation: 'topics', variables: {} },
    show({ topics }, reading) {
      if (!topics) return null;
      const main = html`<header class="head"><h1>Topics</h1>
<p class="lead">What papers are about, and how many are. A paper of a narrower topic counts for the broader one, too.</p></header>
${
  topics.nodes.length === 0
    ? html`<p class="none">No paper has a topic yet.</p>`
    : html`<div class="tree">
${topics.nodes.map((topic) => root(topic, reading))}</div>
`
}`;
      return {
        title: 'Topics',
        description: `What papers are about: ${topics.nodes.map(({ name }) => name).join(', ')}.`.slice(0, 300),
        address: '/topics',
        main,
        room: 'topics',
      };
    },
  });
}

function root(topic: TopicInTree, reading: Reading): Html {
  return html`<section><h2>${link(topic, reading)}</h2>
${below(topic, reading)}</section>
`;
}

function below({ children }: TopicInTree, reading: Reading): Html {
  const known = (children?.nodes ?? []).filter(({ paperCount }) => paperCount > 0);
  return html`${
    known.length > 0 &&
    html`<ul>${[...known]
      .sort((one, other) => other.paperCount - one.paperCount)
      .map(
        (topic) => html`<li>${link(topic, reading)}${below(topic, reading)}</li>
`,
      )}</ul>
`
  }`;
}

function link({ name, description, resourcePath, paperCount }: TopicInTree, { to, words }: Reading): Html {
  return html`<a href="${to(resourcePath)}"${description && html` title="${description}"`}>${name}</a> <span class="count">${words.number(paperCount)}</span>`;
}
