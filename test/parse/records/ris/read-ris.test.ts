import { readRis } from '../../../../src/parse/records/ris/read-ris';
import { expectSound, onlyRecord, readAll, sayingsOf, titlesIn } from '../support/readers';

const one = (...lines: string[]) => onlyRecord(readRis, ['TY  - JOUR', 'TI  - A', ...lines, 'ER  - '].join('\n'));

describe('readRis', () => {
  it('gives what a record says, as it is written', async () => {
    const record = await onlyRecord(
      readRis,
      `\uFEFFRecord #1 of 1\r\nProvider: X\r\n
TY  - JOUR
ID  - ex1
TI  - Widgets in the <i>Wild</i>
AU  - Example, Ada
AU  - de la Tour, Ana, Jr.
A2  - Editor, Ed
JO  - J. Widgets
JF  - Journal of Widgets
PY  - 2026///
DA  - 2026/05/13/
AB  - We count widgets
in forty towns.

They age.
KW  - counting
KW  - ageing; towns
DO  - https://doi.org/10.5555/X.1
UR  - https://example.org/1; https://github.com/example-lab/widgets
L1  - https://example.org/1.pdf
N1  - Code: https://gitlab.com/example-lab/tools.
ER  -
`,
    );
    expect(sayingsOf(record)).toEqual({
      key: 'ex1',
      title: 'Widgets in the Wild',
      abstract: 'We count widgets in forty towns.\n\nThey age.',
      authors: ['Ada Example', 'Ana de la Tour Jr.'],
      identifiers: ['DOI 10.5555/x.1'],
      publishedOn: '2026-05-13',
      venue: 'Journal of Widgets',
      keywords: ['counting', 'ageing', 'towns'],
      links: [
        'LANDING https://example.org/1',
        'LANDING https://github.com/example-lab/widgets',
        'PDF https://example.org/1.pdf',
        'CODE https://gitlab.com/example-lab/tools',
      ],
    });
    expect(record).toMatchObject({
      number: 1,
      line: 4,
      title: { field: 'TI', asWritten: 'Widgets in the <i>Wild</i>' },
    });
  });

  it.each([
    [['N2  - Of 2001', 'Y1  - 2014//'], { abstract: 'Of 2001', publishedOn: '2014' }],
    [['PY  - 2013', 'Y1  - 2013/07/22', 'DA  - 2013/07/28'], { publishedOn: '2013-07-28' }],
    [['PY  - 2019', 'DA  - MAR 5'], { publishedOn: '2019-03-05' }],
    [['DA  - 2009', 'PY  - 2009/05'], { publishedOn: '2009-05' }],
    [['AU  - Example, Ada; Sample, Ben'], { authors: ['Ada Example', 'Ben Sample'] }],
    [['N1  - first line', '      * ER  - is no tag here'], { abstract: null }],
    [['T2  - arXiv', 'M1  - 2005.01234'], { venue: null, identifiers: ['ARXIV 2005.01234'] }],
    [['JO  - arXiv preprint arXiv:2005.01234'], { venue: null, identifiers: ['ARXIV 2005.01234'] }],
    [['JO  - arXiv preprint arXiv', 'VL  - 2005.01234'], { venue: null, identifiers: ['ARXIV 2005.01234'] }],
    [['JF  - ArXiv', 'VL  - abs/2005.01234'], { venue: null, identifiers: ['ARXIV 2005.01234'] }],
    [['JF  - Widgets', 'VL  - 2005.01234'], { venue: 'Widgets', identifiers: [] }],
    [['IS  - arXiv:2005.01234'], { identifiers: ['ARXIV 2005.01234'] }],
    [['PY  - 2024', 'Y1  - 6-8 May 2024'], { publishedOn: '2024-05-06' }],
    [['AU  - Example, Ada,'], { authors: ['Ada Example'] }],
    [['C1  - arXiv:2005.01234'], { identifiers: ['ARXIV 2005.01234'] }],
    [['M3  - doi: 10.5555/x.2', 'N1  - doi: 10.5555/x.2'], { identifiers: ['DOI 10.5555/x.2'] }],
    [['U1  - 26957754[pmid]'], { identifiers: ['PUBMED 26957754'] }],
    [['UR  - javascript:alert(1)', 'L1  - internal-pdf://x.pdf'], { links: [] }],
  ])('reads %j', async (lines, sayings) => {
    expect(sayingsOf(await one(...lines))).toMatchObject(sayings);
  });

  it('sees that others are left out', async () => {
    expect(await one('AU  - Example, Ada', 'AU  - et al.')).toMatchObject({ hasAllAuthors: false, authors: [{}] });
  });

  it('ends a record at the next one, and goes on behind one without a title', async () => {
    const text =
      'TY  - JOUR\nTI  - A\nTY  - JOUR\nDO  - 10.1/x\nER  - \n\n2.\nTY - CONF\nT1 - B\nER -\nTY  - GEN\nTI  - C';
    expect(await titlesIn(readRis, text)).toEqual(['A', 'x:3: expected a title (TI, T1 or ST), got none', 'B', 'C']);
  });

  it('takes the short title for the title where it is all that there is', async () => {
    const text =
      'TY  - JOUR\nST  - Widgets in the Wild\nER  - \nTY  - JOUR\nST  - Gadgets\nTI  - Gadgets at Home\nER  - \n';
    expect(await titlesIn(readRis, text)).toEqual(['Widgets in the Wild', 'Gadgets at Home']);
  });

  it('takes a word before one hyphen for text where tags stand before two blanks', async () => {
    expect(sayingsOf(await one('AB  - Methods of', 'AI - based', 'ER then more')).abstract).toBe(
      'Methods of AI - based ER then more',
    );
  });

  it('reads a file whose lines are set in, and takes a tag further in for text', async () => {
    const text = '  TY  - JOUR\n  TI  - A\n  AB  - one\n    KW  - two\n  ER  - \n';
    expect(sayingsOf(await onlyRecord(readRis, text))).toMatchObject({
      title: 'A',
      abstract: 'one KW - two',
      keywords: [],
    });
  });

  it('refuses what has no record', async () => {
    await expect(readAll(readRis, 'PMID- 1\nTI  - A')).rejects.toThrow('x:1: expected RIS records');
    expect(await readAll(readRis, '')).toEqual([]);
  });

  it('reads any text, wherever it is cut', async () => {
    await expectSound(readRis, [
      '\nTY  - JOUR',
      '\nER  - ',
      '\nTI  - T',
      '\nAU  - A, B',
      '\nUR  - ',
      'http://a.b',
      '\r',
      '\n',
      ' ',
      '  - ',
      'AB',
    ]);
  });
});
