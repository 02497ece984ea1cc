import type { Evidence, PaperText } from './evidence';

/** What an address in a paper's text leads to. */
export type LinkKind =
  | 'REPOSITORY'
  | 'ORGANIZATION'
  | 'PROJECT_PAGE'
  | 'MODEL'
  | 'DATASET'
  | 'SPACE'
  | 'COLLECTION'
  | 'ARCHIVE'
  | 'ANONYMOUS'
  | 'PAPER'
  | 'VIDEO'
  | 'SHORT_LINK'
  | 'WEBSITE';

/** AVAILABLE, or ANNOUNCED where the sentence puts it in the future ("will soon be available"). */
export type Availability = 'AVAILABLE' | 'ANNOUNCED';

/** The public key of a code repository; spelled as written, compared without regard to case. */
export interface RepositoryName {
  host: string;
  /** May hold `/` on GitLab, where groups nest. */
  owner: string;
  name: string;
}

/** An address in a paper's text: what it is, how it was written, where it stands. */
export interface Link {
  kind: LinkKind;
  /** Normalised address; for a repository its root, `https://host/owner/name`. */
  url: string;
  urlAsWritten: string;
  availability: Availability;
  /** Present exactly when `kind` is REPOSITORY. */
  repository: RepositoryName | null;
  /** Branch, tag or commit of a deep link into a repository. */
  ref: string | null;
  /** Path below the ref of a deep link into a repository. */
  path: string | null;
  evidence: Evidence;
}

/** Every address in the text, in order of appearance, each address once. */
export function extractLinks(text: PaperText): Link[] {
  void text;
  return [];
}
