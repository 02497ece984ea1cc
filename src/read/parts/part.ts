import { type Html, html, NOTHING, type Part } from '../html';

/** A part of the page with its heading; nothing, where there is nothing in it. */
export function part(id: string, heading: string, content: Part): Html {
  if (!content || (Array.isArray(content) && content.length === 0)) return NOTHING;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${content}</section>
`;
}
