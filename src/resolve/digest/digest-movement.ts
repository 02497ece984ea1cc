import { registerEnumType } from 'type-graphql';

export const DigestMovementEnum = {
  NEW: 'NEW',
  RETURNED: 'RETURNED',
  UP: 'UP',
  DOWN: 'DOWN',
  UNCHANGED: 'UNCHANGED',
} as const;

export type DigestMovement = keyof typeof DigestMovementEnum;

registerEnumType(DigestMovementEnum, {
  name: 'DigestPaperMovement',
  description: 'How the place of a paper in a digest came about.',
  valuesConfig: {
    NEW: { description: 'No earlier digest holds the paper. Digests of unknown date are earlier than none.' },
    RETURNED: { description: 'An earlier digest holds it, but not the one right before.' },
    UP: { description: 'It stands better than in the digest right before.' },
    DOWN: { description: 'It stands worse than in the digest right before.' },
    UNCHANGED: { description: 'It stands where it stood in the digest right before.' },
  },
});

/**
 * How a place came about.
 *
 * @param place.previousRank the place in the digest right before, if it was there
 * @param place.isNew whether no earlier digest holds the paper
 */
export function movementOf(place: { rank: number; previousRank: number | null; isNew: boolean }): DigestMovement {
  const { rank, previousRank, isNew } = place;
  if (previousRank === null) return isNew ? 'NEW' : 'RETURNED';
  if (rank === previousRank) return 'UNCHANGED';
  return rank < previousRank ? 'UP' : 'DOWN';
}
