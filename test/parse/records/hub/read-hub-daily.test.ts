import { readHubDaily } from '../../../../src/parse/records/hub/read-hub-daily';
import type { SourceRecord } from '../../../../src/parse/records/record';
import { allOf, piecesOf } from '../support/pieces';

const readAll = (value: unknown, file = 'daily_2026-05-14.json'): Promise<unknown[]> =>
  allOf(readHubDaily(piecesOf(typeof value === 'string' ? value : JSON.stringify(value)), file));

async function recordOf(value: unknown, file?: string): Promise<SourceRecord> {
  const [record] = await readAll([value], file);
  return record as SourceRecord;
}

const PAPER = {
  id: '2605.01234',
  title: 'Widgets in the\n  Wild',
  summary: 'We count widgets,\n5\\% of them.\n  They age.',
  authors: [
    { name: 'Ada Example', hidden: false, user: { fullname: 'Someone' } },
    { name: 'Ben Hidden', hidden: true },
    { name: 'Chi  M\u00fcller' },
  ],
  publishedAt: '2026-05-13T17:59:08.000Z',
  submittedOnDailyAt: '2026-05-14T00:31:00.000Z',
  upvotes: 12,
  ai_keywords: ['widget counting', 'age', 'age'],
};

describe('readHubDaily', () => {
  it('reads a wrapper, each value with its field', async () => {
    const title = 'Widgets in the Wild';
    expect(await recordOf({ paper: PAPER, title: 'Other', publishedAt: '2026-05-13T13:59:08.000Z' })).toMatchObject({
      number: 1,
      line: 1,
      key: '2605.01234',
      title: { value: title, field: 'paper.title', asWritten: 'Widgets in the\n  Wild' },
      abstract: { value: 'We count widgets, 5% of them.\n\nThey age.', field: 'paper.summary' },
      authors: [
        { value: { name: 'Ada Example', given: null, family: null }, field: 'paper.authors' },
        { value: { name: 'Chi M\u00fcller' } },
      ],
      hasAllAuthors: false,
      identifiers: [{ value: { scheme: 'ARXIV', value: '2605.01234' }, field: 'paper.id', asWritten: '2605.01234' }],
      publishedOn: { value: '2026-05-13', field: 'paper.publishedAt', asWritten: '2026-05-13T17:59:08.000Z' },
      keywords: [{ value: 'widget counting', field: 'paper.ai_keywords' }, { value: 'age' }],
      votes: { value: 12, field: 'paper.upvotes' },
      place: { value: { day: '2026-05-14', rank: 1 }, field: 'file name', asWritten: 'daily_2026-05-14.json' },
      links: [],
      isWithdrawn: null,
    });
  });

  it('reads a paper by itself, with the names that Python has for its fields too', async () => {
    expect(await recordOf(PAPER, '2605.01234.json')).toMatchObject({
      title: { value: 'Widgets in the Wild', field: 'title' },
      votes: { field: 'upvotes' },
      place: null,
    });
    const python = {
      id: '2605.01234',
      title: 'T',
      authors: ['Ada Example'],
      published_at: '2026-05-13',
      github_repo: 'a/b',
    };
    expect(await recordOf(python)).toMatchObject({
      authors: [{ value: { name: 'Ada Example' } }],
      publishedOn: { value: '2026-05-13' },
      links: [{ value: { url: 'https://github.com/a/b' } }],
    });
  });

  it.each([
    ['counting, towns', ['counting', 'towns']],
    ["['counting', 'towns']", ['counting', 'towns']],
    [['counting, slowly', null, 5], ['counting, slowly']],
  ])('reads the keywords %j', async (ai_keywords, words) => {
    const { keywords } = await recordOf({ paper: { ...PAPER, ai_keywords } });
    expect(keywords.map(({ value }) => value)).toEqual(words);
  });

  it('takes the title and the summary of the wrapper where the paper has none', async () => {
    expect(await recordOf({ paper: { id: '2605.01234' }, title: 'T', summary: 'S.' })).toMatchObject({
      title: { value: 'T', field: 'title' },
      abstract: { value: 'S.', field: 'summary' },
      authors: [],
      hasAllAuthors: true,
      votes: null,
    });
  });

  it('tells the rank from the order, and only in the list of a day', async () => {
    const list = ['2026-05-14', '2026-05-12', '2026-01-02'].map((day) => ({
      paper: { ...PAPER, submittedOnDailyAt: `${day}T08:00:00Z` },
    }));
    const places = async (file: string): Promise<unknown[]> =>
      (await readAll(list, file)).map((record) => (record as SourceRecord).place?.value ?? null);
    const ranked = [{ day: '2026-05-14', rank: 1 }, { day: '2026-05-14', rank: 2 }, null];
    expect(await places('2026-05-14.json')).toEqual(ranked);
    expect(await places('search.json')).toEqual([null, null, null]);
  });

  it.each([
    ['https://github.com/example-lab/widgets/', 'https://github.com/example-lab/widgets/'],
    ['https://github.com/example-lab/\nmargin-widgets', 'https://github.com/example-lab/margin-widgets'],
    ['example-lab/widgets.js', 'https://github.com/example-lab/widgets.js'],
    ['github.com/example-lab/widgets', 'https://github.com/example-lab/widgets'],
    ['https://github.com/example-lab', 'https://github.com/example-lab'],
    [
      'https://github.com/example-lab/widgets/tree/main?tab=readme',
      'https://github.com/example-lab/widgets/tree/main?tab=readme',
    ],
  ])('reads the repository %j', async (githubRepo, url) => {
    const { links } = await recordOf({ paper: { ...PAPER, githubRepo, githubStars: 0, githubRepoAddedBy: 'auto' } });
    expect(links).toEqual([
      {
        value: expect.objectContaining({ url, role: 'CODE', stars: 0, isGuess: true, isOfficial: null }),
        field: 'paper.githubRepo',
        asWritten: githubRepo,
      },
    ]);
  });

  it('gives each address once, and only those of the web', async () => {
    const { links } = await recordOf({
      paper: {
        ...PAPER,
        githubRepo: 'https://github.com/a/b',
        githubRepoAddedBy: 'user',
        projectPage: 'https://a.example.org/',
        mediaUrls: ['https://cdn.example.org/v.mp4', 'javascript:alert(1)', 'file:///etc/passwd'],
      },
      mediaUrls: ['https://cdn.example.org/v.mp4'],
    });
    expect(links.map(({ value: { url, role, stars, isGuess } }) => [url, role, stars, isGuess])).toEqual([
      ['https://github.com/a/b', 'CODE', null, false],
      ['https://a.example.org/', 'PROJECT', null, false],
      ['https://cdn.example.org/v.mp4', 'MEDIA', null, false],
    ]);
    expect((await recordOf({ paper: { ...PAPER, projectPage: 'javascript:alert(1)' } })).links).toEqual([]);
  });

  it('gives back the zero that an identifier lost as a number, and guesses no more', async () => {
    const identifiersOf = async (id: unknown): Promise<unknown[]> =>
      (await recordOf({ paper: { ...PAPER, id } })).identifiers.map(({ value }) => value.value);
    expect(await identifiersOf(2407.0877)).toEqual(['2407.08770']);
    expect(await identifiersOf('2406.105')).toEqual([]);
    expect(await identifiersOf('2405.01234v2')).toEqual(['2405.01234']);
    expect(await identifiersOf(null)).toEqual([]);
  });

  it('knows a withdrawn paper by what arXiv writes in the place of its abstract', async () => {
    const withdrawn = await recordOf({ paper: { ...PAPER, summary: 'This paper has been withdrawn by the authors.' } });
    expect(withdrawn.isWithdrawn?.value).toBe(true);
    expect(
      (await recordOf({ paper: { ...PAPER, summary: 'Cash is withdrawn by the users.' } })).isWithdrawn,
    ).toBeNull();
  });

  it('says of what it cannot read why, and reads the next', async () => {
    const text = `[
{"paper": "{'id': '2605.01234', 'title': 'T'}", "thumbnail": ""},
{"paper": {"id": "2605.01235", "title": "", "hidden": true}},
{"paper": {"id": "2605.01236", "hidden": False}},
null, "x", 5,
{"paper": [1]},
{"error": "Not found"},
{"paper": {"id": "2605.01237", "title": "Read", "__proto__": {"upvotes": 5}}}
]`;
    const all = await readAll(text);
    expect(
      all.slice(0, -1).map((read) => (read as { problem: string }).problem.replace('daily_2026-05-14.json:', '')),
    ).toEqual([
      `2: expected an object as paper, got what Python prints: "{'id': '2605.01234', 'title': 'T'}"`,
      '3: expected a title, got nothing',
      '4: expected a value, got "False}}"',
      '5: expected an object, got nothing',
      '5: expected an object, got "x"',
      '5: expected an object, got a number',
      '6: expected an object as paper, got a list',
      '7: expected a title, got nothing',
    ]);
    expect(all.at(-1)).toMatchObject({
      number: 9,
      line: 8,
      title: { value: 'Read' },
      votes: null,
      place: { value: { rank: 9 } },
    });
  });

  it('refuses a day that Python printed', async () => {
    expect(await readAll("[{'paper': {'id': '2605.01234', 'hidden': False}}]")).toEqual([
      expect.stringContaining('daily_2026-05-14.json:1: expected JSON, got what Python prints: "[{'),
    ]);
  });
});
