/** A value that a source states, and how it stands there: the evidence of a stated fact. */
export interface Stated<Value> {
  value: Value;
  /** The field in the source's own words, with the way to it where it lies deeper: `eprint`, `paper.githubRepo`, `AU`. */
  field: string;
  /** The value as it is written there, at most {@link LONGEST_AS_WRITTEN} UTF-16 units of it. */
  asWritten: string;
}

/** More of a value than this is not kept as it was written, in UTF-16 units. */
export const LONGEST_AS_WRITTEN = 1_000;

/** The schemes of identifiers, the one that tells most of a paper first. */
export const IDENTIFIER_SCHEMES = [
  'ARXIV',
  'DOI',
  'OPENREVIEW',
  'ACL',
  'SEMANTIC_SCHOLAR',
  'OPENALEX',
  'PAPERS_WITH_CODE',
  'DBLP',
  'PUBMED',
] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** An identifier in the one spelling in which two of them are compared. */
export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
}

/** A name as a person reads it, and its parts where the source tells them apart. */
export interface RecordAuthor {
  /** Given names first: `Ada B. Example`; the name of a group as it stands. */
  name: string;
  given: string | null;
  family: string | null;
  /** Without an address in front: `0000-0002-1825-0097`. */
  orcid: string | null;
  affiliations: string[];
}

/** What an address is to the paper, as the source's field says; what it leads to is told from the address itself. */
export type LinkRole = 'CODE' | 'PROJECT' | 'LANDING' | 'PDF' | 'DATA' | 'MEDIA' | 'OTHER';

/** An address that a source states beside the texts. */
export interface RecordLink {
  /** An absolute http(s) address, without blanks and line breaks. */
  url: string;
  role: LinkRole;
  /** Whether it is the authors' own; null where the source does not say. */
  isOfficial: boolean | null;
  /** Whether the paper names it, and whether it names the paper; null where the source does not say. */
  isMentionedInPaper: boolean | null;
  isMentionedInRepository: boolean | null;
  /** `pytorch`, `tf`, `jax`; null where the source does not say. */
  framework: string | null;
  /** Stars of a repository, with the day of the record; null where the source does not say. */
  stars: number | null;
  /** Whether a machine of the source guessed it (the hub's `auto`). */
  isGuess: boolean;
}

/** A version of a paper, as arXiv numbers them. */
export interface RecordVersion {
  /** From 1. */
  number: number;
  /** YYYY-MM-DD; null where the source does not say. */
  date: string | null;
}

/** A row of a table of results. */
export interface RecordResult {
  task: string;
  dataset: string;
  metric: string;
  /** As written, signs and per cents too: `92.4%`. */
  value: string;
  model: string;
}

/** A day's list, and the paper's place in it from 1. */
export interface RecordPlace {
  /** YYYY-MM-DD. */
  day: string;
  rank: number;
}

/**
 * What one source says of one paper: texts on one line where they are titles and names, without markup (braces, tags, entities;
 * `$…$` stays), values as written beside them. What the source does not say is null or empty, and nothing is guessed.
 */
export interface SourceRecord {
  /** Place of the record in the file, from 1. */
  number: number;
  /** 1-based line on which it begins; null where the format has no lines. */
  line: number | null;
  /** The source's own key, such as that of a BibTeX entry; null where it has none. */
  key: string | null;
  title: Stated<string>;
  /** Paragraphs separated by a blank line. */
  abstract: Stated<string> | null;
  /** In order. */
  authors: Stated<RecordAuthor>[];
  /** Whether these are all, and not `and others`. */
  hasAllAuthors: boolean;
  /** Each once. */
  identifiers: Stated<Identifier>[];
  /** As exact as the source is: `2026`, `2026-05` or `2026-05-13`. */
  publishedOn: Stated<string> | null;
  /** Journal, book or conference; arXiv is none. */
  venue: Stated<string> | null;
  /** Of arXiv, the primary one first: `cs.LG`. */
  categories: Stated<string>[];
  /** Words that the source files the paper under: keywords, tasks, methods, fields. */
  keywords: Stated<string>[];
  versions: Stated<RecordVersion>[];
  isWithdrawn: Stated<true> | null;
  links: Stated<RecordLink>[];
  /** Votes that it had when the record was made. */
  votes: Stated<number> | null;
  place: Stated<RecordPlace> | null;
  results: Stated<RecordResult>[];
}

/** A record that could not be read, in a sentence: `file:line: expected …, got …`, or `file: record 5: …`. */
export interface BrokenRecord {
  number: number;
  problem: string;
}

/** What a reader gives: records in the order of the file, and a word for each that it could not read. */
export type ReadRecord = SourceRecord | BrokenRecord;

/** Whether a record could not be read. */
export function isBroken(read: ReadRecord): read is BrokenRecord {
  return 'problem' in read;
}

/**
 * Reads one format. Text comes in pieces cut anywhere, so that a file of any size takes bounded memory; records go out as they
 * are complete. Nothing is fetched, whatever stands in it.
 *
 * @param text the decoded text of the file
 * @param file its name or path, for messages and for what it says of the day
 */
export type RecordReader = (text: AsyncIterable<string>, file: string) => AsyncIterable<ReadRecord>;
