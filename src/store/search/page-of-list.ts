import sql from 'sql-template-tag';
import { checkPosition, type OrderTerm, type Position } from '../read/keyset';
import type { Page, Window } from '../read/list';
import type { ScoredDoc } from './scored-doc';

/** The order of what a search finds, of a table `p` of scored documents. */
export const bestFirst: OrderTerm[] = [
  { by: sql`p.score`, as: 'score', descending: true, number: 'float' },
  { by: sql`p.doc`, as: 'doc', descending: false, number: 'integer' },
];

/**
 * The part of a list in memory that a window asks for.
 *
 * @throws WrongPosition
 */
export function pageOf(hits: readonly ScoredDoc[], { limit, after, before, backwards }: Window): Page<ScoredDoc> {
  if (after) checkPosition(bestFirst, after, 'after');
  if (before) checkPosition(bestFirst, before, 'before');
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
