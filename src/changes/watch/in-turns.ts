/**
 * Does one piece of work for all who ask for it while another is under way, and never two at once. Who asks gets the
 * outcome of work that began after asking, so it is no older than the question.
 */
export function inTurns<Outcome>(work: () => Promise<Outcome>): () => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<Outcome> | null = null;
  return () => {
    next ??= last.then(() => {
      next = null;
      const turn = work();
      last = turn.catch(() => undefined);
      return turn;
    });
    return next;
  };
}
