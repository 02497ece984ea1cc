/** Names of operations that are told apart, and how long one may be: each makes some twenty numbers more. */
const MOST_NAMES = 100;
const LONGEST_NAME = 64;

/** Names come from clients: the first ones are told apart, all further ones are counted together. */
export class KnownNames {
  private readonly known = new Set<string>();

  /** @returns the name; `other` for one too many, and for an operation without a name `` */
  labelOf(name: string | null): string {
    if (name === null) return '';
    if (this.known.has(name)) return name;
    if (this.known.size >= MOST_NAMES || name.length > LONGEST_NAME) return 'other';
    this.known.add(name);
    return name;
  }
}
