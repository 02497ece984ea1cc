import type { ArchiveAnswer } from '../answers';
import { html } from '../html';
import { archiveByMonth } from '../parts/archive-list';
import { pager } from '../parts/pager';
import { addressOf, type View, viewOf } from '../view';

/** All issues by month, at `/archive`. */
export function archiveView(after: string | null): View {
  return viewOf<ArchiveAnswer>({
    address: addressOf('/archive', { after }),
    question: { operation: 'archive', variables: after ? { after } : {} },
    show({ digests }, reading) {
      if (!digests) return null;
      const { words } = reading;
      const { totalCount, nodes, pageInfo } = digests;
      const main = html`<header class="head"><h1>Archive</h1>
<p class="lead">${words.count(totalCount, 'issue')}</p></header>
${
  nodes.length === 0
    ? html`<p class="none">No issue was imported yet.</p>`
    : archiveByMonth(
        nodes,
        reading,
        ({ papers, newPaperCount }) =>
          html` <span class="count">${words.count(papers.totalCount, 'paper')}, ${words.number(newPaperCount)} new</span>`,
      )
}${pager(pageInfo, '/archive', { after }, reading)}`;
      return {
        title: 'Archive',
        description: `${words.count(totalCount, 'issue')} of trending papers, by month.`,
        address: '/archive',
        main,
        room: 'archive',
        isPassing: after !== null,
      };
    },
  });
}
