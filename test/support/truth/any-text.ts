import { integer, pick, type Random } from '../../bench/corpus/random';

/** What stands between and around the sentences that a text is made of. */
const SIGNS = ['', ' ', ' -', ' NOT ', ' AND ', ' OR ', '"', ' "', '" ', '* ', "\\'", '\\"', '$^', '++ '];

/** A text that people may paste: parts of two sentences, with what may be an operator between and around them. */
export function anyText(random: Random, sentences: readonly string[]): string {
  const [one, other] = [pick(random, sentences), pick(random, sentences)];
  const begun = one.slice(integer(random, one.length));
  const ended = other.slice(0, integer(random, other.length));
  return `${pick(random, SIGNS)}${begun}${pick(random, SIGNS)}${ended}${pick(random, SIGNS)}`;
}
