import { trendingOrder } from '../../lists/trending';

/** What one digest says of a paper. */
export interface Appearance {
  digestPk: number;
  digestSlug: string;
  /** Sorts as the digests do. */
  dateKey: string;
  date: string | null;
  rank: number;
  title: string;
  abstract: string | null;
  /** Its authors in order; null where the digest does not name them all. */
  authors: string[] | null;
  /** Its arXiv identifier without a version; null where the digest names none. */
  arxivId: string | null;
}

/** What a paper shows, given everything that digests say of it. */
export interface SettledPaper {
  title: string;
  abstract: string | null;
  authors: string[] | null;
  arxivId: string | null;
  firstSeenOn: string | null;
  firstSeenKey: string;
  trendingScore: number;
}

/** Ranks are counted down from here in the key, so that descending order puts the best rank of a day first. */
const RANK_CEILING = 9_999_999;

/**
 * Decides what a paper shows from all its appearances, whatever order they were imported in: the text of the newest
 * digest that prints an abstract (of the newest at all when none does), the authors and the identifier of the newest that
 * names them, the first dated digest as first seen.
 *
 * @param appearances at least one
 */
export function settlePaper(appearances: readonly Appearance[]): SettledPaper {
  const oldestFirst = [...appearances].sort((a, b) => (a.dateKey < b.dateKey ? -1 : 1));
  const newestFirst = [...oldestFirst].reverse();
  const text = newestFirst.find(({ abstract }) => abstract !== null) ?? (newestFirst[0] as Appearance);
  const first = oldestFirst.find(({ date }) => date !== null) ?? (oldestFirst[0] as Appearance);
  return {
    title: text.title,
    abstract: text.abstract,
    authors: newestFirst.find(({ authors }) => authors !== null)?.authors ?? null,
    arxivId: newestFirst.find(({ arxivId }) => arxivId !== null)?.arxivId ?? null,
    firstSeenOn: first.date,
    firstSeenKey: `${first.dateKey}/${String(RANK_CEILING - first.rank).padStart(7, '0')}`,
    trendingScore: trendingOrder(appearances.flatMap(({ date, rank }) => (date === null ? [] : [{ date, rank }]))),
  };
}

/** The key by which digests sort: by date, those without one first, and by slug within a day. */
export function dateKeyOf(digest: { date: string | null; slug: string }): string {
  return `${digest.date ?? '0000-00-00'}/${digest.slug}`;
}
