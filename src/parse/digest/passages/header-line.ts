import { isDateLabel } from '../dates/date-label';
import { datedHeadingOf } from './dated-heading';
import { undress } from './dressing';

/** The lines of a page's header, in the order of the page. */
export type HeaderKind = 'badge' | 'banner' | 'heading' | 'subscribe' | 'byline' | 'date';

/** Lower case, since `ByT5` opens a title; the page glues the name on, so a capital may follow at once. */
const BYLINE = /^by(?:\s+(?=[\p{L}@])|(?=[\p{Lu}@]))(.{1,80})$/u;

/** How all header lines but headings begin: the badge, the banner, `Subscribe`, a byline, a month, a weekday, a day. */
const BEGINNING =
  /^[\s#*_]*(?:\d|new|get|sub|by|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i;

/** What kind of header line a line could be by its words alone, or null. Whether it is one, its place decides. */
export function headerKindOf(line: string): HeaderKind | null {
  // Most lines of a digest are longer than any header line, or begin otherwise.
  if (line.length > 100) return null;
  return (BEGINNING.test(line) ? plainKindOf(line) : null) ?? (datedHeadingOf(line) && 'heading');
}

function plainKindOf(line: string): HeaderKind | null {
  const text = line.replace(/\s+/gu, ' ').trim();
  if (/^new$/i.test(text)) return 'badge';
  if (/^get trending papers in your (?:e-?mail )?inbox\b[^.!?]{0,30}[!.]?$/i.test(text)) return 'banner';
  if (/^subscribe$/i.test(text)) return 'subscribe';
  if (isDateLabel(undress(text).text)) return 'date';
  if (BYLINE.test(text) && !/[.?!:]$/.test(text)) return 'byline';
  return null;
}

/** The curator that a byline names: `byAK and the research community` gives `AK and the research community`. */
export function curatorOf(byline: string): string {
  return byline.replace(/\s+/gu, ' ').trim().replace(BYLINE, '$1');
}
