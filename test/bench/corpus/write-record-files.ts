import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { coinName } from './coin-name';
import { makePapers } from './make-papers';
import { createRandom, integer, pick, type Random } from './random';
import { readSourceText } from './source-text';

/** Files of records as people hold them, of the same papers. */
export interface RecordFiles {
  /** The JSON Lines of arXiv's snapshot: authors, categories, versions. */
  arxiv: string;
  /** `papers-with-abstracts.json` of Papers with Code. */
  papers: string;
  /** `links-between-papers-and-code.json` of Papers with Code, a row a repository; of every other paper one. */
  links: string;
}

const SEED = 20_260_101;
const FIRST_YEAR = 2015;
const YEARS = 10;
const CATEGORIES = ['cs.LG', 'cs.CV', 'cs.CL', 'cs.RO', 'cs.AI', 'stat.ML', 'eess.IV', 'cs.CR'];
const FRAMEWORKS = ['pytorch', 'tf', 'jax', 'none', null];
const MOST_AUTHORS = 7;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface MadeRecord {
  arxivId: string;
  title: string;
  abstract: string;
  authors: { given: string; family: string }[];
  categories: string[];
  year: number;
  month: number;
}

/** Writes records of so many papers, the same bytes each time; each file is written piece by piece. */
export function writeRecordFiles(folder: string, papers: number): RecordFiles {
  mkdirSync(folder, { recursive: true });
  const files = {
    arxiv: join(folder, 'arxiv-metadata-oai-snapshot.json'),
    papers: join(folder, 'papers-with-abstracts.json'),
    links: join(folder, 'links-between-papers-and-code.json'),
  };
  const [arxiv, withAbstracts, links] = [files.arxiv, files.papers, files.links].map((file) => openSync(file, 'w')) as [
    number,
    number,
    number,
  ];
  writeSync(withAbstracts, '[\n');
  writeSync(links, '[\n');
  let place = 0;
  for (const record of makeRecords(papers)) {
    const between = place === 0 ? '' : ',\n';
    writeSync(arxiv, `${JSON.stringify(toSnapshot(record))}\n`);
    writeSync(withAbstracts, between + JSON.stringify(toPaper(record)));
    if (place % 2 === 0) writeSync(links, between + JSON.stringify(toLink(record, place)));
    place += 1;
  }
  writeSync(withAbstracts, '\n]\n');
  writeSync(links, '\n]\n');
  for (const file of [arxiv, withAbstracts, links]) closeSync(file);
  return files;
}

function* makeRecords(papers: number): Generator<MadeRecord> {
  const random = createRandom(SEED);
  const made = makePapers(random, readSourceText());
  const aMonth = Math.ceil(papers / (YEARS * MONTHS.length));
  for (let place = 0; place < papers; place++) {
    const { title, abstract } = made.next().value as { title: string; abstract: string };
    const months = Math.floor(place / aMonth);
    const [year, month] = [FIRST_YEAR + Math.floor(months / MONTHS.length), months % MONTHS.length];
    const number = String((place % aMonth) + 1).padStart(5, '0');
    yield {
      arxivId: `${String(year).slice(2)}${String(month + 1).padStart(2, '0')}.${number}`,
      title,
      abstract,
      authors: Array.from({ length: 1 + integer(random, MOST_AUTHORS) }, () => makeAuthor(random)),
      categories: [...new Set([pick(random, CATEGORIES), pick(random, CATEGORIES)])],
      year,
      month,
    };
  }
}

/** Families of few syllables come again, as they do. */
function makeAuthor(random: Random): MadeRecord['authors'][number] {
  return { given: coinName(random).slice(0, 5), family: coinName(random).slice(0, 4) };
}

function toSnapshot({ arxivId, title, abstract, authors, categories, year, month }: MadeRecord): object {
  return {
    id: arxivId,
    submitter: `${authors[0]?.given} ${authors[0]?.family}`,
    authors: authors.map(({ given, family }) => `${given} ${family}`).join(', '),
    title,
    comments: '9 pages, 4 figures',
    'journal-ref': null,
    doi: null,
    'report-no': null,
    categories: categories.join(' '),
    license: 'http://arxiv.org/licenses/nonexclusive-distrib/1.0/',
    abstract: `  ${abstract}\n`,
    versions: [{ version: 'v1', created: `Mon, 2 ${MONTHS[month]} ${year} 12:00:00 GMT` }],
    update_date: `${year}-${String(month + 1).padStart(2, '0')}-20`,
    authors_parsed: authors.map(({ given, family }) => [family, given, '']),
  };
}

function toPaper({ arxivId, title, abstract, authors, year, month }: MadeRecord): object {
  return {
    paper_url: paperUrl(arxivId),
    arxiv_id: arxivId,
    nips_id: null,
    openreview_id: null,
    title,
    abstract,
    short_abstract: null,
    url_abs: `http://arxiv.org/abs/${arxivId}v1`,
    url_pdf: `http://arxiv.org/pdf/${arxivId}v1.pdf`,
    proceeding: null,
    authors: authors.map(({ given, family }) => `${given} ${family}`),
    tasks: ['Image Classification'],
    date: `${year}-${String(month + 1).padStart(2, '0')}-02`,
    conference_url_abs: null,
    conference_url_pdf: null,
    conference: null,
    reproduces_paper: null,
    methods: [],
  };
}

function toLink({ arxivId, title }: MadeRecord, place: number): object {
  return {
    paper_url: paperUrl(arxivId),
    paper_title: title,
    paper_arxiv_id: arxivId,
    paper_url_abs: `http://arxiv.org/abs/${arxivId}v1`,
    paper_url_pdf: `http://arxiv.org/pdf/${arxivId}v1.pdf`,
    repo_url: `https://github.com/made-lab/repository-${place}`,
    is_official: place % 3 === 0,
    mentioned_in_paper: place % 3 === 0,
    mentioned_in_github: place % 3 === 1,
    framework: FRAMEWORKS[place % FRAMEWORKS.length],
  };
}

function paperUrl(arxivId: string): string {
  return `https://paperswithcode.com/paper/made-${arxivId.replace('.', '-')}`;
}
