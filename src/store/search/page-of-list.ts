import type { Position } from '../read/keyset';
import type { Page, Window } from '../read/list';
import type { ScoredDoc } from './scored-doc';

/** The part of a list in memory that a window asks for. */
export function pageOf(hits: readonly ScoredDoc[], { limit, after, before, backwards }: Window): Page<ScoredDoc> {
  const within = hits.filter(
    (hit) => (after === null || isBehind(hit, after)) && (before === null || isBefore(hit, before)),
  );
  const part = backwards ? within.slice(-limit || within.length) : within.slice(0, limit);
  return {
    items: part.map((row) => ({ row, position: [row.score, row.doc] })),
    hasMore: within.length > part.length,
  };
}

function isBehind(hit: ScoredDoc, position: Position): boolean {
  const [score, doc] = position as [number, number];
  return hit.score < score || (hit.score === score && hit.doc > doc);
}

function isBefore(hit: ScoredDoc, position: Position): boolean {
  const [score, doc] = position as [number, number];
  return hit.score > score || (hit.score === score && hit.doc < doc);
}
