import { jsonForScript } from '../text/html';
import { Html, html, type Part } from './html';
import type { Reading, Shown } from './view';

/** What a page needs from the server that it is part of. */
export interface Surroundings {
  /** The addresses of the style sheet and the script, relative to the page. */
  style: string;
  script: string;
  /** Under which address people reach the server, without a slash behind it; null where that is not known. */
  publicUrl: string | null;
  /** Where the query behind the page can be opened; null of a page without one. */
  queryAddress: string | null;
  /** The operation by which the page hears of a new issue. */
  liveQuery: string;
}

/** A page as a document that works without its script. */
export function documentOf(shown: Shown, reading: Reading, surroundings: Surroundings): string {
  const { to } = reading;
  const { style, script, queryAddress, liveQuery } = surroundings;
  const { title, main, room, query = '', isLive = false } = shown;
  const here = (name: Shown['room']) => room === name && html` aria-current="page"`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === 'Offprint' ? title : `${title} · Offprint`}</title>
${headOf(shown, surroundings)}<link rel="icon" type="image/svg+xml" href="${to('/favicon.svg')}">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body data-up="${to('/')}"${isLive && html` data-live="${liveQuery}"`}>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<div class="inner">
<a class="brand" href="${to('/')}"${here('issues')}>Offprint</a>
<nav aria-label="Offprint"><ul>
<li><a href="${to('/topics')}"${here('topics')}>Topics</a></li>
<li><a href="${to('/archive')}"${here('archive')}>Archive</a></li>
</ul></nav>
<form class="search" role="search" action="${to('/search')}"><label><span class="unseen">Search papers, topics and code</span>
<input type="search" name="q" value="${query}" placeholder="Search" autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="2000"></label>
<button type="submit">Search</button></form>
</div>
</header>
<main id="main" tabindex="-1">
${main}</main>
<footer class="bottom">
<div class="inner">
${
  queryAddress &&
  html`<p><a href="${queryAddress}">The query behind this page</a></p>
`
}<p class="keys"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous</p>
<p><a href="${to('/graphql')}">The API</a></p>
</div>
</footer>
<div id="news" role="status"></div>
</body>
</html>
`.text;
}

/** What search engines and those who share the page read of it. */
function headOf(shown: Shown, { publicUrl }: Surroundings): Part {
  const { title, description, address, linkedData, isPassing = false, previous, next } = shown;
  const url = publicUrl === null ? null : publicUrl + address;
  const about = [
    ['og:site_name', 'Offprint'],
    ['og:title', title],
    ['og:type', linkedData ? 'article' : 'website'],
    ['og:description', description],
    ['og:url', isPassing ? null : url],
  ] as const;
  return html`${
    description &&
    html`<meta name="description" content="${description}">
`
  }${
    isPassing
      ? html`<meta name="robots" content="noindex">
`
      : url &&
        html`<link rel="canonical" href="${url}">
`
  }${about.map(
    ([property, content]) =>
      content &&
      html`<meta property="${property}" content="${content}">
`,
  )}<meta name="twitter:card" content="summary">
${
  previous &&
  html`<link rel="prev" href="${previous}">
`
}${
  next &&
  html`<link rel="next" href="${next}">
`
}${
  linkedData &&
  html`<script type="application/ld+json">${asScript({ ...linkedData, ...(url && { url }) })}</script>
`
}`;
}

/** Data that nothing runs; nothing in it ends its element. */
function asScript(data: object): Html {
  return new Html(jsonForScript(data));
}
