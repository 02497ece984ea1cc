import type { Entry, Field } from './parse-entry';

/** An entry that others inherit from. */
export interface Giver {
  /** As `keyOf` writes it. */
  key: string;
  type: string;
  fields: Field[];
}

/** Entries that say things for others: wholes that have parts, and biblatex's stores of fields. */
const GIVING = /^(?:(?:mv)?(?:proceedings|book|collection|reference)|periodical|xdata)$/;
/** More than that no entry gives or inherits from: a short one is as much work as all that it inherits. */
const MOST_GIVEN = 10_000;
const MOST_GIVERS = 10;

const WHEN = ['date', 'year', 'month', 'day'];
/**
 * What a part has of its whole under the same name: when and where it was published, but nothing that tells which work it is,
 * as the DOI of the whole does.
 */
const OF_WHOLE = ['booktitle', 'booksubtitle', 'journal', 'journaltitle', 'journalsubtitle', 'eventtitle', ...WHEN];
/** What is by the authors of the book that it stands in. */
const OF_ONE_AUTHOR = /^(?:inbook|bookinbook|suppbook)$/;

/** A key as it is compared: BibTeX takes those for one that differ in case alone. */
export function keyOf(key: string): string {
  return key.trim().toLowerCase();
}

/** The keys of the entries from which one inherits, as `keyOf` writes them, the stores first; nearly all have none. */
export function referencesOf({ fields }: Entry): string[] {
  const referring = fields.filter(({ name }) => /^(?:crossref|xdata)$/i.test(name));
  if (referring.length === 0) return [];
  const keysIn = (wanted: string): string[] =>
    referring
      .filter(({ name }) => name.toLowerCase() === wanted)
      .flatMap(({ value }) => value.split(',', MOST_GIVERS).map(keyOf));
  return [...keysIn('xdata'), ...keysIn('crossref')].filter((key) => key !== '').slice(0, MOST_GIVERS);
}

/** What an entry gives to others; null where it is of a kind that gives nothing. */
export function giverOf({ key, type, fields }: Entry): Giver | null {
  if (key === null || !GIVING.test(type)) return null;
  let room = MOST_GIVEN;
  const given = fields.filter(({ name, value }) => {
    const isGiven = type === 'xdata' || /^(?:title|subtitle|author)$/i.test(name) || isOfWhole(name.toLowerCase());
    if (!isGiven || value.length > room) return false;
    room -= value.length;
    return true;
  });
  return { key: keyOf(key), type, fields: given };
}

function isOfWhole(lower: string): boolean {
  return OF_WHOLE.includes(lower);
}

/**
 * An entry with what it inherits, as biber has it: of a store all that it does not say itself; of its whole the title as that of
 * its book or journal, and when that was published.
 */
export function withInherited(entry: Entry, giverOfKey: (key: string) => Giver | undefined): Entry {
  const fields = new Inherited(entry.fields);
  for (const key of referencesOf(entry)) {
    const giver = giverOfKey(key);
    if (giver?.type === 'xdata') fields.addAll(giver.fields);
    else if (giver !== undefined) fields.addOfWhole(giver, entry.type);
  }
  return fields.added.length === 0 ? entry : { ...entry, fields: [...entry.fields, ...fields.added] };
}

class Inherited {
  readonly added: Field[] = [];
  private readonly names: Set<string>;

  constructor(own: readonly Field[]) {
    this.names = new Set(own.map(({ name }) => name.toLowerCase()));
  }

  addAll(fields: readonly Field[]): void {
    for (const { name, value } of fields) this.add(name, value);
  }

  addOfWhole({ type, fields }: Giver, ofPart: string): void {
    const journal = type === 'periodical' ? 'journal' : null;
    const [title, subtitle] = journal ? ['journaltitle', 'journalsubtitle'] : ['booktitle', 'booksubtitle'];
    const isPlaced = (): boolean => this.names.has(title) || (journal !== null && this.names.has(journal));
    const isDated = this.names.has('date') || this.names.has('year');
    const wasPlaced = isPlaced();
    for (const { name, value } of fields) {
      const lower = name.toLowerCase();
      const isOwn = WHEN.includes(lower) ? isDated : wasPlaced && lower === subtitle;
      if (isOfWhole(lower) && !isOwn) this.add(lower, value);
      if (lower === 'author' && OF_ONE_AUTHOR.test(ofPart)) this.add(lower, value);
    }
    // A volume of several has a title of its own, and none of a book that it stands in.
    if (isPlaced() || GIVING.test(ofPart)) return;
    for (const { name, value } of fields) {
      if (/^title$/i.test(name)) this.add(title, value);
      if (/^subtitle$/i.test(name)) this.add(subtitle, value);
    }
  }

  private add(name: string, value: string): void {
    if (this.names.has(name.toLowerCase())) return;
    this.names.add(name.toLowerCase());
    this.added.push({ name, value });
  }
}
