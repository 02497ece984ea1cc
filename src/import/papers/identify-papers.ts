import { AlikeTexts, type Likeness } from '../../parse/sameness/alike-texts';
import { groupMentions } from '../../parse/sameness/same-paper';
import { inSettledOrder, isPrinting, type PaperMention, type Printing } from './mentions';
import type { StoredPaper } from './read-kin';

/** A paper as its mentions make it, and the stored one that it goes on from. */
export interface IdentifiedPaper {
  was: StoredPaper | undefined;
  /** In settled order; none when no source names it any more. */
  mentions: PaperMention[];
}

/** So much of a text is enough to be its correction, in the same digest and under the same title. */
const LIKE_ENOUGH: Likeness = { share: 0.1, everyWord: false };

/**
 * Decides which papers mentions are of, whatever was stored before, and which of these papers are those that are stored.
 *
 * A stored paper goes on as the one that has most of its mentions, or of those in their place in a source; else as the one that
 * its digest now prints in its place: under the same title, with the text that is most like it, or in the same order.
 *
 * @param stored papers that the mentions may be of
 * @param mentions all that sources now say of these papers
 * @param replaced what the digest that is imported printed before
 * @returns every paper that is, and every stored one that is no more
 */
export function identifyPapers(
  stored: readonly StoredPaper[],
  mentions: readonly PaperMention[],
  replaced: readonly Printing[],
): IdentifiedPaper[] {
  const papers = groupMentions(inSettledOrder(mentions)).map(
    (group): IdentifiedPaper => ({ was: undefined, mentions: group }),
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
  const gone = [...unclaimed.values()].map((was) => ({ was, mentions: [] }));
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

/** Whether a digest prints it and it is not stored yet. */
function isNew(mention: PaperMention): boolean {
  return isPrinting(mention) && mention.paperPk === null;
}

/** How many mentions papers have of stored ones, the most first. What the digest prints as before is such a one. */
function sharesOf(
  papers: readonly IdentifiedPaper[],
  replaced: readonly Printing[],
): { paper: IdentifiedPaper; pk: number; count: number }[] {
  const before = new Map(replaced.map((printing) => [textOf(printing), printing.paperPk]));
  const shares = papers.flatMap((paper) => {
    const counts = new Map<number, number>();
    for (const mention of paper.mentions) {
      const pk = mention.paperPk ?? (isPrinting(mention) ? before.get(textOf(mention)) : mention.formerPaperPk) ?? null;
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
    const ofTitle = papers.filter(({ mentions }) =>
      mentions.some((mention) => isNew(mention) && mention.titleKey === key),
    );
    for (const paper of ofTitle) {
      const abstract = paper.mentions.find(isNew)?.abstract ?? null;
      if (abstract !== null)
        take(
          paper,
          texts.mostLike(abstract, LIKE_ENOUGH, (pk) => left.has(pk)),
        );
    }
    for (const paper of ofTitle) if (paper.was === undefined) take(paper, left.keys().next().value);
  }
}
