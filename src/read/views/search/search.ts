import type { Facet, Found, Highlight, SearchAnswer } from '../../answers';
import { type Html, html, NOTHING, type Part } from '../../html';
import { pager } from '../../parts/pager';
import { paperItem } from '../../parts/paper-list';
import { typesetSpans } from '../../text/typeset';
import { addressOf, type Reading, type Shown, type View, viewOf } from '../../view';
import { paramsOf, readSearchParams, type SearchParams, searchAddress, variablesOf } from './search-params';

type Results = NonNullable<SearchAnswer['search']>;

/** What a search finds, at `/search?q=…`. */
export function searchView(given: URLSearchParams): View {
  const params = readSearchParams(given);
  const address = addressOf('/search', paramsOf(params));
  if (params.q === '') return { address: '/search', question: null, show: (_, reading) => showNoQuery(reading) };
  return viewOf<SearchAnswer>({
    address,
    question: { operation: 'search-page', variables: variablesOf(params) as Record<string, unknown> },
    show({ search }, reading) {
      if (!search) return null;
      const { words } = reading;
      const main = html`<header class="head"><h1 class="unseen">Search</h1>
<p class="lead" role="status">${
        search.totalCount === 0
          ? html`Nothing fits <q>${params.q}</q>.`
          : html`${words.count(search.totalCount, 'result')}${search.isComplete ? '' : ' and perhaps more'} for <q>${params.q}</q>`
      }</p>
${suggestion(search, params, reading)}${unmatched(search)}${types(params, reading)}</header>
<div class="columns results">
<div>
<ol class="papers">
${search.edges.map(({ node, highlights }) => result(node, highlights, reading))}</ol>
${pager(search.pageInfo, '/search', paramsOf(params), reading)}</div>
${facets(search, params, reading)}</div>
`;
      return {
        title: `${params.q} · Search`,
        description: null,
        address,
        main,
        room: 'search',
        query: params.q,
        isPassing: true,
      };
    },
  });
}

/** What can be asked for, and how. */
const EXAMPLES = [
  ['"neural collapse"', 'words that stand together'],
  ['segmentation -medical', 'without a word'],
  ['diffusion OR flow', 'one or the other'],
  ['regulari*', 'any word that begins so'],
  ['2503.01234', 'an identifier, or any address'],
] as const;

function showNoQuery({ to }: Reading): Shown {
  const main = html`<header class="head"><h1>Search</h1>
<p class="lead">Papers, topics and repositories: by words, a question, a title, an author, an address.</p></header>
<dl class="help">${EXAMPLES.map(
    ([
      q,
      meaning,
    ]) => html`<div><dt><a href="${to(addressOf('/search', { q }))}"><code>${q}</code></a></dt><dd>${meaning}</dd></div>
`,
  )}</dl>
`;
  return {
    title: 'Search',
    description: 'Search papers, topics and repositories.',
    address: '/search',
    main,
    room: 'search',
    query: '',
  };
}

function suggestion({ suggestion: better }: Results, params: SearchParams, { to }: Reading): Html {
  if (!better) return NOTHING;
  return html`<p>Did you mean <a href="${to(searchAddress(params, { q: better }))}">${better}</a>?</p>
`;
}

function unmatched({ unmatched: words }: Results): Html {
  if (words.length === 0) return NOTHING;
  return html`<p class="small">In no text: ${words.map((word, index) => html`${index > 0 && ', '}<q>${word}</q>`)}</p>
`;
}

/** By what kind of thing and in which order to look. */
function types(params: SearchParams, { to }: Reading): Html {
  const kinds = [
    [null, 'All'],
    ['paper', 'Papers'],
    ['topic', 'Topics'],
    ['repository', 'Code'],
  ] as const;
  const choice = (label: string, isNow: boolean, change: Partial<SearchParams>): Html =>
    html`<li><a href="${to(searchAddress(params, change))}"${isNow && html` aria-current="true"`}>${label}</a></li>`;
  return html`<nav class="choices" aria-label="What to search"><ul>${kinds.map(([type, label]) =>
    choice(label, params.type === type, { type }),
  )}</ul><ul>${choice('Best', !params.isByDay, { isByDay: false })}${choice('Latest', params.isByDay, { isByDay: true })}</ul></nav>
`;
}

function result(node: Found, highlights: readonly Highlight[], reading: Reading): Html {
  const { to, words } = reading;
  const of = (...fields: string[]) => highlights.find(({ field }) => fields.includes(field));
  if (node.__typename === 'Paper') {
    const [title, abstract, author] = [of('TITLE'), of('ABSTRACT'), of('AUTHOR')];
    return paperItem(node, reading, {
      level: 2,
      title: title && marked(title),
      excerpt: abstract && html`${begins(abstract)}${marked(abstract)}${ends(abstract)}`,
      below:
        author &&
        html`<p class="small">by ${marked(author)}</p>
`,
    });
  }
  const name = of('NAME');
  const isTopic = node.__typename === 'Topic';
  const label = isTopic ? node.name : node.nameWithOwner;
  const [text, alias] = [of('DESCRIPTION'), of('ALIAS')];
  const kind = isTopic ? 'Topic' : `Code on ${node.host}`;
  return html`<li class="paper" data-item><div class="what"><h2><a href="${to(node.resourcePath)}">${name ? marked(name) : label}</a></h2>
${text ? html`<p class="excerpt">${marked(text)}</p>` : isTopic && node.description && html`<p class="excerpt">${node.description}</p>`}
${
  alias &&
  html`<p class="small">Also called ${marked(alias)}.</p>
`
}<div class="about"><span class="badge kind">${kind}</span><span class="day">${words.count(node.paperCount, 'paper')}</span></div></div></li>
`;
}

/** A part of a text with the words of the query marked. */
function marked({ fragment, ranges }: Highlight): Html {
  const spans = ranges.map((range) => ({ ...range, show: (text: Html) => html`<mark>${text}</mark>` }));
  return typesetSpans(fragment, spans);
}

/** Says that there is more of a text in front of a part of it, as far as its first sign tells. */
function begins({ fragment }: Highlight): string {
  return /^\p{Ll}/u.test(fragment) ? '… ' : '';
}

/** The same of its end. */
function ends({ fragment }: Highlight): string {
  return /[\p{L}\p{N},;:]$/u.test(fragment) ? ' …' : '';
}

/** By what the results can be narrowed down, and by what they are. */
function facets(
  { facets: { topics, repositoryHosts, years } }: Results,
  params: SearchParams,
  { to, words }: Reading,
): Part {
  const group = (
    id: string,
    heading: string,
    list: readonly Facet[],
    now: string | null,
    change: (value: string | null) => Partial<SearchParams>,
  ): Html => {
    if (now === null && list.length < 2) return NOTHING;
    const shown = now === null ? list : list.filter(({ value }) => value === now);
    const all = shown.length > 0 || now === null ? shown : [{ value: now, label: now, count: 0 }];
    return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><ul class="plain facet">${all.map(
      ({ value, label, count }) =>
        value === now
          ? html`<li><a aria-current="true" href="${to(searchAddress(params, change(null)))}">${label} <span aria-hidden="true">×</span><span class="unseen">, remove</span></a></li>
`
          : html`<li><a href="${to(searchAddress(params, change(value)))}">${label}</a> <span class="count">${words.number(count)}</span></li>
`,
    )}</ul></section>
`;
  };
  const groups = [
    group('by-topic', 'Topics', topics, params.topic, (topic) => ({ topic })),
    group('by-host', 'Code on', repositoryHosts, params.host, (host) => ({ host })),
    group('by-year', 'Years', years, params.year, (year) => ({ year })),
  ];
  if (groups.every((each) => each === NOTHING)) return NOTHING;
  return html`<aside aria-label="Narrow down">
${groups}</aside>
`;
}
