/** A source of numbers from 0 to 1 (exclusive) that gives the same ones for the same seed (mulberry32). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to, not including, `below`. */
export function integer(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[integer(random, items.length)] as Item;
}

/** Picks as words and topics are used: the item at place k about 1/k as often as the first (Zipf's law). */
export function createZipfPicker<Item>(random: Random, items: readonly Item[]): () => Item {
  let sum = 0;
  const bounds = items.map((_, index) => {
    sum += 1 / (index + 1);
    return sum;
  });
  return () => {
    const point = random() * sum;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] as number) > point) high = middle;
      else low = middle + 1;
    }
    return items[low] as Item;
  };
}
