import { readDblp } from '../../../../src/parse/records/dblp/read-dblp';
import { isBroken, type SourceRecord } from '../../../../src/parse/records/record';
import { allOf, inPieces } from '../support/cuts';

const HEAD = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n';

const read = (text: string) => allOf(readDblp(inPieces(text), 'x.xml'));
const inDblp = (...elements: string[]) => `${HEAD}<dblp>\n${elements.join('\n')}\n</dblp>`;

async function recordOf(element: string): Promise<SourceRecord> {
  const [record] = (await read(inDblp(element))).all;
  if (record === undefined || isBroken(record)) throw new Error(`expected a record, got ${record?.problem}`);
  return record;
}

const identifiers = (record: SourceRecord) => record.identifiers.map(({ value }) => `${value.scheme} ${value.value}`);
const links = (record: SourceRecord) => record.links.map(({ value }) => `${value.role} ${value.url}`);

describe('readDblp', () => {
  it('gives what a paper of a conference says, with where it stands', async () => {
    const record = await recordOf(`<inproceedings mdate="2026-09-01" key="conf/x/ExampleM26">
<author orcid="0000-0002-1825-0097">Ada Example 0012</author><author>J&uuml;rgen M&#252;ller</author><editor>No One</editor>
<title>
  <i>Widgets</i>: O(n<sup>2</sup>) Counts &amp; H<sub>2</sub>O.
</title><pages>1-9</pages><year>2026</year><booktitle>XConf</booktitle>
<ee type="oa">https://openreview.net/forum?id=AbC123xYz</ee><ee>https://doi.org/10.5555/XCONF.1</ee>
<ee> https://example.org/a
paper.pdf </ee><ee>db/x.html</ee><ee>javascript:alert(1)</ee><url>db/conf/x.html</url></inproceedings>`);
    expect(record).toMatchObject({
      number: 1,
      line: 4,
      key: 'conf/x/ExampleM26',
      title: { value: 'Widgets: O(n2) Counts & H2O', field: 'title' },
      publishedOn: { value: '2026', field: 'year', asWritten: '2026' },
      venue: { value: 'XConf', field: 'booktitle' },
      abstract: null,
      isWithdrawn: null,
    });
    expect(record.authors).toMatchObject([
      { value: { name: 'Ada Example', orcid: '0000-0002-1825-0097' }, asWritten: 'Ada Example 0012' },
      { value: { name: 'Jürgen Müller', orcid: null }, asWritten: 'Jürgen Müller' },
    ]);
    expect(identifiers(record)).toEqual(['OPENREVIEW AbC123xYz', 'DOI 10.5555/xconf.1', 'DBLP conf/x/ExampleM26']);
    expect(links(record)).toEqual([
      'LANDING https://openreview.net/forum?id=AbC123xYz',
      'PDF https://example.org/apaper.pdf',
    ]);
  });

  it.each([
    ['abs/2605.01234', '2605.01234'],
    ['abs/cs/0601001', 'cs/0601001'],
    ['cs/0601001', 'cs/0601001'],
  ])('knows the paper on arXiv by the volume %s of CoRR', async (volume, id) => {
    const record = await recordOf(
      `<article key="journals/corr/a" publtype="informal withdrawn"><title>A.</title><volume>${volume}</volume><journal>CoRR</journal></article>`,
    );
    expect(identifiers(record)).toEqual([`ARXIV ${id}`, 'DBLP journals/corr/a']);
    expect([record.venue, record.isWithdrawn?.field]).toEqual([null, 'publtype']);
  });

  it.each([
    ['<year>2026</year><month>July</month>', '2026-07', 'month'],
    ['<year>2026</year><month>Aug.</month>', '2026-08', 'month'],
    ['<year>2026</year><month>May/June</month>', '2026', 'year'],
    ['<year>2026</year><month>Spring</month>', '2026', 'year'],
    ['<year>" "</year><month>May</month>', undefined, undefined],
  ])('reads the date %s', async (date, value, field) => {
    const { publishedOn } = await recordOf(`<article key="a"><title>A</title>${date}</article>`);
    expect([publishedOn?.value, publishedOn?.field]).toEqual([value, field]);
  });

  it('keeps what ends a title and is no full stop', async () => {
    const titles = ['What?', 'And So On...', 'A Title.', 'No Stop'];
    const read = await Promise.all(titles.map((title) => recordOf(`<book key="a"><title>${title}</title></book>`)));
    expect(read.map(({ title }) => title.value)).toEqual(['What?', 'And So On...', 'A Title', 'No Stop']);
  });

  it('takes records of data for where data and code are', async () => {
    const record = await recordOf(
      '<data key="data/10/A26"><title>Widgets (code).</title><ee>https://github.com/example-lab/widgets</ee></data>',
    );
    expect(links(record)).toEqual(['DATA https://github.com/example-lab/widgets']);
  });

  it('leaves out volumes and persons, but counts them', async () => {
    const { all } = await read(
      inDblp(
        '<proceedings key="conf/x/2026"><title>Proceedings.</title></proceedings>',
        '<www key="homepages/99/1"><author>Wei Wang 0099</author><title>Home Page</title></www>',
        '<phdthesis key="phd/a"><title>A Thesis.</title><school>MIT</school></phdthesis>',
        '<article key="a"><author>A</author></article>',
        '<article key="b"><title>R&D.</title></article>',
        '<article key="c"><title>&Scaron;.</title></article>',
      ),
    );
    expect(
      all.map((each) => (isBroken(each) ? `${each.number} ${each.problem}` : `${each.number} ${each.key}`)),
    ).toEqual([
      '3 phd/a',
      '4 x.xml:7: expected a <title> of a, got none',
      '5 x.xml:8: expected &amp;, got "&D.</title></article>"',
      '6 x.xml:9: expected a known entity, got "&Scaron;"',
    ]);
  });

  it('reads the page of a person', async () => {
    const { all } = await read(
      `<dblpperson name="Ada" n="1"><person key="homepages/1/1"><author>Ada</author></person>
<r><article key="journals/a/A26"><author>Ada</author><title>A.</title></article></r><coauthors n="0"></coauthors></dblpperson>`,
    );
    expect(all).toMatchObject([{ number: 2, line: 2, key: 'journals/a/A26' }]);
  });

  it('knows every entity of the DTD', async () => {
    const written = '&Agrave;&AElig;&times;&szlig;&divide;&oslash;&yuml;&nbsp;&micro;&reg;&iquest;';
    expect((await recordOf(`<book key="a"><title>x${written}x</title></book>`)).title.value).toBe('xÀÆ×ß÷øÿ µ®¿x');
  });
});
