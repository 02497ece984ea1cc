import { slugify } from '../../text/slugify';
import { withoutTexAccents } from '../../text/tex';
import type { Identifier, IdentifierScheme } from '../records/record';

/** What a source says of a paper, as far as it tells which one it is. */
export interface Mention {
  title: string;
  /** See `titleKey`; null where the title leads to no other paper: it says little, and the source is no digest. */
  titleKey: string | null;
  abstract: string | null;
  /** As `identifierKey` writes them. */
  identifiers: readonly string[];
  /** Of the authors that it names, in order, as `familyKey` writes them. */
  families: readonly string[];
  /** When the paper was published; null where it does not say. */
  year: number | null;
  /** The digest that prints it, which holds no paper twice; null for any other source. */
  digestPk: number | null;
}

/** An identifier as one text: `ARXIV:2503.04715`. */
export function identifierKey({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`;
}

/** The scheme of an identifier that was written as one text. */
export function schemeOf(key: string): IdentifierScheme {
  return key.slice(0, key.indexOf(':')) as IdentifierScheme;
}

const JUNIOR = /[\s,]+(?:[JS]r\.?|I{2,3}|IV)$/i;

/**
 * The last word of a name, given names first, without accents and in lower case: what most spellings of a family name have in
 * common (`Van Gool`, `L. van Gool`); empty for a name without letters.
 */
export function familyKey(name: string): string {
  return (
    slugify(withoutTexAccents(name.replace(JUNIOR, '')))
      .split('-')
      .at(-1) ?? ''
  );
}

/** What tells of a paper beside title and text, where its authors and its identifier on arXiv are printed. */
export function printedIdentity({
  authors,
  arxivId,
}: {
  authors: readonly string[] | null;
  arxivId: string | null;
}): Pick<Mention, 'identifiers' | 'families'> {
  return {
    identifiers: arxivId === null ? [] : [identifierKey({ scheme: 'ARXIV', value: arxivId })],
    families: (authors ?? []).map(familyKey),
  };
}
