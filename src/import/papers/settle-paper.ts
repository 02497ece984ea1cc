import { trendingOrder } from '../../lists/trending';
import type { RecordAuthor, Stated } from '../../parse/records/record';
import { standsForTitle } from '../../parse/records/stated';
import type { StoredAuthor } from '../../store/entities/paper/paper';
import { isPrinting, type PaperMention, type Printing, type Said, type Statement } from './mentions';
import { type Origin, precedenceOf, venuePrecedenceOf } from './precedence';

/** What a paper shows, given everything that sources say of it. */
export interface SettledPaper {
  title: string;
  abstract: string | null;
  authors: StoredAuthor[] | null;
  arxivId: string | null;
  doi: string | null;
  /** As exact as it is known: `2026`, `2026-05` or `2026-05-13`. */
  publishedOn: string | null;
  venue: string | null;
  categories: string[] | null;
  isWithdrawn: boolean;
  firstSeenOn: string | null;
  firstSeenKey: string;
  trendingScore: number;
}

/** Ranks are counted down from here in the key, so that descending order puts the best rank of a day first. */
const RANK_CEILING = 9_999_999;

/**
 * Decides what a paper shows from all that sources say of it, whatever order they were imported in. Of each fact that counts
 * which stands first by precedence, of two sources of one kind the newest: the text that has an abstract (any title when none
 * does, rather than an identifier or address in the place of one), all authors (see `authorsOf`), the identifiers, the venue, and the day of publication, as exact as others
 * know it that agree. It was first seen in the first dated digest.
 *
 * @param mentions at least one
 * @param slug the paper's public key
 */
export function settlePaper(mentions: readonly PaperMention[], slug: string): SettledPaper {
  const inPrecedence = byPrecedence(mentions, precedenceOf);
  const text =
    inPrecedence.find(({ abstract }) => abstract !== null) ??
    inPrecedence.find(hasOwnTitle) ??
    (inPrecedence[0] as PaperMention);
  const publishedOn = mostExact(factsOf(inPrecedence, (said) => said.publishedOn));
  const printings = mentions.filter(isPrinting);
  return {
    title: text.title,
    abstract: text.abstract,
    authors: authorsOf(inPrecedence),
    arxivId: identifierOf(inPrecedence, 'ARXIV'),
    doi: identifierOf(inPrecedence, 'DOI'),
    publishedOn,
    venue: factsOf(byPrecedence(mentions, venuePrecedenceOf), ({ venue }) => venue)[0] ?? null,
    categories: inPrecedence.map(categoriesOf).find((categories) => categories.length > 0) ?? null,
    isWithdrawn: mentions.some((mention) => !isPrinting(mention) && mention.record.said.isWithdrawn !== null),
    ...seenOf(printings, publishedOn, slug),
    trendingScore: trendingOrder(printings.flatMap(({ date, rank }) => (date === null ? [] : [{ date, rank }]))),
  };
}

/** Whether it says a title, and nothing that stands for one. */
function hasOwnTitle(mention: PaperMention): boolean {
  return isPrinting(mention) || !standsForTitle(mention.record.said.title);
}

/** Where what a mention says comes from. */
function originOf(mention: PaperMention): Origin {
  return isPrinting(mention) ? 'DIGEST' : mention.record.format;
}

/** Mentions, those whose word counts first; of one origin the newest first. */
function byPrecedence(mentions: readonly PaperMention[], placeOf: (origin: Origin) => number): PaperMention[] {
  return [...mentions].sort((one, other) => {
    const place = placeOf(originOf(one)) - placeOf(originOf(other));
    if (place !== 0) return place;
    return ageOf(one) === ageOf(other) ? 0 : ageOf(one) > ageOf(other) ? -1 : 1;
  });
}

/** Sorts as the states of one source do, the oldest first; by what a record says where it tells nothing of its age. */
function ageOf(mention: PaperMention): string {
  if (isPrinting(mention)) return mention.dateKey;
  const { hash, said } = mention.record;
  const days = [said.place?.value.day, ...said.versions.map(({ value }) => value.date)].filter((day) => day != null);
  return `${days.sort().at(-1) ?? ''}/${hash}`;
}

/** A fact as the records state it, those whose word counts first. */
function factsOf(inPrecedence: readonly PaperMention[], factOf: (said: Said) => Stated<string> | null): string[] {
  return inPrecedence.flatMap((mention) => (isPrinting(mention) ? [] : (factOf(mention.record.said)?.value ?? [])));
}

/** The first, or what is more exact and says the same: `2026-05-13` for `2026`. */
function mostExact(days: readonly string[]): string | null {
  const [first = null] = days;
  if (first === null) return null;
  return days.filter((day) => day.startsWith(first)).reduce((most, day) => (day.length > most.length ? day : most));
}

/** Of records that name all authors the first; a digest does not say whether it does, and comes before those that say they do not. */
function authorsOf(inPrecedence: readonly PaperMention[]): StoredAuthor[] | null {
  const statements = statementsOf(inPrecedence).filter(({ record }) => record.said.authors.length > 0);
  const whole = statements.find(({ record }) => record.said.hasAllAuthors);
  const printed = inPrecedence.filter(isPrinting).find(({ authors }) => authors !== null);
  if (whole === undefined && printed !== undefined) return (printed.authors ?? []).map((name) => ({ name }));
  const stated = whole ?? statements[0];
  return stated ? stated.record.said.authors.map(({ value }) => knownOf(value)) : null;
}

/** Only what is known of an author, so that it is stored in few characters. */
function knownOf({ name, given, family, orcid, affiliations }: RecordAuthor): StoredAuthor {
  return {
    name,
    ...(given !== null && { given }),
    ...(family !== null && { family }),
    ...(orcid !== null && { orcid }),
    ...(affiliations.length > 0 && { affiliations }),
  };
}

function identifierOf(inPrecedence: readonly PaperMention[], scheme: 'ARXIV' | 'DOI'): string | null {
  const prefix = `${scheme}:`;
  for (const { identifiers } of inPrecedence) {
    const found = identifiers.find((identifier) => identifier.startsWith(prefix));
    if (found !== undefined) return found.slice(prefix.length);
  }
  return null;
}

function categoriesOf(mention: PaperMention): string[] {
  return isPrinting(mention) ? [] : mention.record.said.categories.map(({ value }) => value);
}

/** What no digest holds stands where it was published, behind the digests of that day. */
function seenOf(
  printings: readonly Printing[],
  publishedOn: string | null,
  slug: string,
): Pick<SettledPaper, 'firstSeenOn' | 'firstSeenKey'> {
  const oldestFirst = [...printings].sort((a, b) => (a.dateKey < b.dateKey ? -1 : 1));
  const first = oldestFirst.find(({ date }) => date !== null) ?? oldestFirst[0];
  if (first === undefined) {
    const day = `${publishedOn ?? '0000'}-00-00`.slice(0, '0000-00-00'.length);
    return { firstSeenOn: null, firstSeenKey: `${day}//${slug}` };
  }
  return {
    firstSeenOn: first.date,
    firstSeenKey: `${first.dateKey}/${String(RANK_CEILING - first.rank).padStart(7, '0')}`,
  };
}

/** The key by which digests sort: by date, those without one first, and by slug within a day. */
export function dateKeyOf(digest: { date: string | null; slug: string }): string {
  return `${digest.date ?? '0000-00-00'}/${digest.slug}`;
}

/** The records among mentions. */
export function statementsOf(mentions: readonly PaperMention[]): Statement[] {
  return mentions.filter((mention): mention is Statement => !isPrinting(mention));
}
