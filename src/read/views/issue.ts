import type { Archive, Issue, IssueAnswer, LinkedDigest, NewestIssueAnswer } from '../answers';
import { type Html, html, NOTHING } from '../html';
import { archiveByMonth } from '../parts/archive-list';
import { pager } from '../parts/pager';
import { rankedItem } from '../parts/paper-list';
import { addressOf, type Reading, type Shown, type View, viewOf } from '../view';
import { newestPapersView } from './newest-papers';

/** The newest issue, at `/`; where there is none, the papers that came last. */
export function newestIssueView(after: string | null): View {
  return viewOf<NewestIssueAnswer>({
    address: addressOf('/', { after }),
    question: { operation: 'newest-issue', variables: {} },
    show({ digests }) {
      const newest = digests?.nodes[0];
      return newest ? issueView(newest.slug, '/', after) : newestPapersView(after);
    },
  });
}

/** One issue, at the day of it or at `/digests/SLUG`; at `/` the newest. */
export function issueView(slug: string, path: string, after: string | null): View {
  return viewOf<IssueAnswer>({
    address: addressOf(path, { after }),
    question: { operation: 'issue', variables: after ? { slug, after } : { slug } },
    show({ digest, archive }, reading) {
      if (!digest) return null;
      if (path !== '/') return showIssue({ issue: digest, archive, after, path: digest.resourcePath }, reading);
      return { ...showIssue({ issue: digest, archive, after, path }, reading), title: 'Offprint', isLive: true };
    },
    missing: { kind: 'issue', name: slug },
  });
}

interface ShownIssue {
  issue: Issue;
  archive: Archive | null;
  after: string | null;
  path: string;
}

function showIssue({ issue, archive, after, path }: ShownIssue, reading: Reading): Shown {
  const { title, date, curator, newPaperCount, papers, topics, previous, next } = issue;
  const { words, to } = reading;
  const isOfNew = newPaperCount > 0 && newPaperCount < papers.totalCount;
  const main = html`<header class="head">
<p class="kicker">Trending papers${curator && html`, selected by ${curator}`}</p>
<h1>${date ? words.day(date) : title}</h1>
<p class="lead">${words.count(papers.totalCount, 'paper')}${isOfNew && html`, ${words.number(newPaperCount)} of them new`}</p>
${around(previous, next, 'Issues around this one', reading)}
</header>
${
  topics.edges.length > 0 &&
  html`<section class="strip" aria-label="Topics of this issue"><ul class="chips">${topics.edges.map(
    ({ digestPaperCount, node }) =>
      html`<li><a href="${to(node.resourcePath)}">${node.name} <span class="count">${words.number(digestPaperCount)}</span></a></li>`,
  )}</ul></section>
`
}${
  papers.edges.length === 0
    ? html`<p class="none">This issue holds no papers.</p>`
    : html`<ol class="papers ranked">
${papers.edges.map((edge) => rankedItem(edge, reading))}</ol>
`
}${pager(papers.pageInfo, path, { after }, reading)}${around(previous, next, 'Read on', reading)}
${
  archive &&
  archive.nodes.length > 1 &&
  html`<section class="archive" aria-labelledby="archive"><h2 id="archive">Archive</h2>
${archiveByMonth(archive.nodes, reading)}${
  archive.totalCount > archive.nodes.length &&
  html`<p><a href="${to('/archive')}">All ${words.number(archive.totalCount)} issues</a></p>`
}</section>
`
}`;
  return {
    title: title,
    description: `${words.count(papers.totalCount, 'paper')} by rank: ${papers.edges
      .slice(0, 3)
      .map(({ node }) => node.title)
      .join('; ')}`,
    address: path,
    main,
    room: 'issues',
    isPassing: after !== null,
    previous: previous && to(previous.resourcePath),
    next: next && to(next.resourcePath),
  };
}

function around(previous: LinkedDigest | null, next: LinkedDigest | null, label: string, { words, to }: Reading): Html {
  if (!previous && !next) return NOTHING;
  const name = ({ date, title }: LinkedDigest) => (date ? words.day(date) : title);
  return html`<nav class="around" aria-label="${label}">${
    previous &&
    html`<a rel="prev" href="${to(previous.resourcePath)}"><span aria-hidden="true">← </span>${name(previous)}</a>`
  }${next && html`<a rel="next" href="${to(next.resourcePath)}">${name(next)}<span aria-hidden="true"> →</span></a>`}</nav>`;
}
