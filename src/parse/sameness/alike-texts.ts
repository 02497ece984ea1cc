import { comparedWords } from './compared-words';

/** A text in its words, and the pairs of neighbouring ones. */
interface Paired {
  words: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

/** What a text needs to be like another. */
export interface Likeness {
  /** The share of pairs that is enough, above 0 to 1. */
  share: number;
  /** Whether a short text may have no word that the other has not. */
  everyWord: boolean;
}

/** Texts with fewer pairs are short. None of them is like one with another number: `Preface to Volume 7`. */
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

  /** The owner of the text that is most like this one; among equals the one that was added first. */
  mostLike(text: string, needed: Likeness, isEligible: (owner: Owner) => boolean): Owner | undefined {
    const paired = pair(text);
    let best: { index: number; share: number } | undefined;
    for (const [index, count] of this.countCommon(paired)) {
      const other = this.texts[index] as (typeof this.texts)[number];
      const share = count / Math.min(paired.pairs.size, other.pairs.size);
      const isBest = !best || share > best.share || (share === best.share && index < best.index);
      if (!isBest || share < needed.share) continue;
      if (isEligible(other.owner) && holdsWordsOf(paired, other, needed)) best = { index, share };
    }
    return best && this.texts[best.index]?.owner;
  }

  /** How many pairs each text has in common with one, of those that have any. */
  private countCommon({ pairs }: Paired): Map<number, number> {
    const counts = new Map<number, number>();
    for (const key of pairs) {
      for (const index of this.holders.get(key) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return counts;
  }
}

function pair(text: string): Paired {
  const words = ['', ...comparedWords(text), ''];
  // A text of signs alone is like itself and no other.
  if (words.length === 2) words.splice(1, 0, text.trim());
  return {
    words: new Set(words),
    pairs: new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`)),
  };
}

/** Whether the longer of two texts has all words of a short one that matter. */
function holdsWordsOf(one: Paired, other: Paired, { everyWord }: Likeness): boolean {
  const [shorter, longer] = one.pairs.size < other.pairs.size ? [one, other] : [other, one];
  if (shorter.pairs.size >= SHORT) return true;
  return [...shorter.words].every((word) => longer.words.has(word) || !(everyWord || /^\d+$/.test(word)));
}
