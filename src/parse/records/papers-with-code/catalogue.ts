import { addressesOf } from '../addresses';
import { Identifiers, Links } from '../collected';
import { identifierAs, identifierOf } from '../identifiers';
import { type JsonObject, keyOf, shortOf } from '../json/members';
import { dateOfTime } from '../json/times';
import type { Identifier, RecordLink, Stated } from '../record';
import { stated } from '../stated';

/** Fields of an object that hold an address, and what it is to the paper. */
export type AddressFields = readonly (readonly [string, RecordLink['role']])[];

/** The identifiers that an object names: in fields of their own, and in its addresses. */
export function identifiersOf(
  object: JsonObject,
  fields: { arxiv?: string; openReview?: string; addresses: readonly string[] },
): Stated<Identifier>[] {
  const identifiers = new Identifiers();
  const add = (field: string | undefined, read: (text: string) => Identifier | null): void => {
    const written = field === undefined ? null : keyOf(object[field]);
    if (written !== null && field !== undefined) identifiers.add(field, written, read(written));
  };
  const arxiv = fields.arxiv === undefined ? null : keyOf(object[fields.arxiv]);
  if (arxiv !== null && fields.arxiv !== undefined) identifiers.addArxiv(fields.arxiv, arxiv, arxiv);
  add(fields.openReview, (text) => identifierAs('OPENREVIEW', text));
  for (const field of fields.addresses) add(field, identifierOf);
  return identifiers.stated;
}

/** The addresses in fields, each once, but those of the catalogue's own pages. */
export function linksOf(object: JsonObject, fields: AddressFields): Stated<RecordLink>[] {
  const links = new Links();
  for (const [field, role] of fields) {
    for (const url of addressesOf(shortOf(object[field]) ?? '')) if (!isOfCatalogue(url)) links.add(field, url, role);
  }
  return links.stated;
}

/** The day that a field gives, also where it is a time. */
export function dateOf(object: JsonObject, field: string): Stated<string> | null {
  const date = dateOfTime(object[field]);
  return date === null ? null : stated(field, object[field], date);
}

/** Whether an address is one of the catalogue's own pages: they are gone. */
export function isOfCatalogue(url: string): boolean {
  return /^https?:\/\/(?:www\.)?paperswithcode\.com\//i.test(url);
}
