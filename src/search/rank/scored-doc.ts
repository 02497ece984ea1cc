/** A document that was found, and how well it fits. */
export interface ScoredDoc {
  doc: number;
  /** Both parts, and what it has for being named by the whole query. */
  score: number;
  /** What its words add. */
  wordScore: number;
  /** What its vector adds. */
  vectorScore: number;
}
