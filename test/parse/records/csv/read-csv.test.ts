import { readCsv } from '../../../../src/parse/records/csv/read-csv';
import { expectSound, onlyRecord, readAll, sayingsOf, titlesIn } from '../support/readers';

const one = (header: string, row: string) => onlyRecord(readCsv, `${header}\n${row}\n`);
const titles = (text: string) => titlesIn(readCsv, text);

describe('readCsv', () => {
  it('gives what a row says, as it is written', async () => {
    const record = await onlyRecord(
      readCsv,
      `\uFEFF"Paper Title",Author(s),Date,Venue,Topics,arXiv ID,DOI,Code URL,Project Page,Abstract,Upvotes,Stars\r
"Widgets, ""Wild""","Ada Example; Ben Sample; et al.",2026-05-13,XConf,towns; counting,2605.01234v2,10.5555/X.1,https://github.com/example-lab/widgets,widgets.example.org/x,"We count.\r
\r
They age.",12,34\r
`,
    );
    expect(sayingsOf(record)).toEqual({
      key: null,
      title: 'Widgets, "Wild"',
      abstract: 'We count.\n\nThey age.',
      authors: ['Ada Example', 'Ben Sample'],
      identifiers: ['ARXIV 2605.01234', 'DOI 10.5555/x.1'],
      publishedOn: '2026-05-13',
      venue: 'XConf',
      keywords: ['towns', 'counting'],
      links: ['CODE https://github.com/example-lab/widgets', 'PROJECT https://widgets.example.org/x'],
    });
    expect(record).toMatchObject({
      number: 1,
      line: 2,
      title: { field: 'Paper Title', asWritten: 'Widgets, "Wild"' },
      hasAllAuthors: false,
      votes: { value: 12, field: 'Upvotes' },
      versions: [{ value: { number: 2 } }],
    });
    expect(record.links[0]?.value.stars).toBe(34);
  });

  it('reads an export of Zotero', async () => {
    const record = await one(
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Date","Extra","Manual Tags","Automatic Tags","Code"',
      '"ABCD1234","preprint","2012","Example, Ada; Sample, Ben","A","","https://example.org/a","2012-04-18","arXiv:1204.01234 [cs]","Sleep, Slow; Wave","towns",""',
    );
    expect(sayingsOf(record)).toMatchObject({
      key: 'ABCD1234',
      authors: ['Ada Example', 'Ben Sample'],
      publishedOn: '2012-04-18',
      keywords: ['Sleep, Slow', 'Wave', 'towns'],
      identifiers: [],
      venue: null,
    });
  });

  it.each([
    ['a semicolon', 'sep=;\nTitle;Year;Authors\nA;1999;"B; C"'],
    ['a tab', 'Title\tYear\tAuthors\nA\t1999\tB, C'],
    ['a bar', 'Title|Year|Authors\nA|1999|B and C'],
    ['other lines first', 'My papers,,\n,,\nTitle,Year,Authors\nA,1999,B; C'],
    ['a list of a program', 'title,year,authors\nA,1999.0,"[\'B\', ""C""]"'],
    ['objects of a program', "title,year,authors\nA,1999.0,\"[{'name': 'B'}, {'name': 'C'}]\""],
  ])('reads tables with %s', async (_what, text) => {
    expect(sayingsOf(await onlyRecord(readCsv, text))).toMatchObject({
      title: 'A',
      publishedOn: '1999',
      authors: ['B', 'C'],
    });
  });

  it.each([
    ['Title,arXiv', 'A,2407.09121', ['ARXIV 2407.09121']],
    ['Title,arXiv', 'A,2407.0877', ['ARXIV 2407.08770']],
    ['Title,arXiv', 'A,2406.105', []],
    ['Title,arXiv', 'A,704.0012', ['ARXIV 0704.0012']],
    ['Title,arXiv,DOI', 'A,2407.0877,10.48550/ARXIV.2407.00877', ['ARXIV 2407.00877']],
    ['Title,arXiv,Link', 'A,2406.105,https://arxiv.org/abs/2406.10500', ['ARXIV 2406.10500']],
    [
      'Title,s2_id,OpenAlex ID',
      `A,${'0A'.repeat(20)},https://openalex.org/W12`,
      [`SEMANTIC_SCHOLAR ${'0a'.repeat(20)}`, 'OPENALEX W12'],
    ],
    [
      'Title,Paper,Project',
      'A,[abs](https://arxiv.org/abs/2005.01234),https://arxiv.org/abs/2005.09999',
      ['ARXIV 2005.01234'],
    ],
    ['Title,Year', '[A](https://arxiv.org/abs/2005.01234),2020', ['ARXIV 2005.01234']],
  ])('reads the identifiers of %s: %s', async (header, row, identifiers) => {
    const { title, identifiers: found } = sayingsOf(await one(header, row));
    expect([title, found]).toEqual(['A', identifiers]);
  });

  it.each([
    ['Title,Venue', 'A,arXiv', null],
    ['Title,Venue', 'A,ICCV / arXiv', null],
    ['Title,Venue', 'A,Unknown', null],
    ['Title,Venue,Journal', 'A,n/a,J. Widgets', 'J. Widgets'],
  ])('reads the venue of %s: %s', async (header, row, venue) => {
    expect(sayingsOf(await one(header, row)).venue).toBe(venue);
  });

  it.each([
    ['Title,Publication Date,Publication Year', 'A,MAY 13,2024', '2024-05-13'],
    ['Title,Publication Date,Publication Year', 'A,13-May,2024', '2024-05-13'],
    ['Title,Date,Year', 'A,May-24,2024', '2024-05'],
    ['Title,Date,Year', 'A,5,2024', '2024'],
    ['Title,Date,Year', 'A,,2024', '2024'],
    ['Title,Date,Year', 'A,2023-12-30,2024', '2023-12-30'],
  ])('reads the date of %s: %s', async (header, row, date) => {
    expect(sayingsOf(await one(header, row)).publishedOn).toBe(date);
  });

  it.each([
    ['Titel;Autoren;Zusammenfassung;Jahr;Zeitschrift', 'A;Example, Ada;We count.;2026;J. Widgets'],
    [',Titre,Auteurs,Résumé,Année,Revue', '0,A,"Example, Ada",We count.,2026,J. Widgets'],
    ['论文标题,作者,摘要,年份,期刊', 'A,"Example, Ada",We count.,2026,J. Widgets'],
  ])('reads the columns of %s', async (header, row) => {
    expect(sayingsOf(await one(header, row))).toMatchObject({
      title: 'A',
      authors: ['Ada Example'],
      abstract: 'We count.',
      publishedOn: '2026',
      venue: 'J. Widgets',
    });
  });

  it('takes addresses of the web only, out of Markdown and formulas too', async () => {
    const header = 'Title,Code,Website,GitHub,Notes';
    const row =
      'A,javascript:alert(1),"=HYPERLINK(""https://x.example.org"",""x"")",example-lab/w,Data at https://data.example.org';
    expect(sayingsOf(await one(header, row)).links).toEqual([
      'CODE https://github.com/example-lab/w',
      'PROJECT https://x.example.org',
      'DATA https://data.example.org',
    ]);
  });

  it.each(['git@github.com:a/b.git', 'https:github.com/a/b.git'])('reads the address %s', async (code) => {
    expect(sayingsOf(await one('Title,Code', `A,${code}`)).links).toEqual(['CODE https://github.com/a/b.git']);
  });

  it('goes on behind rows that are broken, and names their lines', async () => {
    const text =
      'Title,Year\nA,1999\n"B,2000\n"C",2001\n,\n,2002\nD, with a comma,2003\nE\n"F "quoted" F",2004\n"G,2005';
    expect(await titles(text)).toEqual([
      'A',
      'x:3: expected a row that ends, got a quotation mark that nothing closes, or too many cells',
      'C',
      'x:6: expected a title in the column "Title", got none',
      'x:7: expected at most 2 cells, got 3, the first "D"',
      'E',
      'F "quoted" F',
      'x:10: expected a row that ends, got a quotation mark that nothing closes, or too many cells',
    ]);
  });

  it('refuses what has no column of titles', async () => {
    await expect(readAll(readCsv, 'name,age\nBob,3')).rejects.toThrow(
      'x:1: expected a header with a column called "title"',
    );
    await expect(readAll(readCsv, '<html>')).rejects.toThrow('expected a header');
    expect(await readAll(readCsv, '\n')).toEqual([]);
    expect(await readAll(readCsv, 'title,year')).toEqual([]);
  });

  it('reads any text, wherever it is cut', async () => {
    await expectSound(
      readCsv,
      ['"', '""', ',', '\n', 'a', ' ', '\r\n', 'https://a.b', '2005.01234'],
      'title,authors,url\n',
    );
    await expectSound(readCsv, ['title', ';', ',', '\t', '\n', '"', 'authors']);
  });
});
