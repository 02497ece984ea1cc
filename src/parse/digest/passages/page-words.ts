import { isArxivIdLine } from '../../arxiv-id';
import { isDateLabel } from '../dates/date-label';
import { isPostalAddress } from './postal-address';

/** Words that pages put around their papers and that seldom stand alone in a title. */
const PAGE_WORDS = new Set(
  `abs about abstract address apr april aug august account add arxiv author authors back browser careers categories click collection comment comments company contact
  cookies copyright daily date dec december docs email emails facebook feb february follow forward friend github home inbox jan january jul july jun june linkedin list login mail mailing manage mar march message monthly newsletter next nov november oct october page
  papers pdf preferences previous pricing privacy profile published receive received receiving reply reserved rights send sent sep sept september settings share
  sign signed spaces star stars submitted subscribe subscribed subscription subjects subscribing terms theme today
  top tos trending twitter unsubscribe update upvote upvotes view vote votes website weekly`.split(/\s+/),
);

/** Words that say nothing of where a line stands. */
const SMALL_WORDS = new Set(
  `a all an and any are as at be because by can did for from get have here how if in is it log longer may more no not of on or our out service
  so system the these this time to up us use was we were why wish with you your`.split(/\s+/),
);

/** Longer texts are no furniture of a page; in characters. */
const LONGEST = 200;

const ADDRESS = /(?:https?:\/\/|www\.)\S*/gi;
const MAIL_ADDRESS = /[^\s@]+@[^\s@]+\.\p{L}+/gu;
/** What an address is for that leads to no paper's code. */
const OF_MAIL = /subscri|preferences|browser|privacy/i;
const COPYRIGHT = /^©|^(?:copyright )?(?:©|\(c\)) ?\d{4}|^copyright \d{4}/i;
const RULE = /^(?:(?:[-–—=_*~#.•·]\s?){3,}|\\\\|--)$/u;

/**
 * How much of a text is words of a page's furniture: 0 for little, 1 for half of it or more, 2 for all, and for dates,
 * rules, identifiers and postal addresses. A text with another address is none, since it may lead to a paper's code, unless
 * it says of itself that it is a mail's.
 */
export function pageWords(text: string): 0 | 1 | 2 {
  if (text.length > LONGEST) return 0;
  const bare = text.replace(ADDRESS, ' ');
  const hasAddress = bare !== text;
  if (isArxivIdLine(text)) return hasAddress && /^h/i.test(text) ? 1 : 2;
  if (hasAddress) return OF_MAIL.test(bare) && shareOfPageWords(bare) === 2 ? 2 : 0;
  if (isDateLabel(text) || isRule(text) || COPYRIGHT.test(text) || isPostalAddress(text)) return 2;
  return shareOfPageWords(text);
}

function shareOfPageWords(text: string): 0 | 1 | 2 {
  const words = text
    .replace(MAIL_ADDRESS, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !SMALL_WORDS.has(word));
  if (words.length === 0) return 0;
  const known = words.filter((word) => PAGE_WORDS.has(word)).length;
  return known === words.length ? 2 : known * 2 >= words.length ? 1 : 0;
}

/** Whether a line is a line across the page: a sign that is repeated. */
export function isRule(line: string): boolean {
  return line.length <= LONGEST && RULE.test(line);
}
