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

/** The public key of a code repository; spelled as written, compared without regard to case. */
export interface RepositoryName {
  host: string;
  /** May hold `/` on GitLab, where groups nest. */
  owner: string;
  name: string;
}

/** What an address says by itself, in whatever spelling it was written. */
export interface Address {
  kind: LinkKind;
  /** Normalised address; for a repository its root, `https://host/owner/name`. */
  url: string;
  /** Present exactly when `kind` is REPOSITORY. */
  repository: RepositoryName | null;
  /** Branch, tag or commit of a deep link into a repository. */
  ref: string | null;
  /** Path below the ref of a deep link into a repository. */
  path: string | null;
}
