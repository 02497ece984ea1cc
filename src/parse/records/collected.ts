import { isPdfAddress } from './addresses';
import type { Identifier, RecordLink, Stated } from './record';
import { linkOf, stated } from './stated';

/** Identifiers that a record states, each once, where it stands first. */
export class Identifiers {
  readonly stated: Stated<Identifier>[] = [];
  private readonly known = new Set<string>();

  add(field: string, written: unknown, identifier: Identifier | null): void {
    if (identifier === null) return;
    const key = `${identifier.scheme} ${identifier.value}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.stated.push(stated(field, written, identifier));
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
