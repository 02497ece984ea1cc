import { startApi, type TestApi } from '../support/api';
import { abstractWith, digestText } from '../support/digest-text';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.importText(
    '2025-05-19.txt',
    digestText('May 19', [
      ['Tides, Doubly Escaped', abstractWith('The code is at https://github.com/acme/tide\\\\_gauge and runs.')],
      ['Tides with a Typed Underscore', abstractWith('The code is at https://github.com/acme/wave\\char`_meter.')],
      ['Tides, out of a PDF', abstractWith('The code is at https://github.com/acme/tide-\ufb02ow and runs.')],
      ['Tides, Wrapped', abstractWith('The code is at https://github.com/acme/tide-\ngate and runs.')],
      ['Tides, Cut in Two', abstractWith('The code is at https://github.com/acme/tide\ngate and runs.')],
      [
        'Tides in a Notebook',
        abstractWith('Run https://colab.research.google.com/github/acme/colab-tide/blob/main/demo.ipynb today.'),
      ],
      [
        'Tides on Other Hosts',
        abstractWith('They are at https://gitcode.com/acme/gc-tide and https://git.uni-bonn.de/acme/rw-tide too.'),
      ],
      ['Tides by Their Path', abstractWith('The code is at https://lab.org/acme/path-tide/-/tree/main and runs.')],
    ]),
  );
});
afterAll(() => api.close());

const linksOf = async (slug: string): Promise<string[]> =>
  (
    await api.query('query ($slug: String!) { paper(by: { slug: $slug }) { links { kind url } } }', { slug })
  ).paper.links.map(({ kind, url }: { kind: string; url: string }) => `${kind} ${url}`);

describe('the links of a paper', () => {
  it.each([
    ['tides-doubly-escaped', ['REPOSITORY https://github.com/acme/tide_gauge']],
    ['tides-with-a-typed-underscore', ['REPOSITORY https://github.com/acme/wave_meter']],
    ['tides-out-of-a-pdf', ['REPOSITORY https://github.com/acme/tide-flow']],
    ['tides-wrapped', ['REPOSITORY https://github.com/acme/tide-gate']],
    ['tides-cut-in-two', []],
    [
      'tides-in-a-notebook',
      [
        'WEBSITE https://colab.research.google.com/github/acme/colab-tide/blob/main/demo.ipynb',
        'REPOSITORY https://github.com/acme/colab-tide',
      ],
    ],
    [
      'tides-on-other-hosts',
      ['REPOSITORY https://gitcode.com/acme/gc-tide', 'REPOSITORY https://git.uni-bonn.de/acme/rw-tide'],
    ],
    ['tides-by-their-path', ['REPOSITORY https://lab.org/acme/path-tide']],
  ])('%s', async (slug, links) => {
    expect(await linksOf(slug)).toEqual(links);
  });

  it('lead back to what they name', async () => {
    const resource = async (url: string) =>
      (
        await api.query(
          'query ($url: String!) { resource(url: $url) { ... on Repository { nameWithOwner } ... on Paper { slug } } }',
          { url },
        )
      ).resource;
    // The root of a repository that only its path shows is found as well.
    expect(await resource('https://lab.org/acme/path-tide')).toEqual({ nameWithOwner: 'acme/path-tide' });
    expect(await resource('https://lab.org/acme/path-tide/-/blob/main/x.py')).toEqual({
      nameWithOwner: 'acme/path-tide',
    });
    expect(await resource('https://colab.research.google.com/github/acme/colab-tide/blob/main/demo.ipynb')).toEqual({
      slug: 'tides-in-a-notebook',
    });
  });
});
