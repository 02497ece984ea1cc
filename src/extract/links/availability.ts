/** AVAILABLE, or ANNOUNCED where the sentence puts it in the future ("will soon be available"). */
export type Availability = 'AVAILABLE' | 'ANNOUNCED';

const DONE =
  '(?:available|accessible|released?|open[- ]?sourced?|public(?:ly)?|published|shared|provided|hosted|uploaded|posted|found|accessed|online|open(?:ed)?)';
const GIVE =
  '(?:release|publish|open[- ]?source|open|share|provide|make|upload|post|put|offer|distribute|publici[sz]e|host)';
const ADVERBS = '(?:\\s+(?:\\w+ly|soon|be|also|both|all|then|further|made|fully|free|open|the|our|code)){0,4}';
const ACCEPTED =
  '(?:upon|after|once|following|pending|when|on)\\s+(?:\\w+\\s+){0,5}?(?:acceptance|publication|accepted|published|publishing|review|camera[- ]ready)';

const FUTURE = [
  `(?:will|shall|would|'ll|’ll|going to|plan(?:s|ning)? to|intend(?:s)? to|aim(?:s)? to|to)(?:\\s+soon)?\\s+be(?:come)?${ADVERBS}\\s+(?:${DONE}|at|on|in|via)\\b`,
  `(?:will|shall|'ll|’ll|going to|plan(?:s|ning)? to|intend(?:s)? to)${ADVERBS}\\s+${GIVE}\\b`,
  `(?:is|are)${ADVERBS}\\s+(?:available|released)\\s+(?:soon|${ACCEPTED})`,
  '(?:is|are)\\s+(?:currently\\s+)?(?:being|under)\\s+(?:prepared?|preparation|cleaned|construction|organi[sz]ed|documented)',
  '(?:is|are)\\s+coming|coming\\s+soon|to\\s+be\\s+(?:\\w+\\s+)?(?:released|available|published)|(?:release|releasing)\\s+soon',
].join('|');
const PRESENT = [
  `(?:is|are|was|were|been)${ADVERBS}(?:\\s+\\w+)?\\s+${DONE}\\b`,
  '(?:is|are)\\s+(?:at|on|in|here)\\b',
  `can\\s+(?:also\\s+)?be\\s+(?:\\w+\\s+)?(?:${DONE}|downloaded|viewed|seen|obtained)\\b`,
  `we\\s+(?:\\w+ly\\s+|also\\s+|further\\s+|have\\s+)?${GIVE}d?\\b`,
  'available',
].join('|');

const PREDICATES = new RegExp(`\\b(?:(?<future>${FUTURE})|${PRESENT})`, 'gi');

/** What follows an address and still speaks of it. */
const FUTURE_BEHIND = new RegExp(
  `^[\\s)\\]}"'.,;]{0,4}(?:\\(|\\[)?\\s?(?:(?:which|that|and)\\s+)?(?:${FUTURE}|soon\\b|in\\s+the\\s+(?:near\\s+)?future|${ACCEPTED})`,
  'i',
);

/** "Upon acceptance, code is at …": a clause that opens with the condition. */
const CONDITION_FIRST = new RegExp(`(?:^|[,;]\\s*(?:(?:and|while|but)\\s+)?)${ACCEPTED},?[^,;]*$`, 'i');

/** "Code: …", where nothing behind the address is said of it. */
const LABEL = /:[^A-Za-z]*(?:(?:url|href)\{)?$/;

/** More than this far from the address a predicate speaks of something else; it bounds the work for each address. */
const REACH = 600;

/**
 * Reads from an address's sentence whether what it leads to is there: `before` is the sentence up to the address,
 * `behind` what follows up to the next address or the end of the sentence, `rest` all that follows in the sentence.
 * What is said right behind the address decides first ("… after acceptance"), then the last thing said before it
 * ("Data will be released and code is available at …" is AVAILABLE), then what its clause goes on to say ("Models (…)
 * and code (…) will be released").
 */
export function readAvailability(before: string, behind: string, rest: string): Availability {
  if (FUTURE_BEHIND.test(behind.slice(0, REACH))) return 'ANNOUNCED';
  const said = before.slice(-REACH);
  if (CONDITION_FIRST.test(said)) return 'ANNOUNCED';
  const clause = /^[^,;]*/.exec(rest.slice(0, REACH))?.[0] ?? '';
  const last =
    [...said.matchAll(PREDICATES)].at(-1) ?? (LABEL.test(said) ? null : clause.matchAll(PREDICATES).next().value);
  return last?.groups?.future === undefined ? 'AVAILABLE' : 'ANNOUNCED';
}
