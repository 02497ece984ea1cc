/** What a citation says of a paper. */
export interface CitedPaper {
  /** Its public key, which no other paper has and which stays. */
  slug: string;
  /** As printed, TeX too. */
  title: string;
  /** As printed, paragraphs separated by a blank line. */
  abstract: string | null;
  /** In order. */
  authors: readonly CitedAuthor[];
  /** As exact as it is known: `2026`, `2026-05` or `2026-05-13`. */
  publishedOn: string | null;
  /** Journal, book or conference. */
  venue: string | null;
  /** Without version: `2605.01234`. */
  arxivId: string | null;
  /** Of arXiv: `cs.LG`. */
  primaryCategory: string | null;
  doi: string | null;
  /** Where it can be read. */
  url: string | null;
  /** Where its code is. */
  codeUrls: readonly string[];
  keywords: readonly string[];
}

/** A name as a person reads it, and its parts where they are known. */
export interface CitedAuthor {
  /** Given names first: `Ada B. Example`; the name of a group as it stands. */
  name: string;
  given: string | null;
  family: string | null;
}
