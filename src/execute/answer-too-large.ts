/** Ends an operation whose answer would be longer than answers may be. */
export class AnswerTooLarge extends Error {
  /** @param most how many characters it may have */
  constructor(readonly most: number) {
    super(`Answer: expected at most ${most} characters, got more; ask for smaller pages or fewer fields`);
  }
}
