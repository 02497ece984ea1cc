import fc from 'fast-check';
import { isView } from '../../../src/read/view';
import { archiveView } from '../../../src/read/views/archive';
import { issueView, newestIssueView } from '../../../src/read/views/issue';
import { paperView } from '../../../src/read/views/paper/paper';
import { searchView } from '../../../src/read/views/search/search';
import { topicView } from '../../../src/read/views/topic';
import { issueOf, listed, paperWith } from '../support/answers';
import { pageOf, READING, shownOf } from '../support/reading';

const HOSTILE = '<script>alert(1)</script>"\'--><img src=x onerror=alert(1)> </title> javascript:alert(1)';
const answerOf = (issue: ReturnType<typeof issueOf>) => ({ digest: issue, archive: null });
const issue = issueView('2025-03-11', '/2025-03-11', null);
const paper = paperView('on-widgets');

/** Whether nothing in a page is more than its own templates have put there. */
function expectInert(page: string): void {
  const tags = [...page.matchAll(/<([a-z0-9]+)(?=[\s>])/g)].map(([, name]) => name);
  expect(tags).not.toEqual(expect.arrayContaining(['img']));
  expect(page.match(/<script/g)?.length).toBeLessThanOrEqual(2);
  expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]* on\w+=/);
  expect(page).not.toMatch(/(?:href|src)="\s*javascript:/i);
}

describe('an issue', () => {
  it('shows titles with markup as they are', () => {
    const page = pageOf(
      issue,
      answerOf(issueOf([listed({ title: HOSTILE, excerpt: HOSTILE })], { title: HOSTILE, date: null })),
    );
    expect(page).toContain('&#60;script&#62;alert(1)');
    expectInert(page);
  });

  it('lets each title say in which direction it is read', () => {
    const page = pageOf(issue, answerOf(issueOf([listed({ title: 'رقائق عصبية' })])));
    expect(page).toContain('<h2 dir="auto"><a href="./papers/on-widgets">رقائق عصبية</a></h2>');
  });

  it('says how papers moved', () => {
    const papers = issueOf([listed(), listed(), listed(), listed(), listed()]);
    const moves = [
      ['UP', 4, '▲3'],
      ['DOWN', 1, '▼1'],
      ['UNCHANGED', 3, '='],
      ['RETURNED', null, 'BACK'],
      ['NEW', null, 'NEW'],
    ] as const;
    const edges = papers.papers.edges.map((edge, index) => ({
      ...edge,
      movement: moves[index]?.[0] ?? 'NEW',
      previousRank: moves[index]?.[1] ?? null,
    }));
    const page = pageOf(issue, answerOf({ ...papers, papers: { ...papers.papers, edges } }));
    expect(
      [...page.matchAll(/<span class="move \w+" title="[^"]+"><span aria-hidden="true">([^<]+)</g)].map(
        ([, sign]) => sign,
      ),
    ).toEqual(moves.map(([, , sign]) => sign));
  });

  it('tells code that is there from code that is announced', () => {
    const withCode = (availability: 'AVAILABLE' | 'ANNOUNCED') =>
      listed({
        repositories: {
          totalCount: 1,
          edges: [{ link: { availability }, node: { nameWithOwner: 'a/b', resourcePath: '/code/github.com/a/b' } }],
        },
      });
    const page = pageOf(issue, answerOf(issueOf([withCode('AVAILABLE'), withCode('ANNOUNCED'), listed()])));
    expect([...page.matchAll(/<a class="badge[^>]*>([^<]+)</g)].map(([, label]) => label)).toEqual([
      'Code',
      'Code announced',
    ]);
  });

  it('may be empty, of no day, and gone', () => {
    expect(pageOf(issue, answerOf(issueOf([], { date: null, title: 'Trending papers, Mar 11' })))).toContain(
      'This issue holds no papers.',
    );
    expect(issue.show({ digest: null, archive: null }, READING)).toBeNull();
  });

  it('is asked for the newest papers where there is none', () => {
    const outcome = newestIssueView(null).show({ digests: { nodes: [] } }, READING);
    expect(outcome !== null && isView(outcome) && outcome.question?.operation).toBe('newest-papers');
  });

  it('of as many papers as stand on a page takes a few milliseconds', () => {
    const papers = Array.from({ length: 100 }, () => listed({ title: 'Sorting $n$ Widgets in $O(n)$' }));
    const answer = answerOf(issueOf(papers));
    const times = Array.from({ length: 60 }, () => {
      const { user } = process.cpuUsage();
      pageOf(issue, answer);
      return process.cpuUsage().user - user;
    });
    // Microseconds. Most of it are the 200 formulas.
    expect(Math.min(...times)).toBeLessThan(25_000);
  });
});

describe('a paper', () => {
  it('shows whatever its sources say as text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<', '>', '"', "'", '&', '/', 'script', '$', '\\', '{', '}', '!--', 'javascript:', ' '),
        ),
        (pieces) => {
          const text = pieces.join('');
          expectInert(
            pageOf(
              paper,
              {
                paper: paperWith({
                  title: text,
                  abstract: text,
                  excerpt: text,
                  venue: text,
                  bibtex: text,
                  readAt: [text],
                  keywords: [{ name: text }],
                  categories: [text],
                  identifiers: [{ scheme: text, value: text }],
                  authors: [{ name: text, orcid: null, affiliations: [text] }],
                  links: [
                    {
                      kind: 'WEBSITE',
                      url: `javascript:${text}`,
                      urlAsWritten: text,
                      availability: 'ANNOUNCED',
                      evidence: { field: 'ABSTRACT', start: 0, end: text.length, sentence: text },
                    },
                  ],
                }),
              },
              'https://example.org',
            ),
          );
        },
      ),
    );
  });

  it('has data of schema.org that end where they should', () => {
    const page = pageOf(paper, { paper: paperWith({ title: HOSTILE }) }, 'https://example.org/papers');
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'ScholarlyArticle',
      headline: HOSTILE,
      url: 'https://example.org/papers/papers/on-widgets',
    });
  });

  it('is known by its address where that is known', () => {
    const canonical = '<link rel="canonical" href="https://example.org/papers/papers/on-widgets">';
    expect(pageOf(paper, { paper: paperWith() }, 'https://example.org/papers')).toContain(canonical);
    expect(pageOf(paper, { paper: paperWith() })).not.toContain('canonical');
  });

  it('of which little is known has no empty parts', () => {
    const { main } = shownOf(paper, { paper: paperWith() });
    expect([...main.text.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id)).toEqual(['cite']);
    expect(main.text).toContain('No source has an abstract of it.');
  });

  it('shows an abstract of 10,000 characters whole', () => {
    const abstract = 'Widgets are made in many towns, with $n^2$ of them. '.repeat(200);
    const { main } = shownOf(paper, { paper: paperWith({ abstract }) });
    expect(main.text.match(/Widgets are made/g)).toHaveLength(200);
    expect(main.text.match(/<math/g)).toHaveLength(200);
  });

  it('says in each part what there is to say', () => {
    const topic = { name: 'Neural collapse', resourcePath: '/topics/neural-collapse' };
    const abstract = 'We study neural collapse. Code will be at https://github.com/a/b soon.';
    const start = abstract.indexOf('neural');
    const at = abstract.indexOf('https');
    const { main } = shownOf(paper, {
      paper: paperWith({
        abstract,
        topics: {
          edges: [
            {
              score: 0.8,
              standing: 'ABOUT',
              evidence: [{ field: 'ABSTRACT', text: 'x', start, end: start + 15 }],
              node: topic,
            },
          ],
        },
        links: [
          {
            kind: 'REPOSITORY',
            url: 'https://github.com/a/b',
            urlAsWritten: 'https://github.com/a/b',
            availability: 'ANNOUNCED',
            evidence: {
              field: 'ABSTRACT',
              start: at,
              end: at + 22,
              sentence: 'Code will be at https://github.com/a/b soon.',
            },
          },
        ],
        relatedPapers: {
          edges: [
            {
              score: 0.4,
              sharedTopics: [topic],
              sharedTerms: ['NTK', 'frame'],
              node: { title: 'Other', resourcePath: '/papers/other' },
            },
            {
              score: 0.1,
              sharedTopics: [],
              sharedTerms: [],
              node: { title: 'Another', resourcePath: '/papers/another' },
            },
          ],
        },
        trending: {
          score: 1.5,
          asOf: '2025-03-11',
          formula: 'Σ',
          components: [{ name: 'rank 1', value: 1, weight: 0.5 }],
        },
        results: [{ task: 'Sorting', dataset: 'D', metric: 'F1', value: '0.9', model: 'M' }],
        records: [{ number: 1, source: { file: 'dump.json', format: 'X', licence: 'CC BY-SA 4.0' } }],
        isWithdrawn: true,
      }),
    });
    expect(main.text).toContain(
      '<a class="mark" href="./topics/neural-collapse" title="Neural collapse">neural collapse</a>',
    );
    expect(main.text).toContain('<a href="https://github.com/a/b" rel="noopener nofollow">https://github.com/a/b</a>');
    expect(main.text).toContain('<blockquote dir="auto">Code will be at');
    expect(main.text).toContain(
      'Both about <a href="./topics/neural-collapse">Neural collapse</a>; both say <q>NTK</q> and <q>frame</q>.',
    );
    expect(main.text).toContain('Words that mean much the same.');
    expect(main.text).toContain('dump.json (CC BY-SA 4.0)');
    expect(main.text).toContain('This paper was withdrawn.');
    expect(main.text).toContain('<rect width="50"');
  });
});

describe('a topic', () => {
  it('that is gone is missing, by its name', () => {
    const view = topicView('gone', null);
    expect(view.show({ topic: null }, READING)).toBeNull();
    expect(view.missing).toEqual({ kind: 'topic', name: 'gone' });
  });
});

describe('the archive', () => {
  it('has its issues by month, those of no day at the end', () => {
    const nodes = ['2025-03-11', '2025-03-10', '2025-02-01', null].map((date) => ({
      ...issueOf([], { date, title: date ?? 'No day' }),
      papers: { totalCount: 3 },
    }));
    const pageInfo = { hasNextPage: true, endCursor: 'abc' };
    const { main } = shownOf(archiveView(null), { digests: { totalCount: 9, pageInfo, nodes } });
    expect([...main.text.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, month]) => month?.replace(/<[^>]*>/g, ''))).toEqual([
      'March 2025',
      'February 2025',
      'Of unknown day',
    ]);
    expect(main.text).toContain('href="./archive?after=abc"');
  });
});

describe('a search', () => {
  const asked = (search: string) => searchView(new URLSearchParams(search));

  it('asks for what its address says', () => {
    expect(asked('q=+widgets+&type=paper&topic=t&host=h&year=2025&order=day&after=c&typing=1').question).toEqual({
      operation: 'search-page',
      variables: {
        query: 'widgets',
        prefix: true,
        types: ['PAPER'],
        filter: { topics: { any: ['t'] }, repositoryHost: 'h', firstSeenOn: { from: '2025-01-01', to: '2025-12-31' } },
        orderBy: { field: 'FIRST_SEEN_ON' },
        after: 'c',
      },
    });
    expect(asked('q=a&type=constructor&year=20x&order=other').question?.variables).toEqual({ query: 'a' });
  });

  it('asks for nothing where nothing is looked for', () => {
    expect(asked('q=+').question).toBeNull();
    expect(asked('').address).toBe('/search');
  });

  it('has one address for one search', () => {
    expect(asked('q=a&utm_source=x&type=none').address).toBe(asked('q=a').address);
  });
});
