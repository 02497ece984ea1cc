/** Whether a paper is about a topic, or only mentions it. */
export type Standing = 'ABOUT' | 'MENTIONED';

/** From this score on a paper is about the topic. */
export const ABOUT = 0.4;
/** From this score on a paper mentions the topic; what scores less is no topic of it. */
export const MENTIONED = 0.2;

/** What the score at a topic makes the topic to the paper. */
export function standingOf(score: number): Standing {
  return score >= ABOUT ? 'ABOUT' : 'MENTIONED';
}
