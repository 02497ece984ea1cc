import { readCslJson } from '../../../../src/parse/records/csl/read-csl-json';
import { expectSound, onlyRecord, readAll, sayingsOf, titlesIn } from '../support/readers';

const one = (item: object) => onlyRecord(readCslJson, JSON.stringify([{ id: 'a', title: 'A', ...item }]));

describe('readCslJson', () => {
  it('gives what an item says, as it is written', async () => {
    const record = await one({
      id: 7,
      type: 'article-journal',
      title: 'Widgets of <span class="nocase">iWidget</span> &lt; 5',
      author: [
        { family: 'Example', given: 'Ada', ORCID: 'https://orcid.org/0000-0002-1825-0097' },
        { family: 'Tour', given: 'Ana', 'non-dropping-particle': 'de la', suffix: 'Jr.' },
        { literal: 'Widget Group' },
      ],
      editor: [{ family: 'Editor' }],
      issued: {
        'date-parts': [
          ['2026', 5, 13],
          ['2026', 6],
        ],
      },
      'container-title': 'Journal of Widgets',
      DOI: '10.5555/X.1',
      PMID: '12345',
      URL: 'https://example.org/1',
      abstract: '<jats:title>Abstract</jats:title><jats:p>We count.</jats:p><jats:p>They age.</jats:p>',
      keyword: 'counting, ageing',
      note: 'Code: https://github.com/example-lab/widgets\nlicense: http://example.org/licence',
      custom: { code: 'https://gitlab.com/example-lab/tools' },
    });
    expect(sayingsOf(record)).toEqual({
      key: '7',
      title: 'Widgets of iWidget < 5',
      abstract: 'We count.\n\nThey age.',
      authors: ['Ada Example', 'Ana de la Tour Jr.', 'Widget Group'],
      identifiers: ['DOI 10.5555/x.1', 'PUBMED 12345'],
      publishedOn: '2026-05-13',
      venue: 'Journal of Widgets',
      keywords: ['counting', 'ageing'],
      links: [
        'LANDING https://example.org/1',
        'CODE https://gitlab.com/example-lab/tools',
        'CODE https://github.com/example-lab/widgets',
      ],
    });
    expect(record.authors[0]?.value).toMatchObject({ orcid: '0000-0002-1825-0097', family: 'Example' });
    expect(record.authors[2]?.value).toMatchObject({ family: null, given: null });
  });

  it.each([
    [{ issued: { raw: '2016-05' } }, { publishedOn: '2016-05' }],
    [{ issued: { literal: 'Spring 2016' } }, { publishedOn: '2016' }],
    [{ issued: { 'date-parts': [[1985]], season: 1 } }, { publishedOn: '1985' }],
    [{ issued: { 'date-parts': [['-333', 11, 5]] } }, { publishedOn: null }],
    [{ issued: { 'date-parts': [[null]] } }, { publishedOn: null }],
    [{ issued: '2016-05-13' }, { publishedOn: '2016-05-13' }],
    [{ submitted: { 'date-parts': [[1999]] } }, { publishedOn: null }],
    [{ number: 'arXiv:2605.01234', publisher: 'arXiv' }, { identifiers: ['ARXIV 2605.01234'] }],
    [
      { number: '1106.5730', 'container-title': 'arXiv' },
      { identifiers: ['ARXIV 1106.5730'], venue: null },
    ],
    [{ number: '1106.5730', publisher: 'Institute' }, { identifiers: [] }],
    [{ 'container-title': 'arXiv:1805.06299 [cs, stat]' }, { identifiers: ['ARXIV 1805.06299'], venue: null }],
    [{ note: 'x\nstandard_id: arxiv:1212.0901v2' }, { identifiers: ['ARXIV 1212.0901'] }],
    [{ type: 'webpage', 'container-title': 'GitHub', URL: 'https://github.com/a/b' }, { venue: null }],
    [
      { title: ['A', 'B'], 'container-title': ['J'] },
      { title: 'A', venue: 'J' },
    ],
    [
      { author: 'Example, Ada', keyword: ['a, b', 'c'] },
      { authors: ['Ada Example'], keywords: ['a, b', 'c'] },
    ],
    [{ author: 'Ada Example, Ben Sample' }, { authors: ['Ada Example', 'Ben Sample'] }],
    [{ volume: '1106.5730', publisher: 'arXiv' }, { identifiers: ['ARXIV 1106.5730'] }],
    [
      { number: 1106.573, publisher: 'arXiv', URL: 'https://arxiv.org/abs/1106.5731' },
      { identifiers: ['ARXIV 1106.5731'] },
    ],
    [{ issued: { 'date-parts': [[2016, { toString: null }]] } }, { publishedOn: '2016' }],
    [{ author: [null, 5, {}, { family: 7 }] }, { authors: ['7'] }],
  ])('reads %j', async (item, sayings) => {
    expect(sayingsOf(await one(item))).toMatchObject(sayings);
  });

  it('sees that others are left out', async () => {
    expect(await one({ author: [{ family: 'Example' }, { literal: 'et al.' }] })).toMatchObject({
      hasAllAuthors: false,
    });
    expect(await one({ author: [{ family: 'Example', given: 'Ada' }, { family: 'et al.' }] })).toMatchObject({
      hasAllAuthors: false,
      authors: [{}],
    });
  });

  it('goes on behind what is no item with a title', async () => {
    const text =
      '{"items": [\n{"id": "a", "title": "A"},\n5,\n{"id": "b"},\n{"id": "c", "title": "C", "__proto__": {"DOI": "10.1/x"}}\n]}';
    expect(await titlesIn(readCslJson, text)).toEqual([
      'A',
      'x:3: expected an item, such as {"id": …, "title": …}, got "5"',
      'x:4: expected a title in the item "b", got none',
      'C',
    ]);
    await expect(readAll(readCslJson, '<html>')).rejects.toThrow('x:1: expected JSON');
  });

  it('reads any text, wherever it is cut', async () => {
    await expectSound(readCslJson, [
      '[',
      ']',
      '{"title":',
      '"T"',
      '}',
      ',',
      '"author":',
      '[{"family":"A"}]',
      '\n',
      'null',
      '"issued":',
      '{"date-parts":[[',
      '1',
    ]);
  });
});
