import type { NewestPapersAnswer } from '../answers';
import { html } from '../html';
import { pager } from '../parts/pager';
import { paperItem } from '../parts/paper-list';
import { addressOf, type View, viewOf } from '../view';

/** The papers that came last, at `/` of a server without digests; what to do, where it has nothing at all. */
export function newestPapersView(after: string | null): View {
  return viewOf<NewestPapersAnswer>({
    address: addressOf('/', { after }),
    question: { operation: 'newest-papers', variables: after ? { after } : {} },
    show({ papers }, reading) {
      const { words } = reading;
      const count = papers?.totalCount ?? 0;
      const shown = { title: 'Offprint', address: '/', room: 'issues', isLive: true } as const;
      if (!papers || count === 0) {
        const main = html`<header class="head"><h1>Nothing is here yet</h1>
<p class="lead">This server holds no papers. Who runs it brings some in:</p></header>
<pre><code>npm run seed -- 2025-03-11.txt     # a digest of trending papers, as text
npm run import -- refs.bib         # BibTeX, RIS, CSL-JSON, CSV, dumps, daily papers</code></pre>
<p>This page shows them as soon as they are there.</p>
`;
        return { ...shown, description: 'A reader of research papers that waits for its first ones.', main };
      }
      const main = html`<header class="head"><h1>Papers</h1>
<p class="lead">${words.count(count, 'paper')}, those that came last first</p></header>
<ol class="papers">
${papers.nodes.map((paper) => paperItem(paper, reading, { level: 2 }))}</ol>
${pager(papers.pageInfo, '/', { after }, reading)}`;
      return {
        ...shown,
        description: `${words.count(count, 'research paper')}, what they are about, and their code.`,
        main,
        isPassing: after !== null,
      };
    },
  });
}
