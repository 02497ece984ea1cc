import fc from 'fast-check';
import { readArxivAtom } from '../../../../src/parse/records/arxiv/read-arxiv-atom';
import { readArxivOai } from '../../../../src/parse/records/arxiv/read-arxiv-oai';
import { readDblp } from '../../../../src/parse/records/dblp/read-dblp';
import { isBroken, type RecordReader } from '../../../../src/parse/records/record';
import { allOf, inPieces } from '../support/cuts';

const ENTRY =
  '<entry><id>http://arxiv.org/abs/2605.01234v2</id><title>A &amp; B</title><summary>We.\n  They.</summary><published>2026-05-13T17:59:08Z</published><author><name>Ada One</name></author><arxiv:comment>See https://a.example/b</arxiv:comment></entry>';
const RECORD =
  '<record><header/><metadata><arXivRaw><id>0704.0123</id><version version="v1"><date>Mon, 2 Apr 2007 19:18:42 GMT</date><size>9kb</size></version><title>A $x$</title><authors>A. One (1), B. Two ((1) MIT)</authors><categories>cs.LG</categories><doi>10.5555/x</doi></arXivRaw></metadata></record>';
const ARTICLE =
  '<article key="journals/corr/abs-2605-01234"><author orcid="0000-0002-1825-0097">J&uuml;rgen One 0001</author><title>A<sub>2</sub>.</title><year>2026</year><month>May</month><volume>abs/2605.01234</volume><journal>CoRR</journal><ee>https://a.example/b</ee></article>';

const FILES: readonly (readonly [name: string, RecordReader, text: string])[] = [
  ['Atom', readArxivAtom, `<?xml version="1.0"?>\n<feed>\n${`${ENTRY}\n`.repeat(3)}</feed>`],
  ['OAI-PMH', readArxivOai, `<OAI-PMH>\n<ListRecords>\n${`${RECORD}\n`.repeat(3)}</ListRecords></OAI-PMH>`],
  ['DBLP', readDblp, `<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n${`${ARTICLE}\n`.repeat(3)}</dblp>`],
];

/** What is done to a text at a place: a part of it is lost, comes twice, or something else stands there. */
const damage = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 60 }),
  instead: fc.oneof(
    fc.constantFrom(
      '',
      '',
      '<',
      '>',
      '&',
      '"',
      '<!--',
      '-->',
      ']]>',
      '<entry>',
      '</record>',
      '<article key="',
      '\0',
      '\n',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
});

function damaged(text: string, done: { at: number; length: number; instead: string }): string {
  const from = done.at % (text.length + 1);
  return text.slice(0, from) + done.instead + text.slice(from + done.length);
}

describe.each(FILES)('a damaged file of %s', (_name, read, text) => {
  it('gives records or says what is wrong, the same wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { maxLength: 3 }), fc.array(fc.nat(), { maxLength: 4 }), async (done, cuts) => {
        const broken = done.reduce(damaged, text);
        const whole = await allOf(read(inPieces(broken), 'x.xml'));
        expect(await allOf(read(inPieces(broken, cuts), 'x.xml'))).toEqual(whole);
        if (done.length === 0) expect(whole.all).toHaveLength(3);
        for (const each of whole.all)
          if (isBroken(each)) expect(each.problem).toMatch(/^x\.xml:\d+: expected .*, got /s);
      }),
      { numRuns: 300 },
    );
  });
});
