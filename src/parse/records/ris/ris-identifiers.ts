import { addressesOf } from '../addresses';
import { arxivIdentifierIn, arxivIdentifierInNote, isArxiv } from '../arxiv-identifiers';
import { Identifiers } from '../collected';
import { identifierAs, identifierOf } from '../identifiers';
import type { SourceRecord } from '../record';
import type { RisValues } from './ris-values';

const DOI_LINE = /^doi\s*[:=]?\s*(?=10\.|https?:)/i;
const PMID = /^(\d{1,9})\s*\[pmid\]$/i;

/** The identifiers of a record: RIS has a tag for a DOI, and none for arXiv. */
export function identifiersOf(values: RisValues): SourceRecord['identifiers'] {
  const found = new Identifiers();
  for (const { tag, text } of values.all('DO', 'DI', 'L3', 'M3', 'N1', 'UR', 'LK', 'L1', 'L2')) {
    for (const line of text.split('\n')) {
      const address = addressesOf(line);
      for (const part of address.length > 0 && !/^N/.test(tag) ? address : [line.replace(DOI_LINE, '')]) {
        found.add(tag, line, /^N/.test(tag) && !DOI_LINE.test(line) ? null : identifierOf(part));
      }
    }
  }
  const isOnArxiv = values.all('PB', 'DB', 'DP', 'JO', 'JF', 'T2').some(({ text }) => isArxiv(text));
  for (const { tag, text } of values.all('AN', 'M1', 'C1', 'C7', 'VL', 'IS', 'SP')) {
    if (isOnArxiv) found.addArxiv(tag, text, text);
    found.add(tag, text, arxivIdentifierIn(text));
  }
  for (const { tag, text } of values.all(
    'M3',
    'JO',
    'JF',
    'T2',
    'JA',
    'J2',
    'PB',
    'C2',
    'C3',
    'C4',
    'C5',
    'C6',
    'C8',
    'U1',
    'U2',
    'U3',
    'SE',
    'T3',
  )) {
    found.add(tag, text, arxivIdentifierIn(text));
  }
  for (const { tag, text } of values.all('N1', 'AV')) found.add(tag, text, arxivIdentifierInNote(text));
  for (const { tag, text } of values.all('U1', 'U2', 'AN')) {
    const isPubmed = tag === 'AN' && /^pub ?med$/i.test(values.first('DB')?.text ?? '');
    const id = isPubmed ? text : PMID.exec(text)?.[1];
    if (id !== undefined) found.add(tag, text, identifierAs('PUBMED', id));
  }
  return found.stated;
}
