import { plainText } from '../../../text/plain-text';
import type { Paper, PaperAnswer } from '../../answers';
import { type Html, html, NOTHING, type Part } from '../../html';
import { outward, shortly } from '../../parts/outward';
import { part } from '../../parts/part';
import { rankChart } from '../../parts/rank-chart';
import { typesetLine } from '../../text/typeset';
import { type Reading, type View, viewOf } from '../../view';
import { abstractOf } from './abstract';
import { cite } from './cite';
import { linkedDataOf } from './linked-data';
import { relatedPapers } from './related';
import { results, sources } from './sources';
import { trending } from './trending';

/** Authors that are named; of more the number is told. */
const MOST_AUTHORS = 50;

/** A paper, at `/papers/SLUG`. */
export function paperView(slug: string): View {
  return viewOf<PaperAnswer>({
    address: `/papers/${encodeURIComponent(slug)}`,
    question: { operation: 'paper-page', variables: { slug } },
    show({ paper }, reading) {
      if (!paper) return null;
      return {
        title: plainText(paper.title),
        description: paper.excerpt,
        address: paper.resourcePath,
        main: html`<article class="paper-page">
${head(paper, reading)}
<div class="columns paper-columns">
<div class="first">
${abstractOf(paper, reading)}${promised(paper)}</div>
<aside aria-label="About this paper">
${topics(paper, reading)}${code(paper, reading)}${places(paper)}${standing(paper, reading)}${facts(paper, reading)}${sources(paper)}</aside>
<div>
${results(paper)}${relatedPapers(paper, reading)}${trending(paper, reading)}${cite(paper)}</div>
</div>
</article>
`,
        room: null,
        linkedData: linkedDataOf(paper),
      };
    },
    missing: { kind: 'paper', name: slug },
  });
}

function head(paper: Paper, { words }: Reading): Html {
  const { title, authors, venue, publishedOn, publicationYear, isWithdrawn } = paper;
  const shown = authors.slice(0, MOST_AUTHORS);
  const left = authors.length - shown.length;
  const when = publishedOn ? words.day(publishedOn) : publicationYear && html`${String(publicationYear)}`;
  return html`<header class="head">
<h1 dir="auto">${typesetLine(title)}</h1>
${
  shown.length > 0 &&
  html`<ul class="authors" aria-label="Authors">${shown.map(
    ({ name, orcid, affiliations }) =>
      html`<li${affiliations.length > 0 && html` title="${affiliations.join('; ')}"`}>${
        orcid
          ? html`<a href="https://orcid.org/${orcid}" rel="noopener" dir="auto">${name}</a>`
          : html`<span dir="auto">${name}</span>`
      }</li>`,
  )}${left > 0 && html`<li>and ${words.number(left)} more</li>`}</ul>
`
}${
  (venue || when) &&
  html`<p class="lead">${venue && html`<cite dir="auto">${typesetLine(venue)}</cite>`}${venue && when ? ', ' : ''}${when}</p>
`
}${
  isWithdrawn &&
  html`<p class="warning">This paper was withdrawn.</p>
`
}</header>`;
}

/** What the text promises: the sentences that announce something. */
function promised({ links }: Paper): Html {
  const sentences = new Set(
    links.flatMap(({ availability, evidence }) =>
      availability === 'ANNOUNCED' && evidence ? [evidence.sentence] : [],
    ),
  );
  return part(
    'promised',
    'What was promised',
    [...sentences].map(
      (said) => html`<blockquote dir="auto">${typesetLine(said)}</blockquote>
`,
    ),
  );
}

function topics({ topics: { edges } }: Paper, { to, words }: Reading): Html {
  if (edges.length === 0) return NOTHING;
  return part(
    'topics',
    'Topics',
    html`<ul class="scored">${edges.map(
      ({ score, standing, node, evidence }) =>
        html`<li${standing === 'MENTIONED' && html` class="mentioned"`}><a href="${to(node.resourcePath)}">${node.name}</a> <span class="count" title="${words.count(evidence.length, 'mention')}">${words.share(score)}${standing === 'MENTIONED' && ', mentioned'}</span></li>
`,
    )}</ul>
`,
  );
}

function code({ repositories: { edges } }: Paper, { to, words }: Reading): Html {
  if (edges.length === 0) return NOTHING;
  return part(
    'code',
    'Code',
    html`<ul class="plain">${edges.map(({ link, node }) => {
      const { nameWithOwner, host, url, resourcePath, paperCount, stars, frameworks } = node;
      const address = outward(url);
      const more = [
        host,
        ...frameworks,
        ...(stars ? [words.count(stars.count, 'star')] : []),
        ...(paperCount > 1 ? [words.count(paperCount, 'paper')] : []),
      ];
      return html`<li><a href="${to(resourcePath)}">${nameWithOwner}</a>${link.availability === 'ANNOUNCED' && html` <span class="badge announced">announced</span>`}
<span class="small">${more.join(' · ')}${address && html` · <a href="${address}" rel="noopener nofollow">open<span class="unseen"> ${nameWithOwner} there</span></a>`}</span></li>
`;
    })}</ul>
`,
  );
}

/** What else the paper links to, and where it can be read. */
function places({ readAt, links }: Paper): Html {
  const seen = new Set<string>();
  const items: Html[] = [];
  const add = (url: string, kind: string, isAnnounced: boolean): void => {
    const address = outward(url);
    if (!address || seen.has(address)) return;
    seen.add(address);
    items.push(html`<li><a href="${address}" rel="noopener nofollow">${shortly(url)}</a> <span class="small">${kind}${isAnnounced && ', announced'}</span></li>
`);
  };
  for (const url of readAt) add(url, 'the paper', false);
  for (const { url, kind, availability } of links) {
    if (kind !== 'REPOSITORY') add(url, kind.toLowerCase().replaceAll('_', ' '), availability === 'ANNOUNCED');
  }
  return part(
    'read',
    'Where to read and what it links to',
    items.length > 0 &&
      html`<ul class="plain">${items}</ul>
`,
  );
}

/** Its ranks over the issues. */
function standing({ digests }: Paper, reading: Reading): Html {
  const { edges, totalCount } = digests;
  if (edges.length === 0) return NOTHING;
  const { to, words } = reading;
  return part(
    'ranks',
    'Ranks',
    html`${rankChart(digests, reading)}<ol class="plain ranks">${edges.map(
      ({ rank, node: { date, title, resourcePath } }) =>
        html`<li><span class="rank">${words.number(rank)}</span> <a href="${to(resourcePath)}">${date ? words.day(date) : title}</a></li>
`,
    )}</ol>
${
  totalCount > edges.length &&
  html`<p class="small">and in ${words.count(totalCount - edges.length, 'more issue')}</p>
`
}`,
  );
}

const SCHEMES: Readonly<Record<string, string>> = {
  ARXIV: 'arXiv',
  DOI: 'DOI',
  OPENREVIEW: 'OpenReview',
  ACL: 'ACL Anthology',
  SEMANTIC_SCHOLAR: 'Semantic Scholar',
  OPENALEX: 'OpenAlex',
  PAPERS_WITH_CODE: 'Papers with Code',
  DBLP: 'DBLP',
  PUBMED: 'PubMed',
};

/** What else is known of it, as far as it is. */
function facts(paper: Paper, { words }: Reading): Html {
  const { identifiers, categories, keywords, versions, votes, firstSeenOn } = paper;
  const rows: [string, Part][] = [
    ...identifiers.map(({ scheme, value }): [string, Part] => [SCHEMES[scheme] ?? scheme, value]),
    ['Categories', categories.join(', ')],
    ['Keywords', keywords.map(({ name }) => name).join(', ')],
    [
      'Versions',
      versions.length > 0 &&
        versions.map(
          ({ number, date }, index) =>
            html`${index > 0 && ', '}${words.number(number)}${date && html` (${words.day(date)})`}`,
        ),
    ],
    ['Votes', votes && html`${words.number(votes.count)}${votes.day && html` on ${words.day(votes.day)}`}`],
    ['First seen', firstSeenOn && words.day(firstSeenOn)],
  ];
  const known = rows.filter(([, value]) => value);
  return part(
    'facts',
    'Facts',
    known.length > 0 &&
      html`<dl class="facts">${known.map(
        ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
      )}</dl>
`,
  );
}
