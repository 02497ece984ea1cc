import { readMethods } from '../../../../src/parse/records/papers-with-code/read-methods';
import { allOf, piecesOf } from '../support/pieces';

const METHOD = {
  url: 'https://paperswithcode.com/method/widgetnet',
  name: 'WidgetNet',
  full_name: 'Widget Network',
  description: '**WidgetNet** counts $w_{i}$.',
  paper: { title: 'Widgets in the Wild', url: 'https://paperswithcode.com/paper/widgets-in-the-wild' },
  introduced_year: 2020,
  source_url: 'https://arxiv.org/abs/2005.01234v2',
  source_title: 'Widgets',
  code_snippet_url: 'https://github.com/example-lab/widgets/blob/main/net.py#L10',
  collections: [],
};

const readAll = (...methods: object[]): Promise<unknown[]> =>
  allOf(readMethods(piecesOf(JSON.stringify(methods)), 'methods.json'));

describe('readMethods', () => {
  it('makes a record of the paper that a method comes from', async () => {
    expect(await readAll(METHOD)).toEqual([
      expect.objectContaining({
        title: { value: 'Widgets in the Wild', field: 'paper.title', asWritten: 'Widgets in the Wild' },
        abstract: null,
        publishedOn: null,
        keywords: [{ value: 'WidgetNet', field: 'name', asWritten: 'WidgetNet' }],
        identifiers: [
          expect.objectContaining({
            value: { scheme: 'PAPERS_WITH_CODE', value: 'widgets-in-the-wild' },
            field: 'paper.url',
          }),
          expect.objectContaining({ value: { scheme: 'ARXIV', value: '2005.01234' }, field: 'source_url' }),
        ],
        links: [
          expect.objectContaining({ value: expect.objectContaining({ url: METHOD.source_url, role: 'LANDING' }) }),
          expect.objectContaining({ value: expect.objectContaining({ url: METHOD.code_snippet_url, role: 'CODE' }) }),
        ],
      }),
    ]);
  });

  it('takes the title of the source where the paper is not in the catalogue, and tells of methods without one', async () => {
    expect(
      await readAll(
        { ...METHOD, paper: null, code_snippet_url: '' },
        { ...METHOD, paper: null, source_title: null },
        { ...METHOD, paper: null, source_title: null, source_url: 'https://example.org/widgets' },
      ),
    ).toMatchObject([
      { title: { value: 'Widgets', field: 'source_title' }, links: [{}] },
      { title: { value: 'arXiv:2005.01234', field: 'source_title', asWritten: '' } },
      { number: 3, problem: 'methods.json:1: expected the title of the paper that the method comes from, got nothing' },
    ]);
  });
});
