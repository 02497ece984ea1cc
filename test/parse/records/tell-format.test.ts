import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { RECORD_FORMATS, type RecordFormat, TELLING_HEAD, tellFormat } from '../../../src/parse/records/tell-format';

const json = (value: unknown): string => JSON.stringify(value);

/** Beginnings of files as their tools write them. */
const FILES: readonly [RecordFormat, string, string][] = [
  ['HUB_DAILY', 'a day', json([{ paper: { id: '2605.01234', authors: [], upvotes: 1 }, title: 'T' }])],
  ['HUB_DAILY', 'a paper', json({ id: '2605.01234', authors: [], title: 'T', summary: 'S', upvotes: 0 })],
  ['HUB_DAILY', 'a list in an object', json({ date: 'x', papers: [{ paper: { id: '2605.01234', title: 'T' } }] })],
  ['HUB_DAILY', 'a day that Python printed', "[{'paper': {'id': '2605.01234', 'hidden': False, 'title': 'T'}}]"],
  ['HUB_DAILY', 'a day with papers in quotation marks', json([{ paper: "{'id': '2605.01234'}", thumbnail: '' }])],
  ['HUB_DAILY', 'a day that is cut', '[{"paper": {"id": "2605.01234", "title": "T", "auth'],
  [
    'PAPERS_WITH_CODE_PAPERS',
    'papers',
    json([{ paper_url: 'x', arxiv_id: null, title: 'T', url_abs: null, tasks: [] }]),
  ],
  ['PAPERS_WITH_CODE_LINKS', 'links', json([{ paper_url: 'x', paper_title: 'T', repo_url: 'y', is_official: true }])],
  ['PAPERS_WITH_CODE_LINKS', 'links, one a line', `${json({ paper_url: 'x', paper_title: 'T', repo_url: null })}\n`],
  [
    'PAPERS_WITH_CODE_EVALUATION_TABLES',
    'leaderboards, the name of the task at the end',
    json([{ categories: [], datasets: [{ dataset: 'D', sota: { rows: [] } }], task: 'T' }]).slice(0, 50),
  ],
  ['PAPERS_WITH_CODE_EVALUATION_TABLES', 'tasks', json([{ task: 'T', categories: [], subtasks: [] }])],
  ['PAPERS_WITH_CODE_METHODS', 'methods', json([{ url: 'x', name: 'M', full_name: null, introduced_year: 2000 }])],
  [
    'ARXIV_JSON',
    'the snapshot',
    `${json({ id: '0704.0001', submitter: 'A', authors: 'B', categories: 'cs.LG', abstract: '' })}\n`,
  ],
  ['ARXIV_JSON', 'a list of it', json([{ id: '0704.0001', title: 'T', update_date: '2008-01-01' }])],
  ['OPENALEX', 'an answer', json({ meta: { count: 1 }, results: [{ id: 'https://openalex.org/W1', title: 'T' }] })],
  ['OPENALEX', 'lines', `${json({ id: 'x', doi: null, display_name: 'T', authorships: [] })}\n`],
  ['SEMANTIC_SCHOLAR', 'a batch', json([null, { paperId: '0f', externalIds: {}, title: 'T' }])],
  ['SEMANTIC_SCHOLAR', 'a search', json({ total: 1, offset: 0, data: [{ paperId: '0f', title: 'T' }] })],
  ['SEMANTIC_SCHOLAR', 'citations', json({ offset: 0, data: [{ citingPaper: { paperId: '0f', title: 'T' } }] })],
  ['SEMANTIC_SCHOLAR', 'the data set', `${json({ corpusid: 1, externalids: {}, title: 'T' })}\n`],
  ['CROSSREF', 'an answer', json({ status: 'ok', 'message-type': 'work', message: { DOI: 'x' } })],
  ['CROSSREF', 'the yearly data', json({ items: [{ DOI: 'x', title: ['T'] }] })],
  ['CROSSREF', 'a work whose title is far down', json([{ indexed: {}, 'reference-count': 1, publisher: 'P' }])],
  ['CSL_JSON', 'a library', json([{ id: 'a', type: 'article-journal', title: 'T', author: [{ family: 'F' }] }])],
  ['CSL_JSON', 'what Zotero answers', json({ items: [{ id: 1, type: 'paper-conference', title: 'T' }] })],
  [
    'CSL_JSON',
    'what a DOI answers',
    json({ type: 'article', DOI: 'x', title: 'T', indexed: {}, 'reference-count': 1 }),
  ],
  [
    'ARXIV_ATOM',
    'an answer',
    '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<link href="http://arxiv.org/api"/>',
  ],
  ['ARXIV_OAI', 'an answer', '<OAI-PMH><ListRecords><record><header><identifier>oai:arXiv.org:0704.0001</identifier>'],
  ['ARXIV_OAI', 'records by themselves', '<records>\n<arXivRaw xmlns="x"><id>0704.0001</id>'],
  ['DBLP', 'the file', '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>'],
  ['DBLP', 'a record', '<article key="journals/x/Y" mdate="2026-01-01"><title>T</title></article>'],
  ['BIBTEX', 'an entry', '@misc{a,\n  title = {T}\n}'],
  ['BIBTEX', 'remarks before it', '% made by a tool\n---\n---\n\n  @InProceedings ( a:b+c ,\n title = "T" )'],
  ['BIBTEX', 'a string', '@STRING{ acl = "ACL" }\n'],
  ['BIBTEX', 'an entry on one line', '@article{a, author={A}, title={T}}'],
  ['RIS', 'a record', 'TY  - JOUR\r\nTI  - T\r\nER  - \r\n'],
  ['RIS', 'more blanks behind its tags', 'TY  -  JOUR\nTI  -  T\nER  -  \n'],
  ['RIS', 'a mark and other data before it', '\ufeff1.\nTY  - CONF\nT1  - T'],
  ['CSV', 'a table', 'Title,Authors,Year\n"T, U",A,2026\n'],
  ['CSV', 'a mark and quotation marks', '\ufeff"Key","Item Type","Publication Year","Author","Title"\n'],
  ['CSV', 'tabs', 'title\turl\tcode\nT\thttps://a.example.org\t\n'],
  ['CSV', 'semicolons, as some countries have them', 'sep=;\ntitle;doi;year\n'],
  ['CSV', 'bars', 'Title | Authors | Year\nT | A | 2026\n'],
  ['CSV', 'a column that numbers the rows', ',title,authors,year\n0,T,A,2026\n'],
  ['CSV', 'a column that pandas has named', 'Unnamed: 0,title,arxiv_id\n0,T,2605.01234\n'],
  ['CSV', 'names in German', 'Titel;Autoren;Jahr\nT;A;2026\n'],
  ['CSV', 'names in Chinese', '论文标题,作者,年份,链接,代码\nT,A,2026,,\n'],
  ['CSV', 'names of its own beside', 'Paper,Venue,Our own score,Seen by,Rated,Notes\n'],
];

const NONE: readonly [string, string][] = [
  ['nothing', ''],
  ['a digest', 'Trending Papers\n\nWidgets in the Wild\n\nWe count widgets, towns and more. They age.\n'],
  ['a title that begins with a bracket', '[Re] Widgets in the Wild\n\nWe count "widgets": {a, b}.\n'],
  ['a digest that begins like a table', 'Title, authors and abstract\n\nWidgets in the Wild\n'],
  ['a digest that quotes an entry', `${'A title\n\nAn abstract.\n\n'.repeat(5)}@misc{a,\n  title = {T}\n}\n`],
  ['a table of other things', 'name,age\nAda,36\n'],
  ['a table of wares', ',name,price\n1,Ladder,5\n'],
  ['a table in Markdown', '| Title | Authors |\n| --- | --- |\n| T | A |\n'],
  ['HTML', '<!doctype html>\n<html><head><title>T</title>'],
  ['another feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>'],
  ['another article', '<article class="post"><h1>T</h1></article>'],
  ['settings', json({ name: 'offprint', version: '1.0.0', title: 'T' })],
  ['a web manifest', json([{ id: 1, type: 'image', title: 'T' }])],
  ['other posts with votes', json([{ id: 1, title: 'T', upvotes: 5 }])],
  ['an address', 'author@example.org, {see} = it'],
];

describe('tellFormat', () => {
  it.each(FILES)('tells %s from %s', (format, _what, text) => {
    expect(tellFormat(text)).toBe(format);
    expect(tellFormat(text.replace(/\r\n/g, '\n'))).toBe(format);
  });

  it('is asked for every format', () => {
    expect([...new Set(FILES.map(([format]) => format))].sort()).toEqual([...RECORD_FORMATS].sort());
  });

  it.each(NONE)('tells none from %s', (_what, text) => {
    expect(tellFormat(text)).toBeNull();
  });

  it('takes the shipped digest for none', () => {
    const digest = readFileSync(join(__dirname, '../../../seeds/2025-03-11.txt'), 'utf8');
    expect(tellFormat(digest)).toBeNull();
  });

  it('tells the format of a text with blanks before it and of one that is laid out', () => {
    for (const [format, , text] of FILES) {
      if (/^[[{]/.test(text) && format !== 'CSV') expect(tellFormat(`\n\n ${text}`)).toBe(format);
      if (/^\[\{".*\]$/.test(text)) expect(tellFormat(JSON.stringify(JSON.parse(text), null, 4))).toBe(format);
    }
  });

  it('looks at the beginning alone, and takes no more than a moment for any', () => {
    const before = process.cpuUsage();
    for (const unit of [
      '[',
      '{"',
      '@a{',
      '@a{b,',
      '\n',
      ' ',
      '<!--',
      '<?',
      'TY  - ',
      'title,',
      '"',
      '{"a":[',
      '\\',
      '%\n',
    ]) {
      tellFormat(unit.repeat(TELLING_HEAD));
    }
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });

  it('never throws', () => {
    const token = fc.constantFrom(
      ...'[]{}":,\'\\<>@=;\n\t',
      'paper',
      'title',
      'id',
      'TY  - ',
      '@misc{',
      'null',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(token, fc.string({ maxLength: 4 })), { maxLength: 40 }), (tokens) => {
        expect([null, ...RECORD_FORMATS]).toContain(tellFormat(tokens.join('')));
      }),
      { numRuns: 2_000 },
    );
  });
});
