/** What a column is about. */
export type Subject =
  | 'title'
  | 'authors'
  | 'abstract'
  | 'date'
  | 'year'
  | 'month'
  | 'arxiv'
  | 'doi'
  | 'openreview'
  | 'acl'
  | 'semanticScholar'
  | 'openAlex'
  | 'pubmed'
  | 'dblp'
  | 'page'
  | 'pdf'
  | 'code'
  | 'project'
  | 'data'
  | 'media'
  | 'venue'
  | 'keywords'
  | 'categories'
  | 'key'
  | 'votes'
  | 'stars'
  | 'framework'
  | 'note';

/** A column of a table. */
export interface Column {
  /** From 0. */
  index: number;
  /** As the header has it. */
  name: string;
}

/** The columns of a table that say something of a paper, for each subject in the order in which they are asked. */
export type Columns = ReadonlyMap<Subject, readonly Column[]>;

/** Names of columns in lower case, letters and figures only; the ones that tell most first. */
const NAMES: Readonly<Record<Subject, string>> = {
  title: 'title papertitle articletitle documenttitle titleofpaper titleofthepaper papername publication paper name',
  authors: 'authors author authornames authorlist paperauthors authorfullnames creators creator',
  abstract: 'abstract abstractnote paperabstract summary',
  date: 'date publishedon publicationdate publisheddate datepublished published publishedat pubdate releasedate releaseddate submitted submissiondate submittedon coverdate',
  year: 'year publicationyear pubyear publishedyear yearpublished yearofpublication py',
  month: 'month',
  arxiv: 'arxiv arxivid arxivno arxivnumber arxivlink arxivurl arxividentifier paperarxivid eprint arxivabs arxivpdf',
  doi: 'doi paperdoi doilink doiurl',
  openreview: 'openreview openreviewid openreviewurl openreviewlink',
  acl: 'aclid aclanthologyid aclanthology',
  semanticScholar: 's2id s2paperid semanticscholarid semanticscholar',
  openAlex: 'openalexid openalex',
  pubmed: 'pmid pubmedid',
  dblp: 'dblp dblpkey dblpid',
  page: 'paperurl paperlink absurl abslink url link paperlinks articleurl publicationurl landingpage landingpageurl papersource htmlurl paper',
  pdf: 'pdf pdfurl pdflink paperpdf urlpdf',
  code: 'code codeurl codelink codelinks github githuburl githublink githubrepo githubrepository repo repourl repolink repository repositoryurl sourcecode officialcode implementation software codebase coderepository projectcode',
  project:
    'project projecturl projectpage projectpageurl projectlink projectwebsite website websiteurl homepage webpage demo demourl site',
  data: 'dataset dataseturl datasetlink data dataurl datalink',
  media: 'video videourl videolink slides poster youtube media',
  venue:
    'venue journal conference publicationtitle booktitle journaltitle sourcetitle proceedingstitle conferencename journalconference conferencejournal venuename publicationname publishedin journalname publication',
  keywords: 'keywords keyword authorkeywords topics topic tags tag manualtags automatictags',
  categories: 'arxivcategories arxivcategory primarycategory categories',
  key: 'key citekey citationkey bibtexkey bibkey id paperid',
  votes: 'upvotes votes',
  stars: 'stars githubstars',
  framework: 'framework',
  note: 'extra notes note comments comment remarks',
};

/** Columns that any table may have: they are the title only beside one that tables of papers have. */
const ANYWHERE = /^(?:publication|paper|name)$/;
const OF_PAPERS: readonly Subject[] = [
  'authors',
  'abstract',
  'arxiv',
  'doi',
  'openreview',
  'semanticScholar',
  'openAlex',
  'page',
  'pdf',
  'code',
];

const SUBJECTS = Object.entries(NAMES).map(([subject, names]) => [subject as Subject, names.split(' ')] as const);

/** The columns that a row of a header names; null where none of them is the title. */
export function columnsOf(header: readonly string[]): Columns | null {
  const plain = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const columns = new Map<Subject, Column[]>();
  let titleAt = -1;
  for (const [subject, names] of SUBJECTS) {
    const found = names.flatMap((name) =>
      plain.flatMap((candidate, index) => (candidate === name ? [{ index, name: header[index]?.trim() ?? '' }] : [])),
    );
    // A column called `paper` is the title only where nothing else is; else it leads to the paper.
    const own = subject === 'title' ? found.slice(0, 1) : found.filter(({ index }) => index !== titleAt);
    if (subject === 'title') titleAt = own[0]?.index ?? -1;
    if (own.length > 0) columns.set(subject, own);
  }
  const isOfPapers = OF_PAPERS.some((subject) => columns.has(subject)) || !ANYWHERE.test(plain[titleAt] ?? '');
  return columns.has('title') && isOfPapers ? columns : null;
}
