import type { PageEnd } from '../answers';
import { type Html, html, NOTHING } from '../html';
import { addressOf, type Reading } from '../view';

/** Leads on in a list, and back to its start. */
export function pager(
  { hasNextPage, endCursor }: PageEnd,
  path: string,
  params: Readonly<Record<string, string | null | undefined>>,
  { to }: Reading,
): Html {
  const isFirst = !params.after;
  if (isFirst && !hasNextPage) return NOTHING;
  const first = isFirst
    ? NOTHING
    : html`<a href="${to(addressOf(path, { ...params, after: null }))}">Back to the first</a>`;
  const next = hasNextPage
    ? html`<a rel="next" href="${to(addressOf(path, { ...params, after: endCursor }))}">More</a>`
    : NOTHING;
  return html`<nav class="pager" aria-label="Pages">${first}${next}</nav>
`;
}
