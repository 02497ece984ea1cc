import { coinName } from './coin-name';
import { createZipfPicker, integer, pick, type Random } from './random';
import type { SourceText } from './source-text';

/** A made-up paper, as a digest prints it. */
export interface MadePaper {
  title: string;
  abstract: string;
}

const PREPOSITIONS = ['for', 'in', 'via', 'with', 'of', 'from', 'under'];
const MENTIONS = [
  (topic: string) => `We study ${topic} and show where it pays.`,
  (topic: string) => `Our analysis extends earlier results on ${topic}.`,
  (topic: string) => `The method brings new insight into ${topic}.`,
];
/** Length of an abstract at which no more sentences are added. */
const USUAL_LENGTH = 1_400;
/** Share of papers that link to code, and of those the share whose repository no earlier paper links to. */
const WITH_CODE = 0.6;
const WITH_NEW_REPOSITORY = 0.5;

/**
 * Makes papers without end: each title once, abstracts of about 1,500 characters put together from the sentences of the
 * shipped digest, topics by Zipf's law, and repositories of which a few are linked to very often.
 */
export function* makePapers(random: Random, { heads, tails, abstracts, topics }: SourceText): Generator<MadePaper> {
  const usualAbstract = createZipfPicker(random, shuffled(random, abstracts));
  const usualTopic = createZipfPicker(random, shuffled(random, topics));
  const names = new Set<string>();
  /** One entry for each link so far: picking from it is picking by popularity. */
  const links: string[] = [];

  const sentence = (own: readonly string[]): string => {
    const said = pick(random, own);
    return random() < 0.5 ? said : crossed(said, pick(random, usualAbstract()));
  };

  const repository = (name: string): string => {
    const known = links.length > 0 && random() >= WITH_NEW_REPOSITORY;
    const address = known ? pick(random, links) : `${coinName(random).toLowerCase()}-lab/${name}`;
    links.push(address);
    return address;
  };

  for (;;) {
    const name = coinName(random);
    if (names.has(name)) continue;
    names.add(name);
    const own = usualAbstract();
    const said = new Set<string>();
    const parts: string[] = [];
    for (let mentions = 1 + integer(random, 3); mentions > 0; mentions--) {
      parts.push(pick(random, MENTIONS)(usualTopic()));
    }
    let length = parts.join(' ').length;
    for (let tries = 0; length < USUAL_LENGTH && tries < 40; tries++) {
      const next = sentence(own);
      if (said.has(next)) continue;
      said.add(next);
      parts.splice(integer(random, parts.length + 1), 0, next);
      length += next.length + 1;
    }
    parts.push(`We call the result ${name}.`);
    if (random() < WITH_CODE) parts.push(`The code is available at https://github.com/${repository(name)}.`);
    yield {
      title: `${name}: ${pick(random, heads)} ${pick(random, PREPOSITIONS)} ${pick(random, tails)}`,
      abstract: parts.join(' '),
    };
  }
}

/** The beginning of one sentence and the end of another, cut between words. */
function crossed(first: string, second: string): string {
  const head = first.slice(0, first.indexOf(' ', first.length / 2));
  return `${head}${second.slice(second.indexOf(' ', second.length / 2))}`;
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const left = [...items];
  return items.map(() => left.splice(integer(random, left.length), 1)[0] as Item);
}
