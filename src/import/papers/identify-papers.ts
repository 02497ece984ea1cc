import { AlikeTexts, type Likeness } from '../../parse/sameness/alike-texts';
import { groupPrintings } from '../../parse/sameness/same-paper';
import type { Printing, StoredPaper } from './read-kin';

/** A paper as its printings make it, and the stored one that it goes on from. */
export interface IdentifiedPaper {
  was: StoredPaper | undefined;
  /** The oldest first; none when no digest holds it any more. */
  printings: Printing[];
}

/** So much of a text is enough to be its correction, in the same digest and under the same title. */
const LIKE_ENOUGH: Likeness = { share: 0.1, everyWord: false };

/**
 * Decides which papers printings are of, whatever was stored before, and which of these papers are those that are stored.
 *
 * A stored paper goes on as the one that has most of its printings; else as the one that its digest now prints in its place:
 * under the same title, with the text that is most like it, or in the same order.
 *
 * @param stored papers that the printings may be of
 * @param printings all that digests now print of these papers
 * @param replaced what the digest that is imported printed before
 * @returns every paper that is, and every stored one that is no more
 */
export function identifyPapers(
  stored: readonly StoredPaper[],
  printings: readonly Printing[],
  replaced: readonly Printing[],
): IdentifiedPaper[] {
  const papers = groupPrintings([...printings].sort(byAge)).map(
    (group): IdentifiedPaper => ({ was: undefined, printings: group }),
  );
  const unclaimed = new Map(stored.map((paper) => [paper.pk, paper]));
  const claim = (paper: IdentifiedPaper, pk: number) => {
    paper.was = unclaimed.get(pk);
    unclaimed.delete(pk);
  };
  for (const { paper, pk } of sharesOf(papers, replaced)) {
    if (paper.was === undefined && unclaimed.has(pk)) claim(paper, pk);
  }
  claimReplaced(
    papers.filter(({ was }) => was === undefined),
    replaced.filter(({ paperPk }) => paperPk !== null && unclaimed.has(paperPk)),
    claim,
  );
  const gone = [...unclaimed.values()].map((was) => ({ was, printings: [] }));
  return [...papers, ...gone];
}

function byTitleKey(printings: readonly Printing[]): [string, Printing[]][] {
  const found = new Map<string, Printing[]>();
  for (const printing of printings) {
    const known = found.get(printing.titleKey);
    if (known) known.push(printing);
    else found.set(printing.titleKey, [printing]);
  }
  return [...found];
}

/** By digest, then by rank: an order that no import changes. */
function byAge(one: Printing, other: Printing): number {
  if (one.dateKey !== other.dateKey) return one.dateKey < other.dateKey ? -1 : 1;
  return one.rank - other.rank;
}

/** How many printings papers have of stored ones, the most first. What the digest prints as before is such a one. */
function sharesOf(
  papers: readonly IdentifiedPaper[],
  replaced: readonly Printing[],
): { paper: IdentifiedPaper; pk: number; count: number }[] {
  const before = new Map(replaced.map((printing) => [textOf(printing), printing.paperPk]));
  const shares = papers.flatMap((paper) => {
    const counts = new Map<number, number>();
    for (const printing of paper.printings) {
      const pk = printing.paperPk ?? before.get(textOf(printing)) ?? null;
      if (pk !== null) counts.set(pk, (counts.get(pk) ?? 0) + 1);
    }
    return [...counts].map(([pk, count]) => ({ paper, pk, count }));
  });
  return shares.sort((one, other) => other.count - one.count || one.pk - other.pk);
}

function textOf({ title, abstract }: Printing): string {
  return JSON.stringify([title, abstract]);
}

/** Lets papers that are new in the digest go on from those whose printings it has replaced. */
function claimReplaced(
  papers: readonly IdentifiedPaper[],
  replaced: readonly Printing[],
  claim: (paper: IdentifiedPaper, pk: number) => void,
): void {
  for (const [key, before] of byTitleKey(replaced)) {
    const left = new Map(before.sort(byAge).map((printing) => [printing.paperPk as number, printing]));
    const texts = new AlikeTexts<number>();
    for (const [pk, { abstract }] of left) if (abstract !== null) texts.add(pk, abstract);
    const take = (paper: IdentifiedPaper, pk: number | undefined) => {
      if (pk === undefined) return;
      left.delete(pk);
      claim(paper, pk);
    };
    const ofTitle = papers.filter(({ printings }) =>
      printings.some(({ titleKey, paperPk }) => titleKey === key && paperPk === null),
    );
    for (const paper of ofTitle) {
      const abstract = paper.printings.find(({ paperPk }) => paperPk === null)?.abstract ?? null;
      if (abstract !== null)
        take(
          paper,
          texts.mostLike(abstract, LIKE_ENOUGH, (pk) => left.has(pk)),
        );
    }
    for (const paper of ofTitle) if (paper.was === undefined) take(paper, left.keys().next().value);
  }
}
