import { htmlText } from '../markup/html-text';
import { texText } from '../markup/tex-text';
import type { Entry } from './parse-entry';

/** What a field says. */
export interface FieldText {
  /** Its name as it is written there. */
  name: string;
  /** Its value as it is written, TeX and all. */
  written: string;
  /** Its value as a text, blanks and line breaks within as they are. */
  text: string;
}

/** The link of `\href{…}{…}` is taken out of the text with what it stands behind. */
const HREF = /\\href\s{0,3}\{([^{}]{0,2000})\}/g;

/** The fields of an entry by their names in any case; of those that stand twice the last one. */
export class BibtexFields {
  private readonly byName = new Map<string, { name: string; written: string; text: string | null }>();

  constructor(entry: Entry) {
    for (const { name, value } of entry.fields)
      this.byName.set(name.toLowerCase(), { name, written: value, text: null });
  }

  /** The first of some fields that is there and not empty. */
  first(...names: string[]): FieldText | null {
    for (const name of names) {
      const field = this.byName.get(name);
      if (field === undefined) continue;
      field.text ??= textOf(field.written).trim();
      if (field.text !== '') return field as FieldText;
    }
    return null;
  }

  /** A title with the subtitle that biblatex has in a field of its own; null where there is no title. */
  titled(name: string, subtitleName: string): FieldText | null {
    const [title, subtitle] = [this.first(name), this.first(subtitleName)];
    if (title === null || subtitle === null || isWithin(subtitle.text, title.text)) return title;
    const sign = /[:?!.…–—]$/.test(title.text) ? '' : ':';
    const [written, text] = (['written', 'text'] as const).map((how) => `${title[how]}${sign} ${subtitle[how]}`);
    return { name: title.name, written: written as string, text: text as string };
  }

  /** All fields that are there of some. */
  all(names: Iterable<string>): FieldText[] {
    const found: FieldText[] = [];
    for (const name of names) {
      const field = this.byName.has(name) ? this.first(name) : null;
      if (field !== null) found.push(field);
    }
    return found;
  }

  /** All fields of addresses that are there of some, by whatever name that has these. */
  allOfAddresses(names: readonly string[]): FieldText[] {
    const known = this.names();
    return this.all(
      new Set(names.flatMap((name) => known.filter((other) => other === name || addressName(other) === name))),
    );
  }

  /** The names of all fields, in lower case. */
  names(): string[] {
    return [...this.byName.keys()];
  }
}

/** What a field of addresses is called without the word for these: `url_Code`, `code_url` and `codeLink` are `code`. */
export function addressName(lower: string): string {
  return lower.replace(/^url[_-](?=[a-z])|(?<=[a-z])[_-]?(?:urls?|links?)$/g, '');
}

/** A value with its links in it: `\href{https://a.org}{page}` as `https://a.org page`. */
export function withLinks(written: string): string {
  return textOf(written.replace(HREF, '$1 '));
}

/** Whether a title ends with its subtitle: some write it into both. */
function isWithin(subtitle: string, title: string): boolean {
  return title.toLowerCase().endsWith(subtitle.toLowerCase());
}

function textOf(written: string): string {
  return htmlText(texText(written));
}
