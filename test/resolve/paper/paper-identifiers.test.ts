import { startApi, type TestApi } from '../../support/api';
import { importRecordsText } from '../../support/import-records';
import { queryPlan } from '../../support/query-plan';
import type { LoggedStatement } from '../../support/statement-log';

let api: TestApi;
const SHA = '649def34f8be52c8b66281af98ae884c09aef38b';

beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  const records = [
    {
      paperId: SHA,
      title: 'Widgets in the Wild',
      authors: [{ authorId: '1', name: 'Ada Example' }],
      year: 2026,
      externalIds: {
        ArXiv: '2605.01234',
        DOI: '10.1145/3292500.ABC',
        ACL: 'P19-1001',
        DBLP: 'conf/nips/Example26',
        PubMed: '31452104',
        CorpusId: 1,
      },
    },
  ];
  await importRecordsText(api, 's2.json', JSON.stringify(records));
  await importRecordsText(
    api,
    'a.bib',
    `@article{a, title={Widgets in the Wild}, author={Example, Ada}, year={2026}, doi={10.1000/other}, eprint={2605.01234}, eprinttype={arxiv}}
     @misc{b, title={Gadgets at Home}, author={Sample, Cy}, year={2025}, url={https://openreview.net/forum?id=rJl-b3RcF7}}
     @misc{c, title={Gears and Springs}, author={Sample, Cy}, year={2025}, url={https://openalex.org/W2741809807}}`,
  );
});
afterAll(() => api.close());

const paperBy = async (by: object) =>
  (await api.query('query ($by: PaperKey!) { paper(by: $by) { title } }', { by })).paper?.title ?? null;

describe('a paper by an identifier that a record states', () => {
  it.each([
    ['2605.01234', 'Widgets in the Wild'],
    ['arXiv:2605.01234v2', 'Widgets in the Wild'],
    ['ARXIV:2605.01234', 'Widgets in the Wild'],
    ['https://arxiv.org/pdf/2605.01234v1.pdf', 'Widgets in the Wild'],
    ['https://doi.org/10.48550/arXiv.2605.01234', 'Widgets in the Wild'],
    ['10.1145/3292500.abc', 'Widgets in the Wild'],
    ['DOI:10.1145/3292500.ABC', 'Widgets in the Wild'],
    ['https://dx.doi.org/10.1145/3292500.ABC', 'Widgets in the Wild'],
    ['10.1000/OTHER', 'Widgets in the Wild'],
    ['P19-1001', 'Widgets in the Wild'],
    ['https://aclanthology.org/P19-1001/', 'Widgets in the Wild'],
    ['aclanthology.org/P19-1001.pdf', 'Widgets in the Wild'],
    ['ACL:P19-1001', 'Widgets in the Wild'],
    ['DBLP:conf/nips/Example26', 'Widgets in the Wild'],
    ['conf/nips/Example26', 'Widgets in the Wild'],
    ['https://dblp.org/rec/conf/nips/Example26.html', 'Widgets in the Wild'],
    ['PMID: 31452104', 'Widgets in the Wild'],
    ['PMID 31452104', 'Widgets in the Wild'],
    ['https://pubmed.ncbi.nlm.nih.gov/31452104/', 'Widgets in the Wild'],
    [SHA, 'Widgets in the Wild'],
    [SHA.toUpperCase(), 'Widgets in the Wild'],
    [`https://www.semanticscholar.org/paper/Widgets/${SHA}`, 'Widgets in the Wild'],
    ['https://openreview.net/forum?id=rJl-b3RcF7', 'Gadgets at Home'],
    ['https://openreview.net/pdf?id=rJl-b3RcF7', 'Gadgets at Home'],
    ['openreview:rJl-b3RcF7', 'Gadgets at Home'],
    ['w2741809807', 'Gears and Springs'],
    ['https://api.openalex.org/works/W2741809807', 'Gears and Springs'],
    ['PMID:1', null],
    ['W1', null],
  ])('is found by %s', async (identifier, title) => {
    expect(await paperBy({ identifier })).toBe(title);
  });

  it('is found by a DOI or an identifier of arXiv that is not the one it shows', async () => {
    const { paper } = await api.query('{ paper(by: { slug: "widgets-in-the-wild" }) { doi identifiers { scheme } } }');
    expect(paper.doi).toBe('10.1145/3292500.abc');
    expect(await paperBy({ doi: '10.1000/other' })).toBe('Widgets in the Wild');
    await api.writer.query("update paper set arxiv_id = null where slug = 'widgets-in-the-wild'");
    expect(await paperBy({ arxivId: '2605.01234' })).toBe('Widgets in the Wild');
  });

  it('is found by the address of a catalogue as an address, too', async () => {
    expect(await paperBy({ url: 'https://openreview.net/forum?id=rJl-b3RcF7' })).toBe('Gadgets at Home');
    expect(await paperBy({ url: `https://www.semanticscholar.org/paper/${SHA}` })).toBe('Widgets in the Wild');
  });

  it.each(['', 'widgets', '31452104', 'arXiv:2605.1', 'PMID:x', 'x'.repeat(3_000)])(
    'is refused by what is no identifier: %s',
    async (identifier) => {
      const { errors } = await api.send('query ($by: PaperKey!) { paper(by: $by) { title } }', { by: { identifier } });
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('by.identifier: expected an identifier, e.g. arXiv:2503.04715'),
          extensions: { code: 'BAD_USER_INPUT', argument: 'by.identifier' },
        },
      ]);
    },
  );

  it('takes one statement for each kind of key, and goes through no table', async () => {
    const keys = ['P19-1001', 'PMID:31452104', 'W2741809807', SHA].map((identifier): object => ({ identifier }));
    keys.push({ identifier: '2605.01234' }, { arxivId: '2605.01234' }, { doi: '10.1000/other' });
    const { answer, logged } = await api.log.during(() =>
      api.query('query ($keys: [PaperKey!]!) { papersBy(keys: $keys) { title } }', { keys }),
    );
    expect(answer.papersBy).not.toContain(null);
    expect(logged).toHaveLength(3);
    for (const statement of [...logged]) {
      expect((await queryPlan(api, statement as LoggedStatement)).scans).toEqual([]);
    }
  });
});
