/** After these a sentence goes on, whatever comes next. Written without the last stop, in lower case. */
const NEVER_LAST = words(`
  e.g eg i.e ie cf vs viz approx ca w.r.t wrt s.t n.b esp incl i.a a.k.a aka dr prof mr mrs ms st
`);

/** These stand for a number's label ("Fig. 3", "No. 5", "Eq. (2)") and are plain words before anything else. */
const BEFORE_NUMBER = words(`
  fig figs eq eqs eqn eqns sec secs sect ch chap tab tbl ref refs no nos vol pp p thm lem prop def cor app appx alg
`);

/** These may close a sentence: they do when the next word is one that mostly opens sentences. */
const SOMETIMES_LAST = words(`
  al u.s u.k u.s.a e.u i.i.d iid ph.d m.sc b.sc resp inc ltd co corp jr sr dept univ ed eds est a.s a.e et
`);

const OPENERS = words(`
  the we our this these it they in to a an as by with for from for however moreover furthermore additionally finally
  there when while although since because given using based code codes source project experiments experimental
  also please note see data dataset demo here
  results extensive empirically specifically all both each such that their its on at one two if how what why
`);

/** Whether a word is one that mostly opens sentences, such as "The" or "Our", in any case. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word.toLowerCase());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Longer than any abbreviation; looking no further back keeps the work for each stop constant. */
const LOOK_BACK = 24;
/** Longer than any opener. */
const LOOK_AHEAD = 24;

const OPENING_MARKS = /^["'“‘«([{*]+/;
const FIRST_WORD = /^[\p{L}\p{N}]*/u;
/** The end is looked for first, so that words further to the left cost nothing. */
const LAST_WORD = /$(?<=([\p{L}\p{N}.]*))/u;
/** Goes on with the sentence, since it is in lower case and no name such as pFedMe. */
const LOWER_CASE = /^\p{Ll}[^\p{Lu}]*$/u;
const NUMBERED = /^[\d\\~$#]|^[IVX]+\b/;
const INITIALS = /^\p{Lu}(\.\p{Lu})*$/u;
const CAPITALIZED = /^\p{Lu}/u;
const SHORT_NUMBER = /^\d{1,2}$/;
const LIST_ITEM = /(^|[\n:;,.]\s*)\d+$/;

/**
 * Whether the stops at `text[start..stop)` end a sentence whose next word would begin at `next`.
 * There is white space, or nothing but closing quotes and brackets, between `stop` and `next`.
 */
export function endsSentence(text: string, start: number, stop: number, next: number): boolean {
  const ahead = text.slice(next, next + LOOK_AHEAD).replace(OPENING_MARKS, '');
  if (ahead === '') return true;
  const word = FIRST_WORD.exec(ahead)?.[0] ?? '';
  if (LOWER_CASE.test(word)) return false;
  if (stop - start > 1 || text[start] !== '.') return true;
  return !isAbbreviation(text.slice(Math.max(0, start - LOOK_BACK), start), ahead, word);
}

function isAbbreviation(before: string, ahead: string, nextWord: string): boolean {
  const last = LAST_WORD.exec(before)?.[1] ?? '';
  const key = last.toLowerCase();
  if (NEVER_LAST.has(key)) return true;
  if (BEFORE_NUMBER.has(key)) return NUMBERED.test(ahead);
  if (SOMETIMES_LAST.has(key)) return !isOpener(nextWord);
  // An initial ("J. Pearl"), or the number of an item in a list ("1. First").
  if (INITIALS.test(last)) return !isOpener(nextWord) && CAPITALIZED.test(nextWord);
  return SHORT_NUMBER.test(last) && LIST_ITEM.test(before);
}

const PLAIN_END = /(^|[\s(])[\p{L}-]*\p{Ll}{3}$/u;
const CAPITALIZED_WORD = /^(\p{Lu}\p{Ll}*)[\s,]/u;

/**
 * Whether a sentence ends at a full stop with no white space after it ("loss functions.Combining these").
 * Only between a plain word in lower case and a capitalised one, so that names such as `Node.js`, numbers and
 * addresses stay whole.
 */
export function endsSentenceUnspaced(text: string, start: number, stop: number): boolean {
  if (stop - start > 1 || text[start] !== '.') return false;
  const after = text.slice(stop, stop + LOOK_AHEAD);
  return CAPITALIZED_WORD.test(after) && PLAIN_END.test(text.slice(Math.max(0, start - LOOK_BACK), start));
}
