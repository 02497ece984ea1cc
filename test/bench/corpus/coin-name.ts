import { integer, pick, type Random } from './random';

const STARTS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'gl',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'v',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'eo'];
const ENDS = ['', 'l', 'm', 'n', 'r', 's', 'x'];

/** A word that no language has, such as authors call their methods: `Drainox`. Millions are possible. */
export function coinName(random: Random): string {
  let name = '';
  for (let syllables = 3 + integer(random, 2); syllables > 0; syllables--) {
    name += pick(random, STARTS) + pick(random, VOWELS);
  }
  name += pick(random, ENDS);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
