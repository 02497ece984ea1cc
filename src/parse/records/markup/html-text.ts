import { decode } from 'html-entities';

/** Elements that are markup in titles and abstracts; anything else in pointed brackets is text: `a <b, c>`. */
const NAMES =
  '(?:(?:jats|mml|m|xhtml|ns\\d+):[A-Za-z-]+|i|b|u|s|em|strong|sub|sup|sc|scp|tt|small|big|span|font|italic|bold|roman|monospace|underline|code|a|q|mark|inf|math|mi|mn|mo|mrow|msub|msup|mtext|semantics|annotation)';
const INLINE = new RegExp(`</?${NAMES}(?:\\s[^<>]*)?/?>`, 'gi');
const BLOCK = /<\/?(?:(?:jats:)?(?:p|sec|title|list|list-item|label)|br|div|li|ul|ol|h[1-6])(?:\s[^<>]*)?\/?>/gi;
const COMMENT = /<!--[^<>]*-->|<!\[CDATA\[|\]\]>/g;
const ENTITY = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});/;
/** What is left of those that were escaped twice. */
const ESCAPED_TWICE = /&(?:amp|lt|gt|quot|apos|#0?39|#x27);/;

/**
 * A text without tags of HTML and JATS, its entities as characters, those too that were escaped twice. Elements that are
 * paragraphs stand apart by a blank line.
 */
export function htmlText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  let plain = withoutTags(text);
  if (!ENTITY.test(plain)) return plain;
  plain = withoutTags(decode(plain, { scope: 'strict' }));
  return ESCAPED_TWICE.test(plain) ? withoutTags(decode(plain, { scope: 'strict' })) : plain;
}

function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(COMMENT, '').replace(BLOCK, '\n\n').replace(INLINE, '') : text;
}
