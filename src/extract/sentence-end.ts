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

/**
 * Whether the stops at `text[start..stop)` end a sentence whose next word would begin at `next`.
 * There is white space, or nothing but closing quotes and brackets, between `stop` and `next`.
 */
export function endsSentence(text: string, start: number, stop: number, next: number): boolean {
  const ahead = text.slice(next, next + LOOK_AHEAD).replace(/^["'“‘«([{*]+/, '');
  if (ahead === '') return true;
  const word = /^[\p{L}\p{N}]*/u.exec(ahead)?.[0] ?? '';
  // A word in lower case goes on with the sentence, unless it is a name such as pFedMe.
  if (/^\p{Ll}[^\p{Lu}]*$/u.test(word)) return false;
  if (stop - start > 1 || text[start] !== '.') return true;
  return !isAbbreviation(text.slice(Math.max(0, start - LOOK_BACK), start), ahead, word);
}

function isAbbreviation(before: string, ahead: string, nextWord: string): boolean {
  const last = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? '';
  const key = last.toLowerCase();
  if (NEVER_LAST.has(key)) return true;
  if (BEFORE_NUMBER.has(key)) return /^[\d\\~$#]|^[IVX]+\b/.test(ahead);
  const opens = isOpener(nextWord);
  if (SOMETIMES_LAST.has(key)) return !opens;
  // An initial ("J. Pearl"), or the number of an item in a list ("1. First").
  if (/^\p{Lu}(\.\p{Lu})*$/u.test(last)) return !opens && /^\p{Lu}/u.test(nextWord);
  return /^\d{1,2}$/.test(last) && /(^|[\n:;,.]\s*)\d+$/.test(before);
}

/**
 * Whether a sentence ends at a full stop with no white space after it ("loss functions.Combining these").
 * Only between a plain word in lower case and a capitalised one, so that names such as `Node.js`, numbers and
 * addresses stay whole.
 */
export function endsSentenceUnspaced(text: string, start: number, stop: number): boolean {
  if (stop - start > 1 || text[start] !== '.') return false;
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const after = text.slice(stop, stop + LOOK_AHEAD);
  return /(^|[\s(])[\p{L}-]*\p{Ll}{3}$/u.test(before) && /^(\p{Lu}\p{Ll}*)[\s,]/u.test(after);
}
