import { isDump } from '../dump/is-dump';
import { JSON_FORMATS, tellJson } from './json/tell-json';
import { isTableHead } from './table-head';

/** The formats that records come in. */
export const RECORD_FORMATS = [...JSON_FORMATS, 'ARXIV_ATOM', 'ARXIV_OAI', 'DBLP', 'BIBTEX', 'RIS', 'CSV'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** So much of a text tells its format, in UTF-16 units. */
export const TELLING_HEAD = 65_536;
/** Lines of other text before the first entry of BibTeX: it takes them for remarks, but a text that quotes an entry is none. */
const MOST_REMARKS = 5;

const BIBTEX_ENTRY = /^[ \t]*@[a-z]+[ \t]*[{(]\s*(?:[^\s,={}()"]+\s*,\s*(?:[\w:-]+\s*=|[)}])|[\w:-]+\s*=\s*["{])/im;
const BIBTEX_REMARK = /^\s*(?:%|#|\/\/|-{3}|@(?:comment|preamble)\b|$)/i;
const RIS_TYPE = /^[ \t]*TY {1,2}-[ \t]*[A-Z]+/m;
const RIS_TAG = /^[ \t]*[A-Z][A-Z\d] {1,2}-(?: |$)/m;
/** The first element of XML, behind what may stand before it. */
const FIRST_ELEMENT =
  /^\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE\s+([\w:-]+)[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<([A-Za-z][\w:.-]*)/;
const DBLP_RECORD = /^(?:article|(?:in)?proceedings|book|incollection|phdthesis|mastersthesis|www|data)$/;

/**
 * Which format a file of records is in, by its beginning and not by its name; null for the plain text of a digest, for our own
 * exports of all that sources say, and anything else. A file of a format that is damaged is told too, so that its reader can say what is wrong.
 *
 * @param text the first {@link TELLING_HEAD} UTF-16 units of its text, or all
 */
export function tellFormat(text: string): RecordFormat | null {
  const head = text.slice(0, TELLING_HEAD).replace(/^\ufeff/, '');
  if (isDump(head)) return null;
  if (/^\s*[[{]/.test(head)) return tellJson(head);
  if (/^\s*</.test(head)) return tellXml(head);
  if (isBibtex(head)) return 'BIBTEX';
  if (RIS_TYPE.test(head) && RIS_TAG.test(head.replace(RIS_TYPE, ''))) return 'RIS';
  return isTableHead(head) ? 'CSV' : null;
}

function tellXml(head: string): RecordFormat | null {
  const [, , name] = FIRST_ELEMENT.exec(head) ?? [];
  const local = name?.replace(/^.*:/, '');
  if (local === 'feed') return /\barxiv\.org\b/i.test(head) ? 'ARXIV_ATOM' : null;
  if (local === 'dblp' || (DBLP_RECORD.test(local ?? '') && /^[^>]*\skey="/.test(head.slice(head.indexOf(`<${name}`)))))
    return 'DBLP';
  return /\barxiv\.org\/OAI\b|\boai:arxiv\.org:|<(?:\w+:)?arXiv(?:Raw|Old)?[\s>]/i.test(head) ? 'ARXIV_OAI' : null;
}

function isBibtex(head: string): boolean {
  const entry = BIBTEX_ENTRY.exec(head);
  if (entry === null) return false;
  const remarks = head.slice(0, entry.index).split('\n');
  return remarks.filter((line) => !BIBTEX_REMARK.test(line)).length <= MOST_REMARKS;
}
