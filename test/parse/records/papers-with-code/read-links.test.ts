import { readLinks } from '../../../../src/parse/records/papers-with-code/read-links';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

const ROW = {
  paper_url: 'https://paperswithcode.com/paper/widgets-in-the-wild',
  paper_title: 'Widgets in the $k$-Wild',
  paper_arxiv_id: '2005.01234',
  paper_url_abs: 'http://arxiv.org/abs/2005.01234v2',
  paper_url_pdf: null,
  repo_url: 'https://github.com/example-lab/widgets.git',
  is_official: true,
  mentioned_in_paper: true,
  mentioned_in_github: false,
  framework: 'pytorch',
};

async function recordOf(row: object): Promise<SourceRecord> {
  const [record] = await allOf(readLinks(piecesOf(JSON.stringify([row])), 'links.json'));
  return record as SourceRecord;
}

describe('readLinks', () => {
  it('makes a record with one link of a row', async () => {
    expect(await recordOf(ROW)).toMatchObject({
      title: { value: 'Widgets in the $k$-Wild', field: 'paper_title' },
      identifiers: [
        { value: { scheme: 'ARXIV', value: '2005.01234' }, field: 'paper_arxiv_id' },
        { value: { scheme: 'PAPERS_WITH_CODE', value: 'widgets-in-the-wild' }, field: 'paper_url' },
      ],
      links: [
        {
          value: {
            url: 'https://github.com/example-lab/widgets.git',
            role: 'CODE',
            isOfficial: true,
            isMentionedInPaper: true,
            isMentionedInRepository: false,
            framework: 'pytorch',
            stars: null,
            isGuess: false,
          },
          field: 'repo_url',
        },
      ],
      abstract: null,
      authors: [],
    });
  });

  it('knows nothing of flags that the row does not have', async () => {
    const bare = { paper_title: 'T', repo_url: 'https://gitlab.com/a/b', is_official: 'True', framework: '' };
    expect((await recordOf(bare)).links[0]?.value).toMatchObject({
      isOfficial: true,
      isMentionedInPaper: null,
      isMentionedInRepository: null,
      framework: null,
    });
  });

  it.each([
    [{}, 'arXiv:2005.01234'],
    [{ paper_arxiv_id: null, paper_url_abs: null }, 'paperswithcode:widgets-in-the-wild'],
    [{ paper_arxiv_id: null, paper_url_abs: 'https://doi.org/10.5555/W' }, 'doi:10.5555/w'],
    [{ paper_arxiv_id: null, paper_url: null, paper_url_abs: 'http://example.org/w.html' }, 'example.org/w.html'],
  ])('calls a paper without a title, with %j, by what names it', async (fields, name) => {
    expect((await recordOf({ ...ROW, paper_title: null, ...fields })).title).toEqual({
      value: name,
      field: 'paper_title',
      asWritten: '',
    });
  });

  it.each([[null], [''], ['  '], ['javascript:alert(1)'], ['n/a'], [5], [`https://github.com/a/${'b'.repeat(5_000)}`]])(
    'gives no link for the address %j',
    async (repo_url) => {
      expect((await recordOf({ ...ROW, repo_url })).links).toEqual([]);
    },
  );
});
