import { AlikeTexts, type Likeness } from './alike-texts';
import { countTellingWords, isMarked } from './title';

/** What a digest prints of a paper. */
export interface Printing {
  title: string;
  abstract: string | null;
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
 * Parts printings whose titles have the same key into papers, by nothing but what is printed.
 *
 * A printing is of the paper whose text its own is most like, if it is like enough. One that has no text, or says of itself
 * that it is another state of a paper, is of the only paper there is, if the title says enough to name one. What is left
 * without a text is one more paper.
 *
 * @param oldestFirst in an order that depends on nothing else
 * @returns papers by their oldest printing, the printings of each in the order given
 */
export function groupPrintings<P extends Printing>(oldestFirst: readonly P[]): P[][] {
  const [first] = oldestFirst;
  if (first === undefined) return [];
  if (isOneText(oldestFirst)) return [[...oldestFirst]];
  const papers = new Papers<P>(countTellingWords(first.title));
  const withText = oldestFirst.filter(hasText);
  for (const printing of withText) if (!papers.isNewState(printing)) papers.place(printing, papers.likest(printing));
  for (const printing of withText) {
    if (papers.isNewState(printing)) papers.place(printing, papers.likest(printing) ?? papers.only(printing));
  }
  papers.placeSilent(oldestFirst.filter((printing) => !hasText(printing)));
  return papers.inOrder(oldestFirst);
}

/** Papers of one title, while printings are dealt out to them. */
class Papers<P extends Printing> {
  private readonly papers: Paper<P>[] = [];
  private readonly texts = new AlikeTexts<Paper<P>>();

  private readonly isNaming: boolean;
  private readonly needed: Likeness;

  /** @param tellingWords as many as the title has */
  constructor(tellingWords: number) {
    this.isNaming = tellingWords >= NAMING;
    this.needed = { share: ENOUGH[tellingWords] ?? ENOUGH_FROM_THREE, everyWord: !this.isNaming };
  }

  /** Whether a title that names a paper says that this is another state of it. */
  isNewState({ title }: P): boolean {
    return this.isNaming && isMarked(title);
  }

  likest({ abstract, digestPk }: P): Paper<P> | undefined {
    return this.texts.mostLike(abstract ?? '', this.needed, ({ digests }) => !digests.has(digestPk));
  }

  only({ digestPk }: P): Paper<P> | undefined {
    const [only, another] = this.papers;
    return this.isNaming && another === undefined && !only?.digests.has(digestPk) ? only : undefined;
  }

  /** @param paper a new one when there is none */
  place(printing: P, paper: Paper<P> = this.add()): void {
    paper.printings.push(printing);
    paper.digests.add(printing.digestPk);
    if (printing.abstract !== null) this.texts.add(paper, printing.abstract);
  }

  /** Deals out printings without a text, whose number makes no difference to which the only paper is. */
  placeSilent(printings: readonly P[]): void {
    const rest: P[] = [];
    for (const printing of printings) {
      const paper = this.only(printing);
      if (paper) this.place(printing, paper);
      else rest.push(printing);
    }
    if (rest.length === 0) return;
    const paper = this.add();
    for (const printing of rest) this.place(printing, paper.digests.has(printing.digestPk) ? undefined : paper);
  }

  /** Each paper's printings, and the papers by the first of them, in the order of all. */
  inOrder(all: readonly P[]): P[][] {
    const placeOf = new Map(all.map((printing, place) => [printing, place]));
    const place = (printing: P | undefined) => (printing && placeOf.get(printing)) ?? all.length;
    return this.papers
      .map(({ printings }) => [...printings].sort((one, other) => place(one) - place(other)))
      .sort(([one], [other]) => place(one) - place(other));
  }

  private add(): Paper<P> {
    const paper: Paper<P> = { printings: [], digests: new Set() };
    this.papers.push(paper);
    return paper;
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
