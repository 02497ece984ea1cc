import { type CitationFormat, citationFile, cite } from '../cite/cite';
import type { CitedPaper } from '../cite/cited-paper';
import { CSV_HEADER, csvRow } from '../cite/csv';
import type { Db } from '../store/sql';
import { readCitedPapers } from './cited-papers';
import { writeDump } from './dump/write-dump';
import { type ExportHead, headLines } from './export-head';
import type { ExportFormat } from './formats';
import { paperPages } from './paper-pages';

/** What a file has around its papers: it is head, papers with the separator between them, tail. */
interface Layout {
  head: string;
  separator: string;
  tail: string;
  write: (paper: CitedPaper) => string;
}

const CITATIONS: Readonly<Partial<Record<ExportFormat, CitationFormat>>> = {
  bib: 'BIBTEX',
  json: 'CSL_JSON',
  ris: 'RIS',
  md: 'MARKDOWN',
};

/**
 * Papers as a file, in pieces: a paper each (`jsonl`: what one source says of one), made when it is asked for, whatever their number
 * is. Papers come in the order in which they were stored.
 *
 * @param db what shows one moment of the database
 * @param head of the same moment; formats that have comments begin with it
 */
export async function* exportPapers(db: Db, format: ExportFormat, head: ExportHead): AsyncGenerator<string, void> {
  if (format === 'jsonl') {
    yield* writeDump(db, head);
    return;
  }
  const { write, separator, tail, ...layout } = layoutOf(format, head);
  let before = layout.head;
  for await (const pks of paperPages(db, head.filter)) {
    for (const paper of await readCitedPapers(db, pks)) {
      yield before + write(paper);
      before = separator;
    }
  }
  yield before === separator ? tail : before + tail;
}

function layoutOf(format: ExportFormat, head: ExportHead): Layout {
  const citation = CITATIONS[format];
  if (citation === undefined) return { head: CSV_HEADER, separator: '', tail: '', write: csvRow };
  return { ...citationFile(citation, headLines(head)), write: (paper) => cite(paper, citation) };
}
