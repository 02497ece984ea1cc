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

/** Names of columns in lower case, letters and figures only; the ones that tell most first, then those of other languages. */
const NAMES: Readonly<Record<Subject, string>> = {
  title:
    'title papertitle articletitle documenttitle titleofpaper titleofthepaper papername titel titre título titulo 标题 论文标题 论文题目 论文名称 题目 publication paper 论文 name',
  authors:
    'authors author authornames authorlist paperauthors authorfullnames creators creator autoren autor autores auteurs auteur 作者',
  abstract: 'abstract abstractnote paperabstract summary zusammenfassung résumé resumen 摘要',
  date: 'date publishedon publicationdate publisheddate datepublished published publishedat pubdate releasedate releaseddate submitted submissiondate submittedon coverdate publishdate publicationtime posteddate datum 日期 发表日期 发布日期 发布时间 发表时间',
  year: 'year publicationyear pubyear publishedyear yearpublished yearofpublication py jahr année annee año 年份 发表年份',
  month: 'month monat mois mes 月份',
  arxiv: 'arxiv arxivid arxivno arxivnumber arxivlink arxivurl arxividentifier paperarxivid eprint arxivabs arxivpdf',
  doi: 'doi paperdoi doilink doiurl',
  openreview: 'openreview openreviewid openreviewurl openreviewlink',
  acl: 'aclid aclanthologyid aclanthology',
  semanticScholar: 's2id s2paperid semanticscholarid semanticscholar',
  openAlex: 'openalexid openalex',
  pubmed: 'pmid pubmedid',
  dblp: 'dblp dblpkey dblpid',
  page: 'paperurl paperlink absurl abslink url link paperlinks articleurl publicationurl landingpage landingpageurl papersource htmlurl paperpage 链接 论文链接 论文地址 paper',
  pdf: 'pdf pdfurl pdflink paperpdf urlpdf',
  code: 'code codeurl codelink codelinks github githuburl githublink githubrepo githubrepository repo repourl repolink repository repositoryurl sourcecode officialcode implementation software codebase coderepository projectcode githublinks githubpage gitrepo repolinks repositorylink officialrepo officialrepository 代码 代码链接 代码地址 开源代码',
  project:
    'project projecturl projectpage projectpageurl projectlink projectwebsite website websiteurl homepage webpage demo demourl site projecthomepage projectwebpage 项目主页 项目 主页',
  data: 'dataset dataseturl datasetlink data dataurl datalink',
  media: 'video videourl videolink slides poster youtube media',
  venue:
    'venue journal conference publicationtitle booktitle journaltitle sourcetitle proceedingstitle conferencename journalconference conferencejournal venuename publicationname publishedin journalname proceedings containertitle zeitschrift revue revista 会议 期刊 期刊会议 会议期刊 发表 publication',
  keywords:
    'keywords keyword authorkeywords topics topic tags tag manualtags automatictags schlagwörter schlagworter motsclés motscles 关键词 标签',
  categories: 'arxivcategories arxivcategory primarycategory categories',
  key: 'key citekey citationkey bibtexkey bibkey id paperid',
  votes: 'upvotes votes',
  stars: 'stars githubstars',
  framework: 'framework',
  note: 'extra notes note comments comment remarks',
};

/** Columns that any table may have: they are the title only beside one that tables of papers have. */
const ANYWHERE = /^(?:publication|paper|name|论文)$/;
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

const KNOWN: ReadonlySet<string> = new Set(SUBJECTS.flatMap(([, names]) => names));
const TITLES: ReadonlySet<string> = new Set(NAMES.title.split(' '));

/** The name of a column as names are compared: in lower case, letters and figures only. */
export function plainColumn(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a column of this name, as names are compared, says something of a paper. */
export function isKnownColumn(plain: string): boolean {
  return KNOWN.has(plain);
}

/** Whether a column of this name, as names are compared, can be that of the titles. */
export function isTitleColumn(plain: string): boolean {
  return TITLES.has(plain);
}

/** The columns that a row of a header names; null where none of them is the title. */
export function columnsOf(header: readonly string[]): Columns | null {
  const plain = header.map(plainColumn);
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
