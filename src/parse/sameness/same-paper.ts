import { IDENTIFIER_SCHEMES } from '../records/record';
import { AlikeTexts, type Likeness } from './alike-texts';
import { type Mention, schemeOf } from './mention';
import { countTellingWords, isMarked } from './title';

/** A paper, as far as its mentions are known. */
interface Paper<M extends Mention> {
  mentions: M[];
  digests: Set<number>;
  arxivIds: Set<string>;
}

/**
 * The share of a text that another has to have, too, to be of the same paper: by the number of words of the title that say
 * something, and from three on. Titles that say little stand over texts that begin alike: `We correct an error in …`.
 */
const ENOUGH = [0.7, 0.7, 0.5];
const ENOUGH_FROM_THREE = 0.15;
/** A title with so many names one paper, as far as is known. */
const NAMING = 2;
/** What is published in years further apart is not the same because title and author are. */
const YEARS_APART = 1;

/** Whether a title says enough to name one paper, as far as is known. */
export function isNaming(title: string): boolean {
  return countTellingWords(title) >= NAMING;
}

/**
 * Parts mentions into papers, by nothing but what they say.
 *
 * Mentions of one identifier are one paper, whatever their titles; the identifiers that tell most of a paper come first, and what
 * has different ones of arXiv is not one by anything else. Of those whose titles have the same key each is of the paper whose text
 * its own is most like, if it is like enough; failing that, if the title says enough to name a paper, of one with the same first
 * author and a year within {@link YEARS_APART}. One that has no text, or says of itself that it is another state of a paper, is
 * of the only paper there is, if authors and year are not others. What is left without a text and authors is one more paper.
 *
 * @param inOrder in an order that depends on nothing else
 * @returns papers by their first mention, the mentions of each in the order given
 */
export function groupMentions<M extends Mention>(inOrder: readonly M[]): M[][] {
  const joined = new Joined(inOrder);
  for (const scheme of IDENTIFIER_SCHEMES) {
    joinNamesakes(
      inOrder,
      ({ identifiers }) => identifiers.filter((identifier) => schemeOf(identifier) === scheme),
      (mentions) => joined.all(mentions),
    );
  }
  joinNamesakes(
    inOrder,
    ({ titleKey }) => (titleKey === null ? [] : [titleKey]),
    (mentions) => joinByText(mentions, joined),
  );
  return joined.inOrder();
}

/** Calls back with all mentions that have a key in common, key by key in the order of the first of them. */
function joinNamesakes<M extends Mention>(
  inOrder: readonly M[],
  keysOf: (mention: M) => readonly string[],
  join: (mentions: readonly M[]) => void,
): void {
  const byKey = new Map<string, M[]>();
  for (const mention of inOrder) {
    for (const key of keysOf(mention)) {
      const known = byKey.get(key);
      if (known) known.push(mention);
      else byKey.set(key, [mention]);
    }
  }
  for (const mentions of byKey.values()) if (mentions.length > 1) join(mentions);
}

function joinByText<M extends Mention>(inOrder: readonly M[], joined: Joined<M>): void {
  const [first] = inOrder;
  if (first === undefined || (isOneText(inOrder) && joined.all(inOrder))) return;
  const papers = new Namesakes<M>(countTellingWords(first.title), joined);
  const withText = inOrder.filter(hasText);
  for (const mention of withText) {
    if (!papers.isNewState(mention)) papers.place(mention, papers.likest(mention) ?? papers.byAuthor(mention));
  }
  for (const mention of withText) {
    if (!papers.isNewState(mention)) continue;
    papers.place(mention, papers.likest(mention) ?? papers.byAuthor(mention) ?? papers.only(mention));
  }
  const silent = inOrder.filter((mention) => !hasText(mention));
  for (const mention of silent) {
    if (mention.families.length > 0) papers.place(mention, papers.byAuthor(mention) ?? papers.only(mention));
  }
  papers.placeSilent(silent.filter(({ families }) => families.length === 0));
}

/** Mentions in papers; at first each is a paper of its own. */
class Joined<M extends Mention> {
  private readonly paperOf: Map<M, Paper<M>>;

  constructor(private readonly mentions: readonly M[]) {
    this.paperOf = new Map(
      mentions.map((mention) => [
        mention,
        {
          mentions: [mention],
          digests: new Set(mention.digestPk === null ? [] : [mention.digestPk]),
          arxivIds: new Set(mention.identifiers.filter((identifier) => schemeOf(identifier) === 'ARXIV')),
        },
      ]),
    );
  }

  of(mention: M): Paper<M> {
    return this.paperOf.get(mention) as Paper<M>;
  }

  /** Whether two papers can be one: the same one, or held by different digests and without different identifiers of arXiv. */
  canBeOne(one: Paper<M>, other: Paper<M>): boolean {
    if (one === other) return true;
    const differ = one.arxivIds.size > 0 && other.arxivIds.size > 0 && !haveCommon(one.arxivIds, other.arxivIds);
    return !differ && !haveCommon(one.digests, other.digests);
  }

  /** Makes one paper part of another. */
  join(part: Paper<M>, whole: Paper<M>): void {
    if (part === whole) return;
    for (const mention of part.mentions) {
      whole.mentions.push(mention);
      this.paperOf.set(mention, whole);
    }
    for (const digest of part.digests) whole.digests.add(digest);
    for (const id of part.arxivIds) whole.arxivIds.add(id);
  }

  /**
   * Joins the papers of mentions, each with the first that it can be one with.
   *
   * @returns whether they are all one now
   */
  all(mentions: readonly M[]): boolean {
    const papers: Paper<M>[] = [];
    for (const mention of mentions) {
      const paper = this.of(mention);
      const whole = papers.find((other) => this.canBeOne(paper, other));
      if (whole) this.join(paper, whole);
      else papers.push(paper);
    }
    return papers.length < 2;
  }

  /** The papers by the first of their mentions, and the mentions of each, in the order of all. */
  inOrder(): M[][] {
    const papers = new Map<Paper<M>, M[]>();
    for (const mention of this.mentions) {
      const paper = this.of(mention);
      const known = papers.get(paper);
      if (known) known.push(mention);
      else papers.set(paper, [mention]);
    }
    return [...papers.values()];
  }
}

function haveCommon<Key>(one: ReadonlySet<Key>, other: ReadonlySet<Key>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  for (const key of fewer) if (more.has(key)) return true;
  return false;
}

/** Papers of one title, while its mentions are dealt out to them. */
class Namesakes<M extends Mention> {
  private readonly papers = new Set<Paper<M>>();
  private readonly texts = new AlikeTexts<Paper<M>>();

  private readonly isNaming: boolean;
  private readonly needed: Likeness;

  /** @param tellingWords as many as the title has */
  constructor(
    tellingWords: number,
    private readonly joined: Joined<M>,
  ) {
    this.isNaming = tellingWords >= NAMING;
    this.needed = { share: ENOUGH[tellingWords] ?? ENOUGH_FROM_THREE, everyWord: !this.isNaming };
  }

  /** Whether a title that names a paper says that this is another state of it. */
  isNewState({ title }: M): boolean {
    return this.isNaming && isMarked(title);
  }

  likest(mention: M): Paper<M> | undefined {
    const own = this.joined.of(mention);
    return this.texts.mostLike(mention.abstract ?? '', this.needed, (paper) => this.joined.canBeOne(own, paper));
  }

  /** The first paper that another mention says is of the same first author and about the same year. */
  byAuthor(mention: M): Paper<M> | undefined {
    if (!this.isNaming || mention.families.length === 0) return undefined;
    const own = this.joined.of(mention);
    return [...this.papers].find(
      (paper) => this.joined.canBeOne(own, paper) && paper.mentions.some((other) => isByTheSame(mention, other)),
    );
  }

  only(mention: M): Paper<M> | undefined {
    const [only, another] = this.papers;
    if (!this.isNaming || only === undefined || another !== undefined) return undefined;
    const canBe = this.joined.canBeOne(this.joined.of(mention), only);
    return canBe && !only.mentions.some((other) => isByOthers(mention, other)) ? only : undefined;
  }

  /**
   * What an identifier has put among these papers stays where it is.
   *
   * @param paper a new one when there is none
   */
  place(mention: M, paper?: Paper<M>): void {
    const own = this.joined.of(mention);
    if (paper && !this.papers.has(own)) this.joined.join(own, paper);
    const placed = this.joined.of(mention);
    this.papers.add(placed);
    if (mention.abstract !== null) this.texts.add(placed, mention.abstract);
  }

  /** Deals out mentions without a text, whose number makes no difference to which the only paper is. */
  placeSilent(mentions: readonly M[]): void {
    const rest: M[] = [];
    for (const mention of mentions) {
      const paper = this.only(mention);
      if (paper) this.place(mention, paper);
      else rest.push(mention);
    }
    // Whatever they are, they are one more paper.
    const unplaced = rest.filter((mention) => !this.papers.has(this.joined.of(mention)));
    this.joined.all(unplaced);
  }
}

function hasText({ abstract }: Mention): boolean {
  return abstract !== null;
}

/** Whether the first author of one is among those of the other, and the years allow it. Who has texts has to have years as well. */
function isByTheSame(one: Mention, other: Mention): boolean {
  const [first, another] = [one.families[0], other.families[0]];
  if (first === undefined || another === undefined) return false;
  if (!other.families.includes(first) && !one.families.includes(another)) return false;
  if (one.year === null || other.year === null) return !(hasText(one) && hasText(other));
  return Math.abs(one.year - other.year) <= YEARS_APART;
}

/** Whether two mentions name authors of whom nobody is the same, or years that are too far apart. */
function isByOthers(one: Mention, other: Mention): boolean {
  const isBySome = one.families.length === 0 || other.families.length === 0;
  if (!isBySome && !one.families.some((family) => other.families.includes(family))) return true;
  return one.year !== null && other.year !== null && Math.abs(one.year - other.year) > YEARS_APART;
}

/** Whether all have the same text, as mostly they do. */
function isOneText<M extends Mention>(mentions: readonly M[]): boolean {
  const printed = mentions.flatMap(({ digestPk }) => digestPk ?? []);
  const { abstract } = mentions[0] as M;
  const isSilent = abstract === null && mentions.some(({ families, year }) => families.length > 0 || year !== null);
  return (
    !isSilent && new Set(printed).size === printed.length && mentions.every((other) => other.abstract === abstract)
  );
}
