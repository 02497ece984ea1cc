import type { LinkedTopic, ListedPaper, Movement, RankedPaper } from '../answers';
import { type Html, html, NOTHING, type Part } from '../html';
import { typesetLine } from '../text/typeset';
import type { Reading } from '../view';

/** What stands beside a paper in a list. */
interface Beside {
  /** In front of it, such as a rank. */
  before?: Part;
  /** In the place of the title and the excerpt, where words in them are marked. */
  title?: Html;
  excerpt?: Html;
  /** Below it. */
  below?: Part;
  /** The level of its heading. */
  level?: 2 | 3;
}

/** A paper as it stands in a list. */
export function paperItem(paper: ListedPaper, reading: Reading, beside: Beside = {}): Html {
  const { title, resourcePath, excerpt, topics, repositories } = paper;
  const { before, below, level = 3 } = beside;
  const name = html`<a href="${reading.to(resourcePath)}">${beside.title ?? typesetLine(title)}</a>`;
  const text = beside.excerpt ?? excerpt;
  return html`<li class="paper" data-item>
${before}<div class="what">
${level === 2 ? html`<h2 dir="auto">${name}</h2>` : html`<h3 dir="auto">${name}</h3>`}
${text && html`<p class="excerpt" dir="auto">${text}</p>`}
${below}<div class="about">${dayOf(paper, reading)}${codeBadge(repositories, reading)}${chips(topics.nodes, reading)}</div>
</div>
</li>
`;
}

/** A paper of an issue, with where it stands and how it moved. */
export function rankedItem({ rank, previousRank, movement, node }: RankedPaper, reading: Reading): Html {
  const before = html`<div class="place"><span class="rank">${reading.words.number(rank)}</span>${move(movement, rank, previousRank, reading)}</div>
`;
  return paperItem(node, reading, { before, level: 2 });
}

const MOVES: Record<'NEW' | 'RETURNED' | 'UNCHANGED', readonly [string, string, string]> = {
  NEW: ['new', 'NEW', 'in no issue before'],
  RETURNED: ['back', 'BACK', 'in an earlier issue, but not in the one before'],
  UNCHANGED: ['same', '=', 'same place as in the issue before'],
};

function move(movement: Movement, rank: number, previousRank: number | null, { words }: Reading): Html {
  if (movement === 'UP' || movement === 'DOWN') {
    if (previousRank === null) return NOTHING;
    const by = words.number(Math.abs(previousRank - rank));
    const [name, sign] = movement === 'UP' ? ['up', '▲'] : ['down', '▼'];
    return html` <span class="move ${name}" title="${words.number(previousRank)} in the issue before"><span aria-hidden="true">${sign}${by}</span><span class="unseen">${name} ${by}</span></span>`;
  }
  const [name, sign, said] = MOVES[movement];
  return html` <span class="move ${name}" title="${said}"><span aria-hidden="true">${sign}</span><span class="unseen">${said}</span></span>`;
}

/** Topics, each with a link. */
export function chips(topics: readonly LinkedTopic[], { to }: Reading): Html {
  if (topics.length === 0) return NOTHING;
  return html`<ul class="chips" aria-label="Topics">${topics.map(
    ({ name, resourcePath }) => html`<li><a href="${to(resourcePath)}">${name}</a></li>`,
  )}</ul>`;
}

/** Says that there is code, or that it was announced. */
function codeBadge({ edges }: ListedPaper['repositories'], { to }: Reading): Html {
  const there = edges.find(({ link }) => link.availability === 'AVAILABLE') ?? edges[0];
  if (!there) return NOTHING;
  const { nameWithOwner, resourcePath } = there.node;
  const isThere = there.link.availability === 'AVAILABLE';
  return html`<a class="badge${isThere ? '' : ' announced'}" href="${to(resourcePath)}" title="${nameWithOwner}">${isThere ? 'Code' : 'Code announced'}</a>`;
}

function dayOf({ firstSeenOn, publishedOn, publicationYear }: ListedPaper, { words }: Reading): Html {
  const day = publishedOn ?? firstSeenOn;
  if (day) return html`<span class="day">${words.day(day)}</span>`;
  return publicationYear ? html`<span class="day">${String(publicationYear)}</span>` : NOTHING;
}
