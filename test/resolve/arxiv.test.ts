import { startApi, type TestApi } from '../support/api';
import { abstractWith, digestText } from '../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.importText(
    '2025-05-19.txt',
    digestText('May 19', [
      ['Tides, Part Two', abstractWith('We go on from https://arxiv.org/abs/2503.12345v1 and add lakes.')],
      ['Lakes', abstractWith('It goes on from the tides (arXiv:2410.01234v3) of last year.')],
      ['Ponds', abstractWith('As in hep-th/9901001 and in [arXiv:hep-th/9901001], there are waves.')],
      ['Puddles', abstractWith('They hold 2411.00001 litres each.')],
      ['Seas', abstractWith('There are seven.')],
    ]),
  );
  await api.writer.query("update paper set arxiv_id = '2501.00007' where title = 'Seas'");
});
afterAll(() => api.close());

const cases = [
  ['https://arxiv.org/abs/2503.12345', 'Tides, Part Two'],
  ['https://arxiv.org/abs/2503.12345v2', 'Tides, Part Two'],
  ['http://arxiv.org/pdf/2503.12345v1.pdf', 'Tides, Part Two'],
  ['arXiv:2503.12345', 'Tides, Part Two'],
  ['https://arxiv.org/abs/2410.01234', 'Lakes'],
  ['arXiv:2410.01234v1', 'Lakes'],
  ['https://arxiv.org/abs/hep-th/9901001v2', 'Ponds'],
  ['https://www.arxiv.org/pdf/2501.00007v4', 'Seas'],
] as const;

describe('an address of arXiv', () => {
  it.each(cases)('%s leads to the paper that has it', async (url, title) => {
    const { resource } = await api.query('query ($url: String!) { resource(url: $url) { ... on Paper { title } } }', {
      url,
    });
    expect(resource).toEqual({ title });
  });

  it.each(cases)('%s as a query finds that paper first', async (query, title) => {
    const { search } = await api.query(
      'query ($query: String!) { search(query: $query, first: 1) { nodes { ... on Paper { title } } } }',
      { query },
    );
    expect(search.nodes).toEqual([{ title }]);
  });

  it.each(['https://arxiv.org/abs/2411.00001', 'arXiv:2410.0123', 'https://arxiv.org/abs/2599.99999'])(
    '%s leads nowhere where no text has it',
    async (url) => {
      expect(
        (await api.query('query ($url: String!) { resource(url: $url) { __typename } }', { url })).resource,
      ).toBeNull();
    },
  );
});
