import { readArxivAtom } from '../../../../src/parse/records/arxiv/read-arxiv-atom';
import { isBroken, type SourceRecord } from '../../../../src/parse/records/record';
import { allOf, inPieces } from '../support/cuts';

const HEAD = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
<id>https://arxiv.org/api/abc</id><title>arXiv Query: id_list=2605.01234</title><link href="https://arxiv.org/api/query"/>
`;

const ENTRY = `<entry>
  <id>http://arxiv.org/abs/2605.01234v3</id>
  <title>Widgets in the
  Wild: 5\\% of Fr\\'echet &amp; $O(n^{2})$</title>
  <updated>2026-06-02T00:30:00-04:00</updated>
  <link href="https://arxiv.org/abs/2605.01234v3" rel="alternate" type="text/html"/>
  <link href="https://arxiv.org/pdf/2605.01234v3" rel="related" type="application/pdf" title="pdf"/>
  <link href="https://doi.org/10.5555/x.1" rel="related" title="doi"/>
  <link href="javascript:alert(1)" rel="alternate"/>
  <summary>  We count widgets in
forty towns.
  They age, $x&lt;y$.
</summary>
  <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  <category term="cond-mat.mes-hall"/><category term="68T05"/><category term="I.2.6"/>
  <published>2026-05-13T23:30:00-04:00</published>
  <arxiv:comment>12 pages. Code: https://github.com/example-lab/widgets.</arxiv:comment>
  <arxiv:primary_category term="stat.ML"/>
  <arxiv:journal_ref>J. Widgets 1 (2026) 1-9</arxiv:journal_ref>
  <arxiv:doi>10.5555/X.1 10.5555/x.2</arxiv:doi>
  <author><name>Ada B. Example</name><arxiv:affiliation>M\\"unster</arxiv:affiliation></author>
  <author><name>The X Collaboration</name></author>
  <author><name>et al.</name></author>
</entry>`;

const read = (text: string, cuts: readonly number[] = []) => allOf(readArxivAtom(inPieces(text, cuts), 'x.xml'));

async function recordOf(entry: string): Promise<SourceRecord> {
  const { all } = await read(`${HEAD}${entry}</feed>`);
  const [record] = all;
  if (record === undefined || isBroken(record)) throw new Error(`expected a record, got ${record?.problem}`);
  return record;
}

describe('readArxivAtom', () => {
  it('gives what an entry says, with where it stands', async () => {
    const record = await recordOf(ENTRY);
    expect(record).toMatchObject({
      number: 1,
      line: 4,
      key: 'http://arxiv.org/abs/2605.01234v3',
      title: { value: 'Widgets in the Wild: 5% of Fréchet & $O(n^{2})$', field: 'title' },
      abstract: { value: 'We count widgets in forty towns.\n\nThey age, $x<y$.', field: 'summary' },
      hasAllAuthors: false,
      publishedOn: { value: '2026-05-14', field: 'published', asWritten: '2026-05-13T23:30:00-04:00' },
      venue: { value: 'J. Widgets 1 (2026) 1-9', field: 'arxiv:journal_ref' },
      isWithdrawn: null,
    });
    expect(record.authors.map(({ value }) => [value.name, value.affiliations])).toEqual([
      ['Ada B. Example', ['Münster']],
      ['The X Collaboration', []],
    ]);
    expect(record.identifiers.map(({ value, field }) => [field, value.scheme, value.value])).toEqual([
      ['id', 'ARXIV', '2605.01234'],
      ['arxiv:doi', 'DOI', '10.5555/x.1'],
      ['arxiv:doi', 'DOI', '10.5555/x.2'],
    ]);
    expect(record.categories.map(({ value }) => value)).toEqual(['stat.ML', 'cs.LG', 'cond-mat.mes-hall']);
    expect(record.versions.map(({ value }) => value)).toEqual([
      { number: 1, date: '2026-05-14' },
      { number: 3, date: '2026-06-02' },
    ]);
    expect(record.links.map(({ value, field }) => [field, value.role, value.url])).toEqual([
      ['link', 'LANDING', 'https://arxiv.org/abs/2605.01234v3'],
      ['link', 'PDF', 'https://arxiv.org/pdf/2605.01234v3'],
      ['arxiv:comment', 'CODE', 'https://github.com/example-lab/widgets'],
    ]);
  });

  it('knows identifiers of old, and the first version by itself', async () => {
    const entry = ENTRY.replaceAll('2605.01234v3', 'hep-th/9901001v1').replace('12 pages', 'Withdrawn by the author');
    const record = await recordOf(entry);
    expect(record.identifiers[0]?.value).toEqual({ scheme: 'ARXIV', value: 'hep-th/9901001' });
    expect(record.versions.map(({ value }) => value)).toEqual([{ number: 1, date: '2026-05-14' }]);
    expect(record.isWithdrawn?.field).toBe('arxiv:comment');
  });

  it('reads the daily feeds, which give no day of the first version', async () => {
    const record = await recordOf(`<entry><id>oai:arXiv.org:2605.01234v2</id><title>Widgets</title>
      <summary>arXiv:2605.01234v2 Announce Type: replace 
Abstract: We count widgets.</summary><category term="cs.LG"/><published>2026-05-20T00:00:00-04:00</published>
      <arxiv:announce_type>replace</arxiv:announce_type><dc:creator>Ada Example, Ben Sample</dc:creator></entry>`);
    expect(record.abstract?.value).toBe('We count widgets.');
    expect(record.authors.map(({ value }) => value.name)).toEqual(['Ada Example', 'Ben Sample']);
    expect([record.identifiers[0]?.value.value, record.publishedOn]).toEqual(['2605.01234', null]);
    expect(record.versions.map(({ value }) => value)).toEqual([{ number: 2, date: null }]);
  });

  it('says what is no paper', async () => {
    const error = `<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title><summary>incorrect id format for abc</summary></entry>`;
    const { all } = await read(
      `${HEAD}${error}\n<entry><id>https://blog.example.org/1</id><title>A day</title></entry><entry><title>A</title></entry>
<entry><id>https://arxiv.org/abs/2605.01234</id><title> </title></entry><entry><id>2605.1</id><title>A</title></entry></feed>`,
    );
    expect(all.map((each) => isBroken(each) && each.problem)).toEqual([
      'x.xml:4: expected an entry of a paper, got an error of arXiv: "incorrect id format for abc"',
      'x.xml:5: expected an arXiv identifier, got "https://blog.example.org/1"',
      'x.xml:5: expected an arXiv identifier, got nothing',
      'x.xml:6: expected a title of 2605.01234, got nothing',
      'x.xml:6: expected an arXiv identifier, got "2605.1"',
    ]);
  });

  it('reads an answer that found nothing, and several answers in one file', async () => {
    expect(await read(`${HEAD}</feed>`)).toEqual({ all: [], error: null });
    const { all } = await read(`${HEAD}${ENTRY}</feed>Rate exceeded.\n${HEAD}${ENTRY}</feed>`);
    expect(all.map((each) => (isBroken(each) ? each.problem : each.number))).toEqual([
      1,
      expect.stringMatching(/^x\.xml:\d+: expected an answer of arXiv in Atom \(<feed>\), got "Rate exceeded\."$/),
      3,
    ]);
  });

  it.each([
    ['Rate exceeded.', 'got "Rate exceeded."'],
    ['<!DOCTYPE html><html><body>503</body></html>', 'got "<html>"'],
    ['', 'got an empty file'],
  ])('refuses %j', async (text, got) => {
    expect((await read(text)).error).toBe(`x.xml:1: expected an answer of arXiv in Atom (<feed>), ${got}`);
  });

  it('makes no difference between cuts', async () => {
    const text = `${HEAD}${ENTRY}${ENTRY.replace('<summary>', '<summary>&')}${ENTRY}`;
    const whole = await read(text);
    for (let cut = 1; cut < text.length; cut += 7) expect(await read(text, [cut, cut + 3])).toEqual(whole);
    expect(whole.all).toHaveLength(4);
  });
});
