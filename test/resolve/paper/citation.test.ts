import { importRecords } from '../../../src/import/records/import-records';
import { readRecords } from '../../../src/parse/records/read-records';
import { startApi, type TestApi } from '../../support/api';
import { digestText } from '../../support/digest-text';

const REFERENCES = `@inproceedings{erdos2026,
  title = {On the {GPU} Schr{\\"o}dinger Bridge of Paul},
  author = {Erd{\\H{o}}s, P{\\'a}l and van der Berg, Anna},
  booktitle = {Proceedings of the Conference on Examples},
  year = {2026}, month = may, eprint = {2605.01234}, archivePrefix = {arXiv}, primaryClass = {cs.LG},
  keywords = {bridges, transport}, url = {https://example.org/schroedinger}
}

@article{solo2024,
  title = {A Solitary Study of Lighthouses}, author = {Solo, Hana}, year = 2024, journal = {Journal of Coasts},
  url = {https://example.org/lighthouses}
}
`;

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await api.importText(
    '2026-05-14.txt',
    digestText('May 14', [
      [
        'On the GPU Schrödinger Bridge of Paul',
        'We build bridges on the GPU, and show how long they hold. Code is at https://github.com/example-lab/bridges.',
      ],
      [
        'Tunnels Under the GPU',
        'We dig tunnels under the GPU, and show how long they hold. The code is at https://github.com/example-lab/tunnels. Our data set will be released at https://github.com/example-lab/tunnel-data soon.',
      ],
      ['Widgets in the Wild', 'We count widgets in forty towns, and say how they age over the years.'],
    ]),
  );
  const file = await readRecords(pieces(REFERENCES), 'refs.bib');
  await importRecords(api, api.factReader, 'refs.bib', file);
});
afterAll(() => api.close());

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}

const citationOf = async (slug: string, format = ''): Promise<string> => {
  const data = await api.query(
    `query ($slug: String!) { paper(by: { slug: $slug }) { citation${format && `(format: ${format})`} } }`,
    { slug },
  );
  return data.paper.citation;
};

describe('the citation of a paper', () => {
  it('is BibTeX unless said, of all that digests, records and links say', async () => {
    const citation = await citationOf('on-the-gpu-schrodinger-bridge-of-paul');
    expect(citation).toMatch(/^@inproceedings\{erdos2026gpu-[0-9a-z]{8},\n/);
    for (const part of [
      '{GPU}',
      'Schr{\\"o}dinger',
      "author = {Erd{\\H{o}}s, P{\\'a}l and van der Berg, Anna}",
      'eprint = {2605.01234}',
      'archivePrefix = {arXiv}',
      'primaryClass = {cs.LG}',
      'year = {2026}',
      'month = may',
      'keywords = {bridges, transport}',
      'url = {https://arxiv.org/abs/2605.01234}',
      'We build bridges on the GPU',
      'Code: \\url{https://github.com/example-lab/bridges}',
    ]) {
      expect(citation).toContain(part);
    }
    expect(await citationOf('on-the-gpu-schrodinger-bridge-of-paul', 'BIBTEX')).toBe(citation);
  });

  it('is in other formats, too', async () => {
    const item = JSON.parse(await citationOf('on-the-gpu-schrodinger-bridge-of-paul', 'CSL_JSON'));
    expect(item).toMatchObject({
      type: 'paper-conference',
      author: [
        { family: 'Erdős', given: 'Pál' },
        { family: 'van der Berg', given: 'Anna' },
      ],
      issued: { 'date-parts': [[2026, 5]] },
      custom: { code: ['https://github.com/example-lab/bridges'] },
    });
    const ris = await citationOf('on-the-gpu-schrodinger-bridge-of-paul', 'RIS');
    expect(ris.split('\r\n')).toEqual(expect.arrayContaining(['AU  - Erdős, Pál', 'KW  - bridges', 'KW  - transport']));
    expect(await citationOf('on-the-gpu-schrodinger-bridge-of-paul', 'MARKDOWN')).toContain(
      '](https://arxiv.org/abs/2605.01234)',
    );
  });

  it.each(['BIBTEX', 'CSL_JSON', 'RIS', 'MARKDOWN'])('has as %s only code that is there', async (format) => {
    const { paper } = await api.query('{ paper(by: { slug: "tunnels-under-the-gpu" }) { links { availability } } }');
    expect(paper.links).toEqual([{ availability: 'AVAILABLE' }, { availability: 'ANNOUNCED' }]);
    const citation = await citationOf('tunnels-under-the-gpu', format);
    expect(citation.replace(/\{?\\url\{|\\/g, '')).toContain('https://github.com/example-lab/tunnels');
    const cited = citation.replace(/Our data set will be released at \S+ soon\./, '');
    expect(cited).not.toContain('tunnel-data');
  });

  it('has the address of a source where there is no identifier', async () => {
    expect(await citationOf('a-solitary-study-of-lighthouses')).toContain('url = {https://example.org/lighthouses}');
  });

  it('says no more than is known', async () => {
    const citation = await citationOf('widgets-in-the-wild');
    expect(citation).toMatch(/^@misc\{anonwidgets-/);
    expect(citation).not.toMatch(/(author|year|url|eprint|keywords|note) =/);
  });

  it('refuses a format that there is not', async () => {
    const { errors } = await api.send('{ papers { nodes { citation(format: ENDNOTE) } } }');
    expect(errors?.[0]?.message).toMatch(/"ENDNOTE" does not exist in "CitationFormat"/);
  });

  it.each([
    ['papers', '{ papers(first: $n) { nodes { a: citation b: citation(format: RIS) } } }', 3],
    [
      'a digest',
      '{ digests { nodes { papers(first: $n) { edges { node { ...All } } } } } } fragment All on Paper { citation }',
      4,
    ],
  ])('of %s is read for all at once', async (_, query, most) => {
    for (const n of [1, 3]) {
      const { statements, answer } = await api.log.during(() => api.query(query.replace('$n', String(n))));
      expect(statements).toHaveLength(most);
      expect(JSON.stringify(answer)).toContain('@');
    }
  });
});
