/** Hears of commits while it is open. */
export interface Watch {
  close(): void;
}

/** Who is told that something may have been committed, by this process or another. */
export interface Listener {
  /** @param version the version that was committed; 0 when it is not known */
  onCommit(version: number): void;
  onError(error: unknown): void;
  /** What was heard before is of another database than the one that is open now. */
  onReplaced(): void;
}

/** Starts to listen for commits. What was committed before it listens is not told: read once after. */
export type StartWatch = (listener: Listener) => Watch;
