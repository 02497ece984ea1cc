import { escapeHtml } from '../text/html';

/** HTML that is safe to stand in a page: only {@link html} makes it, and what makes MathML. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text is escaped, HTML is not, a list is its parts in a row, and nothing is nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * A template of HTML. What is put into it is escaped, within quotes too; an attribute therefore stands in quotes, and an address
 * of somebody else's goes through `outward` first.
 */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  let all = texts[0] as string;
  for (let index = 0; index < parts.length; index += 1) all += textOf(parts[index]) + texts[index + 1];
  return new Html(all);
}

/** Nothing. */
export const NOTHING = new Html('');

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if (!part) return '';
  let all = '';
  for (const each of part) all += textOf(each);
  return all;
}
