import { startApi, type TestApi } from '../../support/api';
import { importRecordsText } from '../../support/import-records';

let api: TestApi;
const SHA = '649def34f8be52c8b66281af98ae884c09aef38b';

beforeAll(async () => {
  api = await startApi({ ANSWER_CACHE_BYTES: '0' });
  await importRecordsText(
    api,
    's2.json',
    JSON.stringify([
      {
        paperId: SHA,
        title: 'Widgets in the Wild',
        authors: [{ authorId: '1', name: 'Ada Example' }],
        year: 2026,
        externalIds: { ArXiv: '2605.01234', DOI: '10.1145/3292500.ABC', ACL: 'P19-1001', DBLP: 'conf/nips/Example26' },
      },
    ]),
  );
  await importRecordsText(
    api,
    'a.bib',
    `@article{a, title={Widgets in the Wild}, author={Example, Ada}, year={2026}, doi={10.1000/other}, eprint={2605.01234}, eprinttype={arxiv}}
     @misc{b, title={Gadgets at Home}, author={Sample, Cy}, year={2025}, url={https://openreview.net/forum?id=rJl-b3RcF7}}
     @misc{c, title={Gears and Springs}, author={Sample, Cy}, year={2025}, url={https://openalex.org/W2741809807}}
     @misc{d, title={Kettle Curves}, author={Sample, Cy}, year={2025}, url={https://aclanthology.org/2023.acl-long.1}}`,
  );
  // What only a record states: the paper shows no identifier of its own then.
  await api.writer.query('update paper set arxiv_id = null, doi = null');
});
afterAll(() => api.close());

const titleAt = async (url: string): Promise<string | null> =>
  (await api.query('query ($url: String!) { resource(url: $url) { ... on Paper { title } } }', { url })).resource
    ?.title ?? null;

describe('an identifier that a record states', () => {
  it.each([
    ['2605.01234v3', 'Widgets in the Wild'],
    ['https://arxiv.org/abs/2605.01234v2', 'Widgets in the Wild'],
    ['arxiv.org/pdf/2605.01234', 'Widgets in the Wild'],
    ['http://www.arxiv.org/pdf/2605.01234v1.pdf?download=1', 'Widgets in the Wild'],
    ['https://doi.org/10.48550/ARXIV.2605.01234', 'Widgets in the Wild'],
    ['https://dx.doi.org/10.1145/3292500.ABC', 'Widgets in the Wild'],
    ['doi.org/10.1000/OTHER', 'Widgets in the Wild'],
    ['10.1000/other', 'Widgets in the Wild'],
    ['https://aclanthology.org/P19-1001/', 'Widgets in the Wild'],
    ['aclanthology.org/P19-1001v2.pdf', 'Widgets in the Wild'],
    ['HTTPS://ACLANTHOLOGY.ORG/p19-1001.bib', 'Widgets in the Wild'],
    ['https://www.aclweb.org/anthology/papers/P/P19/P19-1001/', 'Widgets in the Wild'],
    ['https://aclanthology.org/2023.ACL-long.1/#abstract', 'Kettle Curves'],
    [`https://www.semanticscholar.org/paper/Widgets-in-the-Wild-Example/${SHA}?sort=x`, 'Widgets in the Wild'],
    [`semanticscholar.org/paper/${SHA.toUpperCase()}`, 'Widgets in the Wild'],
    [`https://www.semanticscholar.org/reader/${SHA}`, 'Widgets in the Wild'],
    [`https://api.semanticscholar.org/graph/v1/paper/${SHA}`, 'Widgets in the Wild'],
    ['https://dblp.org/rec/conf/nips/Example26.html?view=bibtex', 'Widgets in the Wild'],
    ['openreview.net/pdf?id=rJl-b3RcF7', 'Gadgets at Home'],
    ['http://openreview.net/forum?noteId=abc&id=rJl-b3RcF7#all', 'Gadgets at Home'],
    ['openreview:rJl-b3RcF7', 'Gadgets at Home'],
    ['https://openalex.org/works/w2741809807', 'Gears and Springs'],
    ['https://api.openalex.org/W2741809807', 'Gears and Springs'],
    ['https://openalex.org/W1', null],
    ['https://arxiv.org/abs/2605.09999', null],
  ])('leads from %s to its paper', async (url, title) => {
    expect(await titleAt(url)).toBe(title);
  });
});
