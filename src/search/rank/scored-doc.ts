/** A document that was found, and how well it fits. */
export interface ScoredDoc {
  doc: number;
  score: number;
}
