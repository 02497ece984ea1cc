import { isPdfAddress } from './addresses';
import { mendedArxivIdentifierOf, wholeArxivIdentifierOf } from './arxiv-identifiers';
import type { Identifier, RecordLink, Stated } from './record';
import { linkOf, stated } from './stated';

/** Identifiers that a record states, each once, where it stands first. */
export class Identifiers {
  private readonly found: Stated<Identifier>[] = [];
  private readonly known = new Set<string>();
  private mended: Stated<Identifier> | null = null;

  /** One of arXiv that has lost a zero is among them only where none is whole: it is told by its figures, and these may deceive. */
  get stated(): Stated<Identifier>[] {
    const { mended, found } = this;
    return mended === null || found.some(({ value }) => value.scheme === 'ARXIV') ? found : [...found, mended];
  }

  /** Takes what a field of arXiv's holds: an identifier, or the number that it became in a spreadsheet. */
  addArxiv(field: string, written: unknown, text: string): void {
    const whole = wholeArxivIdentifierOf(text);
    if (whole !== null) this.add(field, written, whole);
    const mended = whole === null ? mendedArxivIdentifierOf(text) : null;
    if (mended !== null) this.mended ??= stated(field, written, mended);
  }

  add(field: string, written: unknown, identifier: Identifier | null): void {
    if (identifier === null) return;
    const key = `${identifier.scheme} ${identifier.value}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.found.push(stated(field, written, identifier));
  }
}

/** Links that a record states, each address once, where it stands first. */
export class Links {
  readonly stated: Stated<RecordLink>[] = [];
  private readonly known = new Set<string>();

  /** A page that turns out to be a PDF is one. */
  add(field: string, url: string, role: RecordLink['role']): void {
    if (this.known.has(url)) return;
    this.known.add(url);
    this.stated.push(stated(field, url, linkOf(url, role === 'LANDING' && isPdfAddress(url) ? 'PDF' : role)));
  }
}
