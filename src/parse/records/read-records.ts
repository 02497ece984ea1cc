import type { DumpFile } from '../dump/dump';
import { isDump } from '../dump/is-dump';
import { readDump } from '../dump/read-dump';
import { DigestSyntaxError, quote } from '../file/digest-syntax-error';
import { readArxivAtom } from './arxiv/read-arxiv-atom';
import { readArxivOai } from './arxiv/read-arxiv-oai';
import { readArxivSnapshot } from './arxiv/read-arxiv-snapshot';
import { readBibtex } from './bibtex/read-bibtex';
import { boundedRecords } from './bounds/bounded-records';
import { withoutControls } from './bounds/without-controls';
import { readCrossref } from './crossref/read-crossref';
import { readCslJson } from './csl/read-csl-json';
import { readCsv } from './csv/read-csv';
import { readDblp } from './dblp/read-dblp';
import { readHubDaily } from './hub/read-hub-daily';
import { readOpenAlex } from './openalex/read-openalex';
import { readEvaluationTables } from './papers-with-code/read-evaluation-tables';
import { readLinks } from './papers-with-code/read-links';
import { readMethods } from './papers-with-code/read-methods';
import { readPapersWithAbstracts } from './papers-with-code/read-papers';
import type { ReadRecord, RecordReader } from './record';
import { readRis } from './ris/read-ris';
import { readSemanticScholar } from './semantic-scholar/read-semantic-scholar';
import { type RecordFormat, TELLING_HEAD, tellFormat } from './tell-format';

/** What reads each format. */
const READERS: Readonly<Record<RecordFormat, RecordReader>> = {
  HUB_DAILY: readHubDaily,
  PAPERS_WITH_CODE_PAPERS: readPapersWithAbstracts,
  PAPERS_WITH_CODE_LINKS: readLinks,
  PAPERS_WITH_CODE_EVALUATION_TABLES: readEvaluationTables,
  PAPERS_WITH_CODE_METHODS: readMethods,
  ARXIV_JSON: readArxivSnapshot,
  ARXIV_ATOM: readArxivAtom,
  ARXIV_OAI: readArxivOai,
  OPENALEX: readOpenAlex,
  SEMANTIC_SCHOLAR: readSemanticScholar,
  CROSSREF: readCrossref,
  CSL_JSON: readCslJson,
  DBLP: readDblp,
  BIBTEX: readBibtex,
  RIS: readRis,
  CSV: readCsv,
};

/** The formats in the words of people. */
export const KNOWN_FORMATS =
  'daily papers of the hub, Papers with Code, arXiv (JSON Lines, Atom, OAI-PMH), OpenAlex, Semantic Scholar, Crossref, CSL-JSON, DBLP, BibTeX, RIS or CSV';

/** A file of records: what it is in, and what stands in it. */
export interface RecordFile {
  format: RecordFormat;
  records: AsyncIterable<ReadRecord>;
}

/** A file in none of the formats. */
export interface OtherFile {
  format: null;
  /** All of it. */
  text: AsyncIterable<string>;
}

/** Our own export of all that sources say. */
export interface OwnFile extends DumpFile {
  format: 'OFFPRINT';
}

/**
 * Opens a file in whatever format it is, which its beginning tells and not its name.
 *
 * @param text the decoded text of the file, in pieces cut anywhere
 * @param file its name or path, for messages and for what it says of the day
 * @throws DigestSyntaxError when it is our own export and its head is damaged, or of another version
 */
export async function openRecords(
  text: AsyncIterable<string>,
  file: string,
): Promise<RecordFile | OwnFile | OtherFile> {
  const pieces = withoutControls(text);
  let head = '';
  while (head.length < TELLING_HEAD) {
    const { value, done } = await pieces.next();
    if (done) break;
    head += value;
  }
  const all = behind(head, pieces);
  if (isDump(head)) return { format: 'OFFPRINT', ...(await readDump(all, file)) };
  const format = tellFormat(head);
  return format === null
    ? { format, text: all }
    : { format, records: boundedRecords(READERS[format](all, file), file) };
}

/**
 * Reads a file of records in whatever format it is, as `openRecords` does.
 *
 * @throws DigestSyntaxError when it is in none of the formats, naming those that are known
 */
export async function readRecords(text: AsyncIterable<string>, file: string): Promise<RecordFile> {
  const opened = await openRecords(text, file);
  if (opened.format === 'OFFPRINT') {
    throw new DigestSyntaxError(file, 1, KNOWN_FORMATS, 'an export of Offprint, which `import` takes');
  }
  if (opened.format !== null) return opened;
  const { value = '' } = await opened.text[Symbol.asyncIterator]().next();
  throw new DigestSyntaxError(file, 1, KNOWN_FORMATS, value.trim() === '' ? 'an empty file' : quote(value));
}

async function* behind(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
