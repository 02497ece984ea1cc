import { readArxivOai } from '../../../../src/parse/records/arxiv/read-arxiv-oai';
import { isBroken, type SourceRecord } from '../../../../src/parse/records/record';
import { allOf, inPieces } from '../support/cuts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<request verb="ListRecords" metadataPrefix="arXivRaw">https://oaipmh.arxiv.org/oai</request>
`;

const RAW = `<record><header><identifier>oai:arXiv.org:0704.01234</identifier><setSpec>cs</setSpec></header>
<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
<id>0704.0123</id><submitter>Ada Example</submitter>
<version version="v1"><date>Mon, 2 Apr 2007 19:18:42 GMT</date><size>9kb</size><source_type>D</source_type></version>
<version version="v2"><date>Sun, 31 Feb 2008 01:00:00 GMT</date><size>10kb</size></version>
<title>Widgets near
  Schr\\"odinger's {\\it cat}</title>
<authors>A. Example (1), B. M\\"uller (1 and 2) and C. Third ((1) MIT, (2) ETH)</authors>
<categories>cs.LG stat.ML</categories><comments>Project page: https://widgets.example.org/,
  superseded</comments>
<msc-class>15A66</msc-class><journal-ref>J. W\\"urfel 1 (2007)</journal-ref><doi>10.48550/arXiv.0704.0123</doi>
<abstract>  We count.
  They age.</abstract></arXivRaw></metadata></record>`;

const PLAIN = `<record><header><identifier>oai:arXiv.org:math/0601001</identifier></header><metadata>
<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>math/0601001</id><created>2006-01-02</created><updated>2026-01-01</updated>
<authors><author><keyname>Example</keyname><forenames>Ada B.</forenames><suffix>Jr.</suffix><affiliation>MIT</affiliation><affiliation>ETH</affiliation></author>
<author><keyname>X Collaboration</keyname></author><author><keyname>d'Ambr\u00fcmenil</keyname><forenames>N.</forenames></author></authors>
<title>Widgets</title><categories>math.DG</categories><comments>This paper has been withdrawn</comments>
<doi>10.5555/x.1</doi><abstract>We count.</abstract></arXiv></metadata></record>`;

const read = (text: string, cuts: readonly number[] = []) => allOf(readArxivOai(inPieces(text, cuts), 'x.xml'));
const listed = (...records: string[]) => `${HEAD}<ListRecords>\n${records.join('\n')}</ListRecords></OAI-PMH>`;

async function recordOf(text: string): Promise<SourceRecord> {
  const [record] = (await read(text)).all;
  if (record === undefined || isBroken(record)) throw new Error(`expected a record, got ${record?.problem}`);
  return record;
}

describe('readArxivOai', () => {
  it('gives what a raw record says, with where it stands', async () => {
    const record = await recordOf(listed(RAW));
    expect(record).toMatchObject({
      number: 1,
      line: 5,
      key: '0704.0123',
      title: { value: "Widgets near Schrödinger's cat", field: 'title' },
      abstract: { value: 'We count.\n\nThey age.' },
      publishedOn: { value: '2007-04-02', field: 'version', asWritten: 'Mon, 2 Apr 2007 19:18:42 GMT' },
      venue: { value: 'J. Würfel 1 (2007)', field: 'journal-ref', asWritten: 'J. W\\"urfel 1 (2007)' },
      hasAllAuthors: true,
      isWithdrawn: null,
    });
    expect(record.authors.map(({ value, field }) => [field, value.name, value.affiliations])).toEqual([
      ['authors', 'A. Example', ['MIT']],
      ['authors', 'B. Müller', ['MIT', 'ETH']],
      ['authors', 'C. Third', []],
    ]);
    expect(record.identifiers.map(({ value }) => value)).toEqual([{ scheme: 'ARXIV', value: '0704.0123' }]);
    expect(record.versions.map(({ value }) => value)).toEqual([
      { number: 1, date: '2007-04-02' },
      { number: 2, date: '2008-02' },
    ]);
    expect(record.links.map(({ value }) => [value.role, value.url])).toEqual([
      ['PROJECT', 'https://widgets.example.org/'],
    ]);
  });

  it('gives what a record in the form "arXiv" says', async () => {
    const record = await recordOf(listed(PLAIN));
    expect(record).toMatchObject({
      publishedOn: { value: '2006-01-02', field: 'created' },
      isWithdrawn: { value: true, field: 'comments' },
      versions: [],
    });
    expect(record.authors.map(({ value }) => [value.name, value.given, value.family, value.affiliations])).toEqual([
      ['Ada B. Example Jr.', 'Ada B.', 'Example', ['MIT', 'ETH']],
      ['X Collaboration', null, null, []],
      ["N. d'Ambr\u00fcmenil", 'N.', "d'Ambr\u00fcmenil", []],
    ]);
    expect(record.identifiers.map(({ value }) => value.value)).toEqual(['math/0601001', '10.5555/x.1']);
  });

  it('takes a newest version without a source for a withdrawal, and no other', async () => {
    expect((await recordOf(listed(RAW.replace('10kb', '0kb')))).isWithdrawn).toEqual({
      value: true,
      field: 'version.size',
      asWritten: '0kb',
    });
    expect((await recordOf(listed(RAW.replace('<size>9kb', '<size>0kb')))).isWithdrawn).toBeNull();
  });

  it('leaves out deleted records, but counts them', async () => {
    const deleted =
      '<record><header status="deleted"><identifier>oai:arXiv.org:1101.9999</identifier></header></record>';
    const { all } = await read(listed(deleted, RAW));
    expect(all.map(({ number }) => number)).toEqual([2]);
  });

  it('reads the one record of GetRecord, prefixes, and pages put into one file', async () => {
    const one = `${HEAD}<GetRecord>${RAW}</GetRecord></OAI-PMH>`;
    const prefixed = listed(PLAIN).replace(/<(\/?)(OAI-PMH|ListRecords|record|header|metadata)\b/g, '<$1oai:$2');
    const { all } = await read(`${one}\n${prefixed}`);
    expect(all.map((each) => (isBroken(each) ? each.problem : each.key))).toEqual(['0704.0123', 'math/0601001']);
  });

  it('says what is no record of arXiv', async () => {
    const { all } = await read(
      listed(
        '<record><header/></record>',
        '<record><header/><metadata><oai_dc:dc><dc:title>A</dc:title></oai_dc:dc></metadata></record>',
        RAW.replace('<id>0704.0123</id>', ''),
        RAW.replace(/<title>[^<]*/, '<title>'),
        RAW.replace('cat}', 'cat} & dog'),
      ),
    );
    expect(all.map((each) => isBroken(each) && each.problem.replace(/^x\.xml:\d+: /, ''))).toEqual([
      'expected <metadata> in a record, got none',
      'expected <arXivRaw> or <arXiv> in <metadata>, got <dc>',
      'expected an arXiv identifier, got nothing',
      'expected a title of 0704.0123, got nothing',
      'expected &amp;, got "& dog</title> <authors>A. Example (1), B"',
    ]);
  });

  it.each([
    [
      '<error code="badResumptionToken">gone</error>',
      ['x.xml:4: expected records of arXiv, got the error badResumptionToken: "gone"'],
    ],
    ['<error code="noRecordsMatch"/>', []],
    [
      '<ListIdentifiers><header/></ListIdentifiers>',
      ['x.xml:4: expected records of arXiv, got <ListIdentifiers>, which has none'],
    ],
  ])('says of %s what it is', async (answer, expected) => {
    const { all } = await read(`${HEAD}${answer}</OAI-PMH>`);
    expect(all.map((each) => isBroken(each) && each.problem)).toEqual(expected);
  });

  it('gives what came before the file was cut', async () => {
    const { all } = await read(listed(RAW, PLAIN).slice(0, -400));
    expect(all.map((each) => (isBroken(each) ? each.problem : each.key))).toEqual([
      '0704.0123',
      'x.xml:18: expected </record>, got the end of the file',
    ]);
  });
});
