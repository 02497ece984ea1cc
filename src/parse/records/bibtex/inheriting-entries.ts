import { ownCopy } from '../../../text/own-copy';
import { type Giver, giverOf, keyOf, referencesOf, withInherited } from './inherited-fields';
import type { Entry, Field } from './parse-entry';

/** An entry that is whole, and where it stands. */
export interface PlacedEntry {
  entry: Entry;
  number: number;
  line: number;
}

/**
 * So much is kept of a file, however long it is, in UTF-16 units: of those that give about 40,000 proceedings, of those that wait
 * about 10,000 papers with abstracts. What has been kept longest goes first, and gives or waits no more; what belongs together
 * stands close together, or in a library that is not so large.
 */
const MOST_KEPT = 20_000_000;
/** What an object costs beside its texts, in UTF-16 units. */
const OVERHEAD = 100;

/** The entries of a file, each with what it inherits, as soon as all of that has come; it may stand before the entry or behind it. */
export class InheritingEntries {
  private readonly givers = new Map<string, Giver>();
  private given = 0;
  /** By the key of what they wait for, the longest first. */
  private readonly waiting = new Map<string, PlacedEntry[]>();
  private waited = 0;

  constructor(private readonly mostKept = MOST_KEPT) {}

  /** The entries that are complete with the next one of the file. */
  *take(placed: PlacedEntry): Iterable<PlacedEntry> {
    const missing = this.missingOf(placed.entry);
    if (missing === null) yield* this.complete([placed]);
    else this.wait(ownCopy(missing), { ...placed, entry: ownEntry(placed.entry) });
    for (const key of this.waiting.keys()) {
      if (this.waited <= this.mostKept) return;
      yield* this.complete(this.release(key));
    }
  }

  /** At the end of the file those that wait in vain, and before others those for what is not among these. */
  *end(): Iterable<PlacedEntry> {
    const left = new Set([...this.waiting.values()].flat().map(({ entry }) => keyOf(entry.key ?? '')));
    for (const key of this.waiting.keys()) if (!left.has(key)) yield* this.complete(this.release(key));
    for (const key of this.waiting.keys()) yield* this.complete(this.release(key));
  }

  /** Gives entries what they inherit, and then those that have waited for one of them. */
  private *complete(entries: PlacedEntry[]): Iterable<PlacedEntry> {
    for (const placed of entries) {
      const entry = withInherited(placed.entry, (key) => this.givers.get(key));
      yield { ...placed, entry };
      const giver = giverOf(entry);
      if (giver === null || this.givers.has(giver.key)) continue;
      this.keep(giver);
      for (const waiting of this.release(giver.key)) {
        const missing = this.missingOf(waiting.entry);
        if (missing === null) entries.push(waiting);
        else this.wait(missing, waiting);
      }
    }
  }

  private missingOf(entry: Entry): string | null {
    return referencesOf(entry).find((key) => !this.givers.has(key)) ?? null;
  }

  private wait(key: string, placed: PlacedEntry): void {
    this.waited += sizeOf(placed.entry.fields);
    const others = this.waiting.get(key);
    if (others) others.push(placed);
    else this.waiting.set(key, [placed]);
  }

  private release(key: string): PlacedEntry[] {
    const waiting = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const { entry } of waiting) this.waited -= sizeOf(entry.fields);
    return waiting;
  }

  /** Of two that have one key BibTeX takes the first. */
  private keep({ key, type, fields }: Giver): void {
    const kept = { key: ownCopy(key), type, fields: fields.map(ownField) };
    this.givers.set(kept.key, kept);
    this.given += sizeOf(kept.fields);
    for (const oldest of this.givers.values()) {
      if (this.given <= this.mostKept) return;
      this.given -= sizeOf(oldest.fields);
      this.givers.delete(oldest.key);
    }
  }
}

function ownEntry(entry: Entry): Entry {
  return { ...entry, key: entry.key && ownCopy(entry.key), fields: entry.fields.map(ownField) };
}

function ownField({ name, value }: Field): Field {
  return { name: ownCopy(name), value: ownCopy(value) };
}

function sizeOf(fields: readonly Field[]): number {
  return fields.reduce((size, { name, value }) => size + name.length + value.length + OVERHEAD, OVERHEAD);
}
