import type { ChangedType, ChangeKind } from '../../store/entities/change';

/** What one transaction changes. Each thing comes up once, with what happened to it from the first step to the last. */
export class ChangeSet {
  private readonly kinds: Record<ChangedType, Map<string, ChangeKind | null>> = { DIGEST: new Map(), PAPER: new Map() };

  /** @param key the public key of the thing */
  note(type: ChangedType, key: string, kind: ChangeKind): void {
    const earlier = this.kinds[type].get(key);
    this.kinds[type].set(key, earlier == null ? kind : combine(earlier, kind));
  }

  /** Digests first, then papers, each in the order in which they came up. */
  *[Symbol.iterator](): Iterator<{ type: ChangedType; key: string; kind: ChangeKind }> {
    for (const type of ['DIGEST', 'PAPER'] as const) {
      for (const [key, kind] of this.kinds[type]) if (kind !== null) yield { type, key, kind };
    }
  }
}

/** Null when the thing was not there before and is not there after. */
function combine(earlier: ChangeKind, later: ChangeKind): ChangeKind | null {
  if (earlier === 'ADDED') return later === 'REMOVED' ? null : 'ADDED';
  return later === 'REMOVED' ? 'REMOVED' : 'CHANGED';
}
