/** Where the year of a digest's date came from; null together with a null `date`. */
export type DateSource = 'FILE_NAME' | 'ARGUMENT' | 'TEXT';

/** One paper as a digest prints it. */
export interface DigestEntry {
  /** The title on one line, white space squeezed. */
  title: string;
  /** The abstract as printed, paragraphs joined by one blank line (`\n\n`), or null where the digest prints none. */
  abstract: string | null;
  /** 1-based line of the title in the file. */
  line: number;
  /** Its authors in order, or null where the digest does not name them all. */
  authors: string[] | null;
  /** Its arXiv identifier without a version, or null where the digest names none. */
  arxivId: string | null;
}

/** A piece of a page that belongs to no paper: a count of votes, a rule, the page's foot. */
export interface Furniture {
  /** As printed, on one line. */
  text: string;
  /** 1-based line in the file. */
  line: number;
}

/** One issue of a digest: its header as printed and its papers in order. */
export interface ParsedDigest {
  /** Stem of the file name; for one of several digests in a file, the stem and the date label. */
  slug: string;
  /** The banner as printed; the file's stem where the digest has no header. */
  title: string;
  /** `AK and the research community`, or null where there is no byline. */
  curator: string | null;
  /** The date as printed: `Mar 11`, or null. */
  dateLabel: string | null;
  /** YYYY-MM-DD, or null when the label or the year is not known. */
  date: string | null;
  dateSource: DateSource | null;
  /** Distinct papers in printed order. `rank` is the 1-based place among all printed entries. */
  entries: (DigestEntry & { rank: number })[];
  /** Entries whose paper was printed before in this digest: kept once, at the first place. */
  repeats: { title: string; line: number; firstLine: number }[];
  /** What stands around the papers and was dropped, in printed order. */
  dropped: Furniture[];
}
