import { CITATION_FORMATS, citationFile, cite } from '../../src/cite/cite';
import { paperOf, WIDGETS } from './support/papers';

const BIBTEX = `@misc{example2026widgets-f3hpmf9z,
  title = {Widgets in the Wild: 5\\% of {GPU} Time \\& More, with {$\\text{R}^2$}},
  author = {Example, Ada and M{\\"u}ller, Ben and de la Tour, Jr., Ana and {The Example Team, Inc.}},
  year = {2026},
  month = may,
  day = {13},
  eprint = {2605.01234},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  doi = {10.5555/a_b%c},
  url = {https://arxiv.org/abs/2605.01234},
  keywords = {counting, wear \\& tear},
  abstract = {We count widgets as Fr{\\'e}chet did.

They age by 5\\%.},
  note = {Code: \\url{https://github.com/example-lab/widgets}; Code: \\url{https://code.example.org/a_b\\%20c?d=1&e\\#f}}
}`;

const RIS = [
  ...['TY  - UNPB', 'ID  - example2026widgets-f3hpmf9z'],
  'TI  - Widgets in the Wild: 5% of GPU Time & More, with $\\text{R}^2$',
  ...['AU  - Example, Ada', 'AU  - Müller, Ben', 'AU  - de la Tour, Ana, Jr.', 'AU  - The Example Team Inc.,'],
  ...['PB  - arXiv', 'PY  - 2026', 'DA  - 2026/05/13', 'DO  - 10.5555/a_b%c', 'M3  - arXiv:2605.01234'],
  ...['UR  - https://arxiv.org/abs/2605.01234', 'UR  - https://github.com/example-lab/widgets'],
  ...['UR  - https://code.example.org/a_b%20c?d=1&e#f', 'KW  - counting', 'KW  - wear & tear'],
  ...['AB  - We count widgets as Fréchet did. They age by 5%.', 'ER  - '],
].join('\r\n');

describe('cite', () => {
  it('writes BibTeX', () => {
    expect(cite(WIDGETS, 'BIBTEX')).toBe(BIBTEX);
  });

  it('writes RIS', () => {
    expect(cite(WIDGETS, 'RIS')).toBe(RIS);
  });

  it('writes CSL-JSON, on one line', () => {
    const item = cite(WIDGETS, 'CSL_JSON');
    expect(item).not.toContain('\n');
    expect(JSON.parse(item)).toEqual({
      id: 'example2026widgets-f3hpmf9z',
      type: 'article',
      title: 'Widgets in the Wild: 5% of GPU Time & More, with $\\text{R}^2$',
      author: [
        { family: 'Example', given: 'Ada' },
        { family: 'Müller', given: 'Ben' },
        { family: 'de la Tour', given: 'Ana', suffix: 'Jr.' },
        { literal: 'The Example Team, Inc.' },
      ],
      issued: { 'date-parts': [[2026, 5, 13]] },
      publisher: 'arXiv',
      number: 'arXiv:2605.01234',
      DOI: '10.5555/a_b%c',
      URL: 'https://arxiv.org/abs/2605.01234',
      abstract: 'We count widgets as Fréchet did.\n\nThey age by 5%.',
      keyword: 'counting, wear & tear',
      note: 'arXiv:2605.01234 [cs.LG]\nCode: https://github.com/example-lab/widgets\nCode: https://code.example.org/a_b%20c?d=1&e#f',
      custom: { code: ['https://github.com/example-lab/widgets', 'https://code.example.org/a_b%20c?d=1&e#f'] },
    });
  });

  it('writes Markdown', () => {
    expect(cite(WIDGETS, 'MARKDOWN')).toBe(
      'Ada Example et al. (2026). [Widgets in the Wild: 5% of GPU Time & More, with R^2](https://arxiv.org/abs/2605.01234). ' +
        '[code](https://github.com/example-lab/widgets), [code](https://code.example.org/a_b%20c?d=1&e#f)',
    );
    const authors = ['Ada Example', 'Ben Sample', 'Cy Third'].map((name) => ({ name, given: null, family: null }));
    const paper = paperOf({ title: 'Why *widgets*?', venue: 'Nature', doi: '10.5555/x' });
    expect(cite({ ...paper, authors: authors.slice(0, 2) }, 'MARKDOWN')).toBe(
      'Ada Example and Ben Sample. [Why \\*widgets\\*?](https://doi.org/10.5555/x) *Nature*.',
    );
    expect(cite({ ...paper, authors }, 'MARKDOWN')).toMatch(/^Ada Example, Ben Sample, and Cy Third\. /);
    expect(cite({ ...paper, publishedOn: '2026' }, 'MARKDOWN')).toMatch(/^\[Why .*\]\(https:\S+\) \(2026\)/);
  });

  it.each(CITATION_FORMATS)('writes %s of a paper of which only the title is known', (format) => {
    expect(cite(paperOf(), format)).toBe(
      {
        BIBTEX: '@misc{anonwidgets-f3hpmf9z,\n  title = {Widgets in the wild}\n}',
        CSL_JSON: '{"id":"anonwidgets-f3hpmf9z","type":"article","title":"Widgets in the wild"}',
        RIS: 'TY  - GEN\r\nID  - anonwidgets-f3hpmf9z\r\nTI  - Widgets in the wild\r\nER  - ',
        MARKDOWN: 'Widgets in the wild.',
      }[format],
    );
  });

  it.each(CITATION_FORMATS)('takes linear time for %s', (format) => {
    // Of the processor, as the machine may be busy.
    const seconds = (text: string) => {
      const start = process.cpuUsage();
      const authors = [{ name: text, given: null, family: null }];
      cite(paperOf({ title: text, venue: text, abstract: text, authors, keywords: [text] }), format);
      return process.cpuUsage(start).user / 1_000_000;
    };
    for (const part of ['$', '$ a', '{', '\\(', "\\'", '\\a', '`', '<', '&', 'A-', 'www.', '[a](', 'e\u0301', 'Aa, '])
      expect(seconds(part.repeat(10_000))).toBeLessThan(5);
  });

  it('calls a paper whose title has nothing to read by its slug', () => {
    expect(cite(paperOf({ title: ' \u0000\u202e ', slug: 'a-b' }), 'RIS')).toContain('TI  - a-b\r\n');
  });

  it.each([
    ['Journal of Widgets', 'article', 'article-journal', 'JOUR'],
    ['IEEE Transactions on Widgets', 'article', 'article-journal', 'JOUR'],
    ['Proceedings of the National Academy of Sciences', 'article', 'article-journal', 'JOUR'],
    ['JMLR', 'article', 'article-journal', 'JOUR'],
    ['Widgetry', 'article', 'article-journal', 'JOUR'],
    ['Proceedings of the 3rd Conference on Widgets', 'inproceedings', 'paper-conference', 'CPAPER'],
    ['NeurIPS 2025', 'inproceedings', 'paper-conference', 'CPAPER'],
    ["CVPR'25", 'inproceedings', 'paper-conference', 'CPAPER'],
    ['ICML 2024 Workshop on Widgets', 'inproceedings', 'paper-conference', 'CPAPER'],
    ['arXiv preprint arXiv:2605.01234', 'misc', 'article', 'UNPB'],
  ])('tells what %s is', (venue, entry, type, kind) => {
    const paper = paperOf({ venue, arxivId: '2605.01234' });
    expect(cite(paper, 'BIBTEX')).toMatch(new RegExp(`^@${entry}\\{`));
    expect(JSON.parse(cite(paper, 'CSL_JSON'))).toMatchObject({ type });
    expect(cite(paper, 'RIS')).toMatch(new RegExp(`^TY  - ${kind}\r\n`));
    expect(cite(paper, 'BIBTEX')).toContain('eprint = {2605.01234}');
  });

  it.each([
    ['2026', 'year = {2026}\n', '[[2026]]', 'PY  - 2026\r\nM3'],
    ['2026-12', 'year = {2026},\n  month = dec\n', '[[2026,12]]', 'DA  - 2026/12\r\n'],
    ['2026-12-01', 'month = dec,\n  day = {1}\n', '[[2026,12,1]]', 'DA  - 2026/12/01\r\n'],
  ])('says %s as exactly as it is known', (publishedOn, bibtex, csl, ris) => {
    const paper = paperOf({ publishedOn });
    expect(cite(paper, 'BIBTEX')).toContain(bibtex);
    expect(cite(paper, 'CSL_JSON')).toContain(`"date-parts":${csl}`);
    expect(cite({ ...paper, arxivId: '2605.01234' }, 'RIS')).toContain(ris);
  });

  it.each(CITATION_FORMATS)('leaves out addresses that are none of the web, and makes others fit for %s', (format) => {
    const paper = paperOf({
      url: 'javascript:alert(1)',
      codeUrls: [
        'data:text/html,x',
        'https://é.example.org/{a} "b"\\|^`<c>',
        'file:///etc/passwd',
        'https://a.example',
        'https://a.example',
      ],
    });
    const citation = cite(paper, format);
    expect(citation).not.toMatch(/javascript|data:|file:/);
    expect(citation).toMatch(/https:\/\/xn--9ca\.example\.org\/(?:\\?%7B)a(?:\\?%7D)(?:\\?%20)/);
    expect(citation.match(/https:\/\/a\.example/g)).toHaveLength(format === 'CSL_JSON' ? 2 : 1);
  });

  it('writes CSL-JSON in which nothing is markup, not of CSL either, and which may stand in a script', () => {
    const title = '<b>x</b> for a < b & c, &lt; and </script>';
    const item = cite(paperOf({ title, abstract: title }), 'CSL_JSON');
    expect(item).not.toContain('<');
    const escaped = '&lt;b>x&lt;/b> for a < b & c, &amp;lt; and &lt;/script>';
    expect(JSON.parse(item)).toMatchObject({ title: escaped, abstract: escaped });
  });
});

describe('citationFile', () => {
  const comment = ['2 papers of https://papers.example', 'ask me@papers.example --> <b>\n@article{x,', ''];

  it.each(CITATION_FORMATS)('puts papers together to a file of %s', (format) => {
    const { head, separator, tail } = citationFile(format, comment);
    const papers = [WIDGETS, paperOf()].map((paper) => cite(paper, format));
    expect([head, separator, tail]).toEqual(
      {
        BIBTEX: [
          '% 2 papers of https://papers.example\n% ask me at papers.example --> <b>\n%  at article{x,\n%\n\n',
          ...['\n\n', '\n'],
        ],
        CSL_JSON: ['[\n', ',\n', '\n]\n'],
        RIS: ['', '\r\n\r\n', '\r\n'],
        MARKDOWN: [
          '<!--\n2 papers of https://papers.example\nask me@papers.example      b \n@article{x,\n\n-->\n\n- ',
          ...['\n- ', '\n'],
        ],
      }[format],
    );
    if (format === 'CSL_JSON') {
      expect(JSON.parse(head + papers.join(separator) + tail)).toEqual(papers.map((paper) => JSON.parse(paper)));
      expect(JSON.parse(head + tail)).toEqual([]);
    }
  });

  it('has no head without a comment', () => {
    expect(CITATION_FORMATS.map((format) => citationFile(format, []).head)).toEqual(['', '[\n', '', '- ']);
  });
});
