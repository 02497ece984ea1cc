/** Words after which a title goes on, and a line of a list hardly ever ends. */
const LINKING =
  'an?|and|as|based|between|but|by|for|from|into|of|or|over|the|their|through|to|towards?|under|using|versus|via|vs\\.?|with|within|without';
/** Further ones, which also end a button (`Log in`) or a question. */
const OTHERS = 'are|at|in|is|on|when|where';

const LINKED = new RegExp(`(?:^|\\s)(?:${LINKING})$`);
const BROKEN_OFF = new RegExp(`(?:[,:;&/(–—-]|(?:^|\\s)(?:${LINKING}|${OTHERS}))$`, 'i');
const GOING_ON = new RegExp(`^(?:${LINKING}|${OTHERS})\\s`, 'i');

/** Whether a line ends in a word that links it to the next one, so that nobody meant the break behind it. */
export function isLinked(line: string): boolean {
  return LINKED.test(line);
}

/** Whether a line of a title ends as no title does. */
export function breaksOff(line: string): boolean {
  return BROKEN_OFF.test(line);
}

/** Whether a line of a title begins as no names do. */
export function goesOn(line: string): boolean {
  return GOING_ON.test(line);
}
