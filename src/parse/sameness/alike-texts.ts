import { comparedWords } from './compared-words';

/** A text in the pairs of neighbouring words that it holds. */
interface Paired {
  pairs: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

/** Texts with fewer pairs say too little to change a number and stay the same: `Preface to Volume 7`. */
const SHORT = 20;

/**
 * Finds among texts the one that is most like another. What counts is the share of the pairs of neighbouring words of the
 * shorter text that the other has, too: 1 for a text that was cut off or added to, about 0.5 where every fourth word is
 * another, at most 0.15 between abstracts of different papers (of 20,000 pairs out of 40,000 papers).
 */
export class AlikeTexts<Owner> {
  private readonly texts: (Paired & { owner: Owner })[] = [];
  private readonly holders = new Map<string, number[]>();

  add(owner: Owner, text: string): void {
    const paired = pair(text);
    const index = this.texts.push({ owner, ...paired }) - 1;
    for (const key of paired.pairs) {
      const holders = this.holders.get(key);
      if (holders) holders.push(index);
      else this.holders.set(key, [index]);
    }
  }

  /**
   * The owner of the text that is most like this one; among equals the one that was added first.
   *
   * @param least the share that is enough, above 0 to 1
   */
  mostLike(text: string, least: number, isEligible: (owner: Owner) => boolean): Owner | undefined {
    const paired = pair(text);
    const common = new Map<number, number>();
    for (const key of paired.pairs) {
      for (const index of this.holders.get(key) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
    }
    let best: { index: number; likeness: number } | undefined;
    for (const [index, count] of common) {
      const other = this.texts[index] as (typeof this.texts)[number];
      const likeness = count / Math.min(paired.pairs.size, other.pairs.size);
      if (
        likeness < least ||
        (best && (likeness < best.likeness || (likeness === best.likeness && index > best.index)))
      )
        continue;
      if (isEligible(other.owner) && haveSameNumbers(paired, other)) best = { index, likeness };
    }
    return best && this.texts[best.index]?.owner;
  }
}

function pair(text: string): Paired {
  const words = ['', ...comparedWords(text), ''];
  // A text of signs alone is like itself and no other.
  if (words.length === 2) words.splice(1, 0, text.trim());
  return {
    pairs: new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`)),
    numbers: new Set(words.filter((word) => /^\d+$/.test(word))),
  };
}

/** Whether two texts differ in no number, where one of them is short. */
function haveSameNumbers(one: Paired, other: Paired): boolean {
  const [shorter, longer] = one.pairs.size < other.pairs.size ? [one, other] : [other, one];
  return shorter.pairs.size >= SHORT || [...shorter.numbers].every((number) => longer.numbers.has(number));
}
