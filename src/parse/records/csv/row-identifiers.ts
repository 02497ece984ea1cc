import { arxivIdentifierIn, arxivIdentifierInNote } from '../arxiv-identifiers';
import { Identifiers } from '../collected';
import { doisIn, identifierAs, identifierOf } from '../identifiers';
import type { IdentifierScheme, SourceRecord } from '../record';
import type { Subject } from './columns';
import { addressesInCell, type Cell, type RowCells } from './row-cells';

const OWN: readonly (readonly [Subject, IdentifierScheme])[] = [
  ['openreview', 'OPENREVIEW'],
  ['acl', 'ACL'],
  ['semanticScholar', 'SEMANTIC_SCHOLAR'],
  ['openAlex', 'OPENALEX'],
  ['dblp', 'DBLP'],
  ['pubmed', 'PUBMED'],
];

/**
 * The identifiers of a row.
 *
 * @param more other cells that lead to the paper
 */
export function identifiersOf(cells: RowCells, more: readonly Cell[]): SourceRecord['identifiers'] {
  const found = new Identifiers();
  for (const { name, text } of cells.all('arxiv')) found.addArxiv(name, text, text);
  for (const { name, text } of cells.all('doi')) {
    for (const part of doisIn(text)) found.add(name, text, identifierOf(part));
  }
  for (const [subject, scheme] of OWN) {
    for (const { name, text } of cells.all(subject)) found.add(name, text, identifierAs(scheme, text));
  }
  for (const { name, text } of [...more, ...cells.all('page', 'pdf')]) {
    for (const url of addressesInCell(text)) found.add(name, text, identifierOf(url));
  }
  for (const { name, text } of cells.all('key')) found.add(name, text, identifierOf(text));
  for (const { name, text } of cells.all('venue')) found.add(name, text, arxivIdentifierIn(text));
  for (const { name, text } of cells.all('note')) found.add(name, text, arxivIdentifierInNote(text));
  return found.stated;
}
