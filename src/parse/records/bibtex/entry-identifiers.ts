import { addressesOf } from '../addresses';
import { arxivIdentifierAt, arxivIdentifierIn, arxivIdentifierInNote, isArxiv } from '../arxiv-identifiers';
import { Identifiers } from '../collected';
import { doisIn, identifierAs, identifierOf } from '../identifiers';
import type { SourceRecord } from '../record';
import type { BibtexFields } from './bibtex-fields';

const ARXIV = ['arxiv', 'arxivid', 'arxiv_id', 'arxiv-id', 'arxivnumber', 'arxiv_number'];
const NAMING_ARXIV = [
  'journal',
  'journaltitle',
  'booktitle',
  'volume',
  'number',
  'eid',
  'pages',
  'series',
  'type',
  'publisher',
  'institution',
];
/** Where an entry says that its numbers are arXiv's, and these numbers. */
const PLACES = [
  'journal',
  'journaltitle',
  'booktitle',
  'publisher',
  'institution',
  'organization',
  'archive',
  'archiveprefix',
];
const NUMBERS = ['volume', 'number', 'eid', 'pages'];
const NOTES = ['note', 'howpublished', 'annote', 'addendum', 'pubstate'];
const ADDRESSES = ['url', 'ee', 'link', 'paper', 'pdf', 'html', 'biburl', 'bdsk-url-1', 'bdsk-url-2', 'howpublished'];

/** The identifiers of an entry, those that a field is meant for first. */
export function identifiersOf(fields: BibtexFields, key: string | null): SourceRecord['identifiers'] {
  const found = new Identifiers();
  addEprint(fields, found);
  for (const field of fields.allOfAddresses(ARXIV)) found.addArxiv(field.name, field.written, field.text);
  for (const field of fields.all(['doi'])) {
    for (const part of doisIn(field.text)) found.add(field.name, field.written, identifierOf(part));
  }
  for (const field of fields.all(['pmid'])) found.add(field.name, field.written, identifierAs('PUBMED', field.text));
  for (const field of fields.allOfAddresses(ADDRESSES)) {
    for (const url of addressesOf(field.text)) found.add(field.name, field.written, identifierOf(url));
  }
  const isOnArxiv = fields.all(PLACES).some(({ text }) => isArxiv(text));
  for (const field of isOnArxiv ? fields.all(NUMBERS) : []) found.addArxiv(field.name, field.written, field.text);
  for (const field of fields.all(NAMING_ARXIV)) found.add(field.name, field.written, arxivIdentifierIn(field.text));
  for (const field of fields.all(NOTES)) found.add(field.name, field.written, arxivIdentifierInNote(field.text));
  if (key !== null) found.add('key', key, key.startsWith('DBLP:') ? identifierAs('DBLP', key) : identifierOf(key));
  return found.stated;
}

/** `eprint` is whose `archivePrefix` or `eprinttype` says; without either arXiv's, if it looks like one of these. */
function addEprint(fields: BibtexFields, found: Identifiers): void {
  const eprint = fields.first('eprint');
  if (eprint === null) return;
  const archive = fields.first('eprinttype', 'archiveprefix', 'archive')?.text.trim().toLowerCase() ?? 'arxiv';
  if (archive === 'pubmed') found.add(eprint.name, eprint.written, identifierAs('PUBMED', eprint.text));
  else if (archive.includes('arxiv') || archive === '') {
    found.addArxiv(eprint.name, eprint.written, eprint.text);
    const primary = fields.first('primaryclass', 'eprintclass')?.text ?? '';
    found.add(eprint.name, eprint.written, arxivIdentifierAt(primary, eprint.text));
  } else found.add(eprint.name, eprint.written, identifierOf(eprint.text));
}
