import { AlikeTexts, type Likeness } from './alike-texts';
import { countTellingWords, isMarked, titleKey } from './title';

/** What a digest prints of a paper. */
export interface Printing {
  title: string;
  abstract: string | null;
  /** Its arXiv identifier without a version; null where none is printed. */
  arxivId: string | null;
  /** Two printings of one digest are never one paper. */
  digestPk: number;
}

/** A paper, as far as its printings are known. */
interface Paper<P extends Printing> {
  printings: P[];
  digests: Set<number>;
}

/**
 * The share of a text that another has to have, too, to be of the same paper: by the number of words of the title that say
 * something, and from three on. Titles that say little stand over texts that begin alike: `We correct an error in …`.
 */
const ENOUGH = [0.7, 0.7, 0.5];
const ENOUGH_FROM_THREE = 0.15;
/** A title with so many names one paper, as far as is known. */
const NAMING = 2;

/**
 * Parts printings into papers, by nothing but what is printed.
 *
 * Printings of one arXiv identifier are one paper, whatever their titles. Of those whose titles have the same key each is of the
 * paper whose text its own is most like, if it is like enough. One that has no text, or says of itself that it is another state
 * of a paper, is of the only paper there is, if the title says enough to name one. What is left without a text is one more paper.
 *
 * @param oldestFirst in an order that depends on nothing else
 * @returns papers by their oldest printing, the printings of each in the order given
 */
export function groupPrintings<P extends Printing>(oldestFirst: readonly P[]): P[][] {
  const joined = new Joined(oldestFirst);
  joinNamesakes(
    oldestFirst,
    ({ arxivId }) => arxivId,
    (printings) => joined.all(printings),
  );
  joinNamesakes(
    oldestFirst,
    ({ title }) => titleKey(title),
    (printings) => joinByText(printings, joined),
  );
  return joined.inOrder();
}

/** Calls back with all printings that have a key in common, key by key in the order of the first of them. */
function joinNamesakes<P extends Printing>(
  oldestFirst: readonly P[],
  keyOf: (printing: P) => string | null,
  join: (printings: readonly P[]) => void,
): void {
  const byKey = new Map<string, P[]>();
  for (const printing of oldestFirst) {
    const key = keyOf(printing);
    if (key === null) continue;
    const known = byKey.get(key);
    if (known) known.push(printing);
    else byKey.set(key, [printing]);
  }
  for (const printings of byKey.values()) join(printings);
}

function joinByText<P extends Printing>(oldestFirst: readonly P[], joined: Joined<P>): void {
  const [first] = oldestFirst;
  if (first === undefined || (isOneText(oldestFirst) && joined.all(oldestFirst))) return;
  const papers = new Namesakes<P>(countTellingWords(first.title), joined);
  const withText = oldestFirst.filter(hasText);
  for (const printing of withText) if (!papers.isNewState(printing)) papers.place(printing, papers.likest(printing));
  for (const printing of withText) {
    if (papers.isNewState(printing)) papers.place(printing, papers.likest(printing) ?? papers.only(printing));
  }
  papers.placeSilent(oldestFirst.filter((printing) => !hasText(printing)));
}

/** Printings in papers; at first each is a paper of its own. */
class Joined<P extends Printing> {
  private readonly paperOf: Map<P, Paper<P>>;

  constructor(private readonly oldestFirst: readonly P[]) {
    this.paperOf = new Map(
      oldestFirst.map((printing) => [printing, { printings: [printing], digests: new Set([printing.digestPk]) }]),
    );
  }

  of(printing: P): Paper<P> {
    return this.paperOf.get(printing) as Paper<P>;
  }

  /** Whether two papers can be one: the same one, or held by different digests. */
  canBeOne(one: Paper<P>, other: Paper<P>): boolean {
    if (one === other) return true;
    const [fewer, more] = one.digests.size < other.digests.size ? [one, other] : [other, one];
    return ![...fewer.digests].some((digest) => more.digests.has(digest));
  }

  /** Makes one paper part of another. */
  join(part: Paper<P>, whole: Paper<P>): void {
    if (part === whole) return;
    for (const printing of part.printings) {
      whole.printings.push(printing);
      whole.digests.add(printing.digestPk);
      this.paperOf.set(printing, whole);
    }
  }

  /**
   * Joins the papers of printings, each with the first that it can be one with.
   *
   * @returns whether they are all one now
   */
  all(printings: readonly P[]): boolean {
    const papers: Paper<P>[] = [];
    for (const printing of printings) {
      const paper = this.of(printing);
      const whole = papers.find((other) => this.canBeOne(paper, other));
      if (whole) this.join(paper, whole);
      else papers.push(paper);
    }
    return papers.length < 2;
  }

  /** The papers by the first of their printings, and the printings of each, in the order of all. */
  inOrder(): P[][] {
    const papers = new Map<Paper<P>, P[]>();
    for (const printing of this.oldestFirst) {
      const paper = this.of(printing);
      const known = papers.get(paper);
      if (known) known.push(printing);
      else papers.set(paper, [printing]);
    }
    return [...papers.values()];
  }
}

/** Papers of one title, while its printings are dealt out to them. */
class Namesakes<P extends Printing> {
  private readonly papers = new Set<Paper<P>>();
  private readonly texts = new AlikeTexts<Paper<P>>();

  private readonly isNaming: boolean;
  private readonly needed: Likeness;

  /** @param tellingWords as many as the title has */
  constructor(
    tellingWords: number,
    private readonly joined: Joined<P>,
  ) {
    this.isNaming = tellingWords >= NAMING;
    this.needed = { share: ENOUGH[tellingWords] ?? ENOUGH_FROM_THREE, everyWord: !this.isNaming };
  }

  /** Whether a title that names a paper says that this is another state of it. */
  isNewState({ title }: P): boolean {
    return this.isNaming && isMarked(title);
  }

  likest(printing: P): Paper<P> | undefined {
    const own = this.joined.of(printing);
    return this.texts.mostLike(printing.abstract ?? '', this.needed, (paper) => this.joined.canBeOne(own, paper));
  }

  only(printing: P): Paper<P> | undefined {
    const [only, another] = this.papers;
    const isOnly = this.isNaming && only !== undefined && another === undefined;
    return isOnly && this.joined.canBeOne(this.joined.of(printing), only) ? only : undefined;
  }

  /**
   * What an identifier has put among these papers stays where it is.
   *
   * @param paper a new one when there is none
   */
  place(printing: P, paper?: Paper<P>): void {
    const own = this.joined.of(printing);
    if (paper && !this.papers.has(own)) this.joined.join(own, paper);
    const placed = this.joined.of(printing);
    this.papers.add(placed);
    if (printing.abstract !== null) this.texts.add(placed, printing.abstract);
  }

  /** Deals out printings without a text, whose number makes no difference to which the only paper is. */
  placeSilent(printings: readonly P[]): void {
    const rest: P[] = [];
    for (const printing of printings) {
      const paper = this.only(printing);
      if (paper) this.place(printing, paper);
      else rest.push(printing);
    }
    // Whatever they are, they are one more paper.
    const unplaced = rest.filter((printing) => !this.papers.has(this.joined.of(printing)));
    this.joined.all(unplaced);
  }
}

function hasText({ abstract }: Printing): boolean {
  return abstract !== null;
}

/** Whether all say the same, as mostly they do. */
function isOneText<P extends Printing>(printings: readonly P[]): boolean {
  const digests = new Set(printings.map(({ digestPk }) => digestPk));
  return digests.size === printings.length && printings.every(({ abstract }) => abstract === printings[0]?.abstract);
}
