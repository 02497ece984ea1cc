/** A stem is learned when so many texts have it, … */
const LEAST_TEXTS = 10;
/** … and fewer than this share of all: what stands nearly everywhere tells nothing. */
const MOST_SHARE = 0.5;
/** Most stems that are learned, the most frequent: bounds memory, and each has a number of 16 bits. */
const MOST_STEMS = 40_000;

/** Texts to learn from: the stems of each in order, by their numbers, those of the title first. */
export interface Texts {
  /** What is learned, most frequent first; the place of a stem is its number. */
  stems: readonly string[];
  /** How many texts have each. */
  counts: Uint32Array;
  /** Stems that are left out because so many texts have them. */
  common: readonly string[];
  /** The known stems of all texts, one text behind another. */
  all: Uint16Array;
  /** Where each text begins, and at the end where the last one ends. */
  starts: Uint32Array;
  /** Where the abstract of each begins. */
  middles: Uint32Array;
}

/** Gathers texts; what is kept of one takes two bytes a word in the end, and four until then. */
export class TextGatherer {
  private readonly numbers = new Map<string, number>();
  private readonly counts: number[] = [];
  /** The last text that has each stem. */
  private readonly lastText: number[] = [];
  private words = new Uint32Array(1 << 16);
  private used = 0;
  private readonly starts: number[] = [];
  private readonly middles: number[] = [];

  /** How many texts were gathered. */
  get size(): number {
    return this.starts.length;
  }

  add(title: readonly string[], abstract: readonly string[]): void {
    this.starts.push(this.used);
    for (const stem of title) this.push(stem);
    this.middles.push(this.used);
    for (const stem of abstract) this.push(stem);
  }

  /** What was gathered, without the stems that are too rare or too frequent. */
  finish(): Texts {
    const ordered = [...this.numbers]
      .map(([stem, number]) => ({ stem, number, count: this.counts[number] as number }))
      .filter(({ count }) => count >= LEAST_TEXTS)
      .sort((one, other) => other.count - one.count || (one.stem < other.stem ? -1 : 1));
    const most = MOST_SHARE * this.size;
    const common = ordered.filter(({ count }) => count >= most);
    const known = ordered.slice(common.length, common.length + MOST_STEMS);
    const places = new Int32Array(this.numbers.size).fill(-1);
    known.forEach(({ number }, place) => {
      places[number] = place;
    });
    return {
      stems: known.map(({ stem }) => stem),
      counts: Uint32Array.from(known, ({ count }) => count),
      common: common.map(({ stem }) => stem),
      ...this.placed(places),
    };
  }

  private push(stem: string): void {
    let number = this.numbers.get(stem);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(stem, number);
      this.counts.push(0);
      this.lastText.push(-1);
    }
    const text = this.size - 1;
    if (this.lastText[number] !== text) {
      this.counts[number] = (this.counts[number] as number) + 1;
      this.lastText[number] = text;
    }
    if (this.used === this.words.length) this.words = longer(this.words);
    this.words[this.used++] = number;
  }

  /** The texts with the places of their stems, without those that have none. */
  private placed(places: Int32Array): Pick<Texts, 'all' | 'starts' | 'middles'> {
    const all = new Uint16Array(this.used);
    const starts = new Uint32Array(this.size + 1);
    const middles = new Uint32Array(this.size);
    let kept = 0;
    const keep = (from: number, to: number): void => {
      for (let at = from; at < to; at += 1) {
        const place = places[this.words[at] as number] as number;
        if (place !== -1) all[kept++] = place;
      }
    };
    for (let text = 0; text < this.size; text += 1) {
      starts[text] = kept;
      keep(this.starts[text] as number, this.middles[text] as number);
      middles[text] = kept;
      keep(this.middles[text] as number, this.starts[text + 1] ?? this.used);
    }
    starts[this.size] = kept;
    return { all: all.slice(0, kept), starts, middles };
  }
}

function longer(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(words.length * 2);
  more.set(words);
  return more;
}
