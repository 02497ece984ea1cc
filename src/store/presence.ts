/** Whether the database that a store has open is still the one under its name. */
export interface Presence {
  /**
   * @param holdsMs for how long what was seen before may be relied on, in milliseconds
   * @throws DatabaseUnavailable when another one is under its name, or none
   */
  check(holdsMs?: number): void;
  /** The same as a question that has no consequences. */
  isThere(): boolean;
  /** Another number for each database that is opened in the place of the one before. */
  readonly generation: number;
}

/** PostgreSQL says so itself when it is asked something. */
export const SAYS_SO_ITSELF: Presence = {
  check: () => undefined,
  isThere: () => true,
  generation: 1,
};
