import type { RepositoryAnswer } from '../answers';
import { html } from '../html';
import { outward, shortly } from '../parts/outward';
import { pager } from '../parts/pager';
import { paperItem } from '../parts/paper-list';
import { part } from '../parts/part';
import { typesetLine } from '../text/typeset';
import { addressOf, type View, viewOf } from '../view';

/** A repository, at `/code/HOST/OWNER/NAME`. */
export function repositoryView(path: string, after: string | null): View {
  return viewOf<RepositoryAnswer>({
    address: addressOf(path, { after }),
    question: { operation: 'repository-page', variables: after ? { url: path, after } : { url: path } },
    show({ resource }, reading) {
      if (resource?.__typename !== 'Repository') return null;
      const { words } = reading;
      const { nameWithOwner, host, url, resourcePath, stars, frameworks, papers } = resource;
      const address = outward(url);
      const main = html`<header class="head">
<p class="kicker">Code on ${host}</p>
<h1>${nameWithOwner}</h1>
<p class="lead">${address && html`<a href="${address}" rel="noopener nofollow">${shortly(url)}</a>`}${stars && html` · ${words.count(stars.count, 'star')}${stars.day && html` on ${words.day(stars.day)}`}`}${frameworks.length > 0 && ` · ${frameworks.join(', ')}`}</p>
</header>
${part(
  'papers',
  words.count(papers.totalCount, 'paper'),
  html`<ol class="papers">
${papers.edges.map(({ link, node }) =>
  paperItem(node, reading, {
    below:
      link.evidence &&
      html`<blockquote dir="auto">${typesetLine(link.evidence.sentence)}</blockquote>
`,
  }),
)}</ol>
${pager(papers.pageInfo, resourcePath, { after }, reading)}`,
)}`;
      return {
        title: nameWithOwner,
        description: `The code of ${words.count(papers.totalCount, 'paper')}, on ${host}.`,
        address: resourcePath,
        main,
        room: null,
        isPassing: after !== null,
      };
    },
    missing: { kind: 'repository', name: decoded(path.replace(/^\/code\//, '')) },
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
