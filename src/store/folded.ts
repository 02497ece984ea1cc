import { isSameData } from './is-same-data';

interface Known {
  relation: object;
  args: unknown;
  values: ReadonlyMap<number, unknown>;
}

/**
 * What statements of one operation brought along beside what they were asked for, until it is asked for: the pages of
 * relations, folded into the statement of their parents.
 */
export class Folded {
  /** Few: an operation asks for a relation in few ways. */
  private readonly known: Known[] = [];

  /** @param values by parent */
  put(relation: object, args: unknown, values: ReadonlyMap<number, unknown>): void {
    this.known.push({ relation, args, values });
  }

  /** What was brought along for a parent; undefined when nothing was. */
  get(relation: object, args: unknown, parent: number): unknown {
    for (const one of this.known) {
      if (one.relation !== relation) continue;
      const value = one.values.get(parent);
      if (value !== undefined && isSameData(one.args, args)) return value;
    }
    return undefined;
  }
}
