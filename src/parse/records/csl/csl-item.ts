/** An item of CSL-JSON, whose members may be of any kind: what other tools write differs from the schema. */
export class CslItem {
  constructor(private readonly members: Readonly<Record<string, unknown>>) {}

  /** A member as a text: numbers in figures, of a list the first one; null where it has none. */
  text(name: string): string | null {
    const value = this.value(name);
    const first = Array.isArray(value) ? value[0] : value;
    const text = typeof first === 'number' ? String(first) : first;
    return typeof text === 'string' && text.trim() !== '' ? text : null;
  }

  /** The first of some members that is a text, with its name. */
  first(...names: string[]): { name: string; text: string } | null {
    for (const name of names) {
      const text = this.text(name);
      if (text !== null) return { name, text };
    }
    return null;
  }

  /** A member as a list; one by itself is a list of one. */
  list(name: string): unknown[] {
    const value = this.value(name);
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : [value];
  }

  /** A member as it is; undefined where it has none. */
  value(name: string): unknown {
    return Object.hasOwn(this.members, name) ? this.members[name] : undefined;
  }

  /** A member that is an object, or null. */
  item(name: string): CslItem | null {
    return cslItem(this.value(name));
  }
}

/** A value as an item; null where it is no object. */
export function cslItem(value: unknown): CslItem | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new CslItem(value as Record<string, unknown>)
    : null;
}
