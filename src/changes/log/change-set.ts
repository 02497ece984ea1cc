import type { ChangeAction, ChangedType } from '../../store/entities/change';

/** What one transaction changes. Each thing comes up once, with what happened to it from the first step to the last. */
export class ChangeSet {
  private readonly actions: Record<ChangedType, Map<string, ChangeAction | null>> = {
    DIGEST: new Map(),
    PAPER: new Map(),
  };

  /** @param key the public key of the thing */
  note(type: ChangedType, key: string, action: ChangeAction): void {
    const earlier = this.actions[type].get(key);
    this.actions[type].set(key, earlier == null ? action : combine(earlier, action));
  }

  /** Digests first, then papers, each in the order in which they came up. */
  *[Symbol.iterator](): Iterator<{ type: ChangedType; key: string; action: ChangeAction }> {
    for (const type of ['DIGEST', 'PAPER'] as const) {
      for (const [key, action] of this.actions[type]) if (action !== null) yield { type, key, action };
    }
  }
}

/** Null when the thing was not there before and is not there after. */
function combine(earlier: ChangeAction, later: ChangeAction): ChangeAction | null {
  if (earlier === 'ADDED') return later === 'REMOVED' ? null : 'ADDED';
  return later === 'REMOVED' ? 'REMOVED' : 'CHANGED';
}
