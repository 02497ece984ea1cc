import { readBibtex } from '../../../../src/parse/records/bibtex/read-bibtex';
import { isBroken } from '../../../../src/parse/records/record';
import { expectSound, onlyRecord, readAll, sayingsOf, titlesIn } from '../support/readers';

const one = (text: string) => onlyRecord(readBibtex, text);
const titles = (text: string) => titlesIn(readBibtex, text);

describe('readBibtex', () => {
  it('gives what an entry says, as it is written', async () => {
    const record = await one(`% a remark
@string{xconf = "Proceedings of the {X} Conference"}

@InProceedings{example2026widgets,
  title = {{Widgets} in the Wild: 5\\% of {GPU} Time \\& $k$ More},
  author = "Example, Ada and M{\\"u}ller, Ben and others",
  booktitle = xconf # {, Part } # 2,
  year = 2026, month = may, day = {13},
  eprint = {2605.01234v2}, archivePrefix = {arXiv}, primaryClass = {cs.LG},
  doi = {10.5555/X.ABC-1},
  abstract = {We count \\emph{widgets}.

  They age.},
  keywords = {counting, widgets; ageing},
  url = {https://arxiv.org/abs/2605.01234},
  code = {github.com/example-lab/widgets},
  note = {See the \\href{https://widgets.example.org/}{project page}.}
}`);
    expect(sayingsOf(record)).toEqual({
      key: 'example2026widgets',
      title: 'Widgets in the Wild: 5% of GPU Time & $k$ More',
      abstract: 'We count widgets.\n\nThey age.',
      authors: ['Ada Example', 'Ben Müller'],
      identifiers: ['ARXIV 2605.01234', 'DOI 10.5555/x.abc-1'],
      publishedOn: '2026-05-13',
      venue: 'Proceedings of the X Conference, Part 2',
      keywords: ['counting', 'widgets', 'ageing'],
      links: [
        'LANDING https://arxiv.org/abs/2605.01234',
        'CODE https://github.com/example-lab/widgets',
        'PROJECT https://widgets.example.org/',
      ],
    });
    expect(record).toMatchObject({
      number: 1,
      line: 4,
      hasAllAuthors: false,
      title: { field: 'title', asWritten: '{Widgets} in the Wild: 5\\% of {GPU} Time \\& $k$ More' },
      categories: [{ value: 'cs.LG', field: 'primaryClass' }],
      versions: [{ value: { number: 2, date: null } }],
    });
    expect(record.authors[1]).toMatchObject({
      field: 'author',
      asWritten: 'M{\\"u}ller, Ben',
      value: { family: 'Müller' },
    });
  });

  it.each([
    ['round brackets', '@article(a, title = {T (x)}, year = "1999")'],
    ['quotation marks within quotation marks', '@article{a, title = "T (x)", note = "a "b" {"} c", year = 1999}'],
    ['no comma between fields', '@article{a,\n title = {T (x)}\n year = {1999}}'],
    ['no comma behind the key', '@article{a\n title = {T (x)},\n year = {1999}}'],
    ['values without brackets', '@article{a, title = T (x), year = 1999,\n note = some words\n}'],
    ['remarks between fields', '@article{a,\n % title = {No},\n title = {T (x)}, % {\n year = {1999}}'],
    ['a bracket too many', '@article{a, title = {T (x)}}, year = {1999}}'],
    ['the last bracket forgotten', '@article{a, title = {T (x)}, year = {1999}\n'],
    ['a comma too many, and capitals', '@ARTICLE {a, , TITLE = {T (x)}, YEAR = {1999}, , }'],
    ['a field twice', '@article{a, title = {No}, year = 1998, Title = {T (x)}, Year = {1999}}'],
    [
      'escaped braces that do not come out even',
      '@article{a, title = {T (x)}, abstract = {\\left\\{ x}, year = {1999}}',
    ],
    ['CR LF and a byte order mark', '\uFEFF@article{a,\r\n title = {T\r\n (x)},\r\n year = {1999}\r\n}'],
    ['text on the line before', '---\nme @home: x@y.org @article{a, title = {T (x)}, year = {1999}}'],
  ])('reads entries with %s', async (_what, text) => {
    const record = await one(text);
    expect([record.key, record.title.value, record.publishedOn?.value]).toEqual(['a', 'T (x)', '1999']);
  });

  it('goes on behind an entry that is never closed, and names its line', async () => {
    const text = `@article{a, title = {A}}
@article{broken,
  title = {A Brace That Is Never {Closed},
  year = {2018}

@phdthesis{b, title = {B}}
@misc{none, year = 2000}
@misc{c,
  title = {C`;
    expect(await titles(text)).toEqual([
      'A',
      'x:2: expected the field "title" of the entry "broken" to be closed, got another entry on line 6',
      'B',
      'x:7: expected a title in the entry "none", got none',
      'x:8: expected the field "title" of the entry "c" to be closed, got the end of the file',
    ]);
    expect((await readAll(readBibtex, text)).map((read) => [read.number, isBroken(read)])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, true],
    ]);
  });

  it('takes only entries of papers for records', async () => {
    const text = `@comment{ @article{inside, title={No}} }
@preamble{ "\\newcommand{\\x}[1]{}" }
%@article{remark, title={No}}
@control{REVTEX41Control}
@misc{, title = {Without a Key}}
@misc{title = {With None at All}}`;
    expect(await titles(text)).toEqual(['Without a Key', 'With None at All']);
    expect(await titles('@comment{never closed\n@misc{a, title={A}}')).toEqual(['A']);
  });

  it.each([
    ['journal = {arXiv preprint arXiv:2101.00009}', 'ARXIV 2101.00009'],
    ['journal = {CoRR}, volume = {abs/2203.00001}', 'ARXIV 2203.00001'],
    ['journal = {ArXiv}, volume = {abs/cs/0601001}', 'ARXIV cs/0601001'],
    ['journal = {CoRR abs/2203.00001}', 'ARXIV 2203.00001'],
    ['journal = {arXiv preprint 2203.00001}', 'ARXIV 2203.00001'],
    ['journal = {arXiv preprint arXiv}, volume = {2203.00001}', 'ARXIV 2203.00001'],
    ['institution = {arXiv}, number = {2203.00001}', 'ARXIV 2203.00001'],
    ['archive = {arXiv}, number = {2203.00001}', 'ARXIV 2203.00001'],
    ['institution = {Institute}, number = {2203.00001}', undefined],
    ['paper = {https://arxiv.org/abs/2203.00001}', 'ARXIV 2203.00001'],
    ['eprint = {9503124}, archivePrefix = {arXiv}, primaryClass = {hep-th}', 'ARXIV hep-th/9503124'],
    ['eprint = {2407.0877}, url = {https://arxiv.org/abs/2407.00877}', 'ARXIV 2407.00877'],
    ['note = {Preprint at https://arxiv.org/abs/2203.00001}', 'ARXIV 2203.00001'],
    ['arxiv = {2403.15388}', 'ARXIV 2403.15388'],
    ['eprint = {hep-th/9901001}', 'ARXIV hep-th/9901001'],
    [
      'doi = {10.1002/(SICI)1097-4571(1999)50:6<1::AID-ASI1>3.0.CO;2-X}',
      'DOI 10.1002/(sici)1097-4571(1999)50:6<1::aid-asi1>3.0.co;2-x',
    ],
    ['eprint = {12345}, eprinttype = {pubmed}', 'PUBMED 12345'],
    ['doi = {https://doi.org/10.48550/arXiv.1905.00042}', 'ARXIV 1905.00042'],
    ['howpublished = {arXiv:1706.03762 [cs]}', 'ARXIV 1706.03762'],
    ['url = {https://openreview.net/forum?id=AbC123xYz}', 'OPENREVIEW AbC123xYz'],
    ['url = {https://aclanthology.org/P19-1001/}', 'ACL P19-1001'],
    ['note = {We extend arXiv:2101.00009}', undefined],
    ['eprint = {hal-01234567}, eprinttype = {hal}', undefined],
  ])('finds the identifier in %s', async (fields, identifier) => {
    const { identifiers, venue } = sayingsOf(await one(`@article{a, title = {A}, ${fields}}`));
    expect([identifiers[0], venue]).toEqual([identifier, null]);
  });

  it.each([
    ['date = {2016-05-13/2016-06}', '2016-05-13'],
    ['year = {2016}, month = {8~} # jan', '2016-01-08'],
    ['year = 2016, month = 2, day = 31', '2016-02'],
    ['year = {in press}, month = may', null],
    ['year = {n.d.}', null],
  ])('reads the date of %s', async (fields, date) => {
    expect(sayingsOf(await one(`@article{a, title = {A}, ${fields}}`)).publishedOn).toBe(date);
  });

  it.each([
    ['counting, band-gap\n  energy, towns', ['counting', 'band-gap energy', 'towns']],
    ['counting\n towns', ['counting', 'towns']],
  ])('reads the keywords %j', async (keywords, words) => {
    expect(sayingsOf(await one(`@article{a, title = {A}, keywords = {${keywords}}}`)).keywords).toEqual(words);
  });

  it('knows the fields of addresses by whatever name has the word for these', async () => {
    const fields = [
      'url_Paper = {https://arxiv.org/abs/2605.01234}',
      'url_Github = {https://github.com/a/b}',
      'codeLink = {https://github.com/a/c}',
      'project_url = {https://widgets.example.org}',
      'video-url = {https://youtu.be/x}',
      'curl = {https://example.org}',
    ];
    expect(sayingsOf(await one(`@misc{a, title = {A}, ${fields.join(', ')}}`))).toMatchObject({
      identifiers: ['ARXIV 2605.01234'],
      links: [
        'LANDING https://arxiv.org/abs/2605.01234',
        'CODE https://github.com/a/b',
        'CODE https://github.com/a/c',
        'PROJECT https://widgets.example.org',
        'MEDIA https://youtu.be/x',
      ],
    });
  });

  it.each([
    ['\\mnras', 'Monthly Notices of the Royal Astronomical Society'],
    ['{\\ApJ}', 'The Astrophysical Journal'],
    ['Sky \\& Widgets', 'Sky & Widgets'],
  ])('reads the journal %s', async (journal, venue) => {
    expect(sayingsOf(await one(`@article{a, title = {A}, journal = {${journal}}}`)).venue).toBe(venue);
  });

  it('takes addresses of the web only', async () => {
    const text =
      '@misc{a, title = {A}, url = {javascript:alert(1)}, code = {file:///etc/passwd}, github = {example-lab/w}, pdf = {x.pdf}}';
    expect(sayingsOf(await one(text)).links).toEqual(['CODE https://github.com/example-lab/w']);
  });

  it('lets no string fill the memory', async () => {
    const bomb = Array.from({ length: 60 }, () => '@string{a = a # a # a}').join('\n');
    const record = await one(`@string{a = "xxxxxxxxxx"}\n${bomb}\n@misc{b, title = a}`);
    expect(record.title.value.length).toBeLessThanOrEqual(10_000);
    expect((await one('@string{__proto__ = "p"} @misc{b, title = __proto__, __proto__ = {x}}')).title.value).toBe('p');
  });

  it('refuses what has no entry', async () => {
    await expect(readAll(readBibtex, '<html>\n')).rejects.toThrow('x:1: expected BibTeX entries');
    expect(await readAll(readBibtex, ' \n')).toEqual([]);
    expect(await readAll(readBibtex, '@comment{x}')).toEqual([]);
  });

  it('reads any text, wherever it is cut', async () => {
    await expectSound(readBibtex, [
      ...[
        '@article{',
        '@misc(',
        '@string{a = ',
        '@comment{',
        '\n@misc{k, title = {T}}',
        'key,',
        'title = ',
        '{',
        '}',
        '"',
      ],
      ...[',', '#', '\\', '%', '\n', ')', '@', 'author = {A and B}', ' ', 'year = 2020', '\\{', '\r\n', 'x'],
    ]);
  });
});
