/** A document that was found, and how well it fits. */
export interface ScoredDoc {
  doc: number;
  score: number;
}

/** A document in its place, and what its score is made of; what it has beyond both parts is for being named by the whole query. */
export interface RankedDoc extends ScoredDoc {
  /** What its words add. */
  wordScore: number;
  /** What its vector adds. */
  vectorScore: number;
}
