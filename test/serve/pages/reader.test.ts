import { brotliDecompressSync } from 'node:zlib';
import { startApi, startSeededApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { importRecordsText } from '../../support/import-records';
import { type RawRequest, sendRaw } from '../../support/raw';

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const send = async (path: string, headers: Record<string, string> = {}, to = api, request: RawRequest = {}) => {
  const answer = await sendRaw(to.server.url, { path, headers: { accept: 'text/html', ...headers }, ...request });
  return { status: answer.status, headers: answer.headers, text: String(answer.body), body: answer.body };
};

/** The headings of a page, as text. */
const headings = (text: string): string[] =>
  [...text.matchAll(/<h[1-3][^>]*>(.*?)<\/h[1-3]>/gs)].map(([, inner]) => (inner as string).replace(/<[^>]*>/g, ''));

const VIEWS = [
  '/',
  '/2025-03-11',
  '/archive',
  '/topics',
  '/topics/neural-collapse',
  '/papers/topomortar-a-dataset-to-evaluate-image-segmentation-methods-focused-on-topology-accuracy',
  '/code/github.com/jmlipman/topomortar',
  '/search',
  '/search?q=neural+collapse',
];

describe('a page of the reader', () => {
  it.each(VIEWS)('takes nothing from elsewhere, and lets nothing of its own run: %s', async (path) => {
    const { status, headers, text } = await send(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    const policy = headers['content-security-policy'] as string;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(text).not.toMatch(/<(?:script|img|link|iframe)[^>]*(?:src|href)="(?:https?:)?\/\/(?![^"]*" ?>)/);
    expect(text).not.toMatch(/ style="| on\w+="|javascript:/);
    const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    for (const tag of scripts) {
      expect(tag).toMatch(
        /^<script type="(?:application\/ld\+json"|module" src="[./]*read\/script\.[0-9a-f]{12}\.js")>$/,
      );
    }
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain('<main id="main"');
  });

  it.each(VIEWS)('is small: %s', async (path) => {
    const { headers, body, text } = await send(path, { 'accept-encoding': 'br' });
    const page = headers['content-encoding'] === 'br' ? String(brotliDecompressSync(body)) : text;
    let bytes = body.length;
    for (const [, file] of page.matchAll(/(?:src|href)="([./]*read\/[^"]+)"/g)) {
      const { pathname } = new URL(file as string, new URL(path, 'http://localhost'));
      const { status, headers: ofFile, body: sent } = await send(pathname, { 'accept-encoding': 'br' });
      expect([status, ofFile['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      bytes += sent.length;
    }
    expect(bytes).toBeLessThan(60_000);
  });

  it.each(VIEWS)('is kept as answers are, and known again by its tag: %s', async (path) => {
    const first = await send(path);
    const again = await send(path);
    expect(again.text).toBe(first.text);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect(again.headers.vary).toBe('Accept, Accept-Language, Accept-Encoding');
    const known = await send(path, { 'if-none-match': first.headers.etag as string });
    expect([known.status, known.text]).toEqual([304, '']);
    const head = await send(path, {}, api, { method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([
      200,
      '',
      first.headers['content-length'],
    ]);
  });

  it('is for people, and for who does not say that it is not', async () => {
    for (const accept of ['text/html', '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8']) {
      expect((await send('/', { accept })).headers['content-type']).toBe('text/html; charset=utf-8');
    }
    for (const path of ['/', '/topics', '/archive', '/search?q=neural+collapse&type=paper']) {
      const { status, headers } = await send(path, { accept: 'application/json' });
      expect(status).toBe(302);
      const { pathname, search } = new URL(headers.location as string, new URL(path, 'http://localhost'));
      const answer = await send(pathname + search, { accept: 'application/json' });
      expect(Object.values(JSON.parse(answer.text).data)).toEqual([
        expect.objectContaining({ totalCount: expect.any(Number) }),
      ]);
    }
    expect((await send('/search', { accept: 'application/json' })).headers.location).toBe('./graphql');
  });

  it('writes dates and numbers as its reader does', async () => {
    const heading = async (language: string) => headings((await send('/', { 'accept-language': language })).text)[0];
    expect(await heading('de-CH, de;q=0.9')).toBe('11. März 2025');
    expect(await heading('en-US')).toBe('March 11, 2025');
    expect(await heading('en')).toBe('11 March 2025');
    expect(await heading('xx, *;q=0.1')).toBe('11 March 2025');
    expect((await send('/', { 'accept-language': 'de' })).text).toContain('<time datetime="2025-03-11" lang="de">');
  });

  it('leads everywhere by relative addresses, so that it may stand below a path', async () => {
    for (const path of [...VIEWS, '/topics/neural-collapse/', '/papers/nothing']) {
      const { text } = await send(path);
      const own = [...text.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to as string);
      for (const to of own) expect(to).toMatch(/^(?:\.\.?\/|https?:\/\/|#main$)/);
      const brand = /<a class="brand" href="([^"]*)"/.exec(text)?.[1] as string;
      expect(new URL(brand, new URL(path.slice(1), 'https://example.org/below/')).pathname).toBe('/below/');
    }
  });
});

describe('the newest issue', () => {
  it('shows its papers by rank, under its day', async () => {
    const { text } = await send('/');
    const { digests } = await api.query(
      '{ digests(first: 1) { nodes { papers(first: 100) { nodes { title resourcePath } } } } }',
    );
    expect(headings(text).slice(0, 2)).toEqual(['11 March 2025', digests.nodes[0].papers.nodes[0].title]);
    const places = [...text.matchAll(/<span class="rank">(\d+)<\/span>/g)].map(([, rank]) => Number(rank));
    expect(places).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
    for (const { resourcePath } of digests.nodes[0].papers.nodes) expect(text).toContain(`href=".${resourcePath}"`);
  });

  it('says how each moved, and what is before and after it', async () => {
    const other = await startApi();
    const [one, two, three] = ['Widgets of Old', 'Gadgets of Late', 'Gizmos'].map((title): [string, string] => [
      title,
      abstractWith(title),
    ]) as [[string, string], [string, string], [string, string]];
    await other.importText('2025-01-01.txt', digestText(null, [one, two]));
    await other.importText('2025-01-02.txt', digestText(null, [two]));
    await other.importText('2025-01-03.txt', digestText(null, [three, one, two]));
    const { text } = await send('/', {}, other);
    expect(headings(text).slice(0, 4)).toEqual(['3 January 2025', 'Gizmos', 'Widgets of Old', 'Gadgets of Late']);
    expect([...text.matchAll(/class="move (\w+)"/g)].map(([, move]) => move)).toEqual(['new', 'back', 'down']);
    expect(text).toContain('<span aria-hidden="true">▼2</span>');
    expect(text).toContain('<a rel="prev" href="./2025-01-02">');
    const middle = await send('/2025-01-02', {}, other);
    expect(middle.text).toContain('<a rel="prev" href="./2025-01-01">');
    expect(middle.text).toContain('<a rel="next" href="./2025-01-03">');
    // Ranks over three issues make a line.
    const paper = await send('/papers/gadgets-of-late', {}, other);
    expect(paper.text).toContain('<svg class="chart"');
    expect(paper.text.match(/<circle/g)).toHaveLength(3);
    // What is kept goes with the next import.
    await other.importText('2025-01-04.txt', digestText(null, [one]));
    expect(headings((await send('/', {}, other)).text)[0]).toBe('4 January 2025');
    await other.close();
  });

  it('is the newest papers where no digest was imported, and says how to import where there is nothing', async () => {
    const other = await startApi();
    expect((await send('/', {}, other)).text).toContain('npm run import');
    await importRecordsText(other, 'refs.bib', '@article{x, title={On Widgets}, author={Example, Ada}, year={2024}}');
    const { text } = await send('/', {}, other);
    expect(headings(text)).toEqual(['Papers', 'On Widgets']);
    expect(text).toContain('href="./papers/on-widgets"');
    const paper = await send('/papers/on-widgets', {}, other);
    expect(paper.text).toContain('No source has an abstract of it.');
    expect(paper.text).toContain('Ada Example');
    await other.close();
  });

  it('is one of no known day where there is no other, at an address of its name', async () => {
    const other = await startApi();
    await other.importText('trending.txt', digestText('Mar 11', [['Widgets of Old', abstractWith('Widgets')]]));
    for (const path of ['/', '/digests/trending']) {
      expect(headings((await send(path, {}, other)).text)).toEqual(['Trending papers, Mar 11', 'Widgets of Old']);
    }
    expect((await send('/archive', {}, other)).text).toContain('Of unknown day');
    await other.close();
  });

  it('shows an issue of 1,000 a page at a time', async () => {
    const other = await startApi();
    const titles = Array.from({ length: 1_000 }, (_, index) => `Widget ${index + 1} of Many Towns`);
    await other.importText(
      '2025-01-01.txt',
      digestText(
        null,
        titles.map((title) => [title, abstractWith(title)]),
      ),
    );
    const ranks: number[] = [];
    let pages = 0;
    for (let path: string | undefined = '/'; path !== undefined; pages += 1) {
      const { text } = await send(path, {}, other);
      for (const [, rank] of text.matchAll(/class="rank">([\d,]+)/g)) ranks.push(Number(rank?.replace(',', '')));
      expect(text.includes('<meta name="robots" content="noindex">')).toBe(pages > 0);
      path = /<a rel="next" href="\.(\/\?after=[^"]+)">More/.exec(text)?.[1];
    }
    expect(pages).toBe(10);
    expect(ranks).toEqual(titles.map((_, index) => index + 1));
    expect((await send('/?after=nonsense', {}, other)).status).toBe(400);
    await other.close();
  });
});

describe('a paper', () => {
  it('marks the words that made its topics, and has its addresses live', async () => {
    const { text } = await send(VIEWS[5] as string);
    expect(text).toContain('<a class="mark" href="../topics/image-segmentation" title="Image segmentation">');
    expect(text).toContain(
      '<a href="https://github.com/jmlipman/TopoMortar" rel="noopener nofollow">https://github.com/',
    );
    expect(text).toContain('href="../code/github.com/jmlipman/TopoMortar"');
    expect(text).toMatch(/<details name="cite"><summary>BibTeX<\/summary>.*@/s);
    expect(text).toContain('id="related"');
    expect(text).toContain('id="trending"');
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'ScholarlyArticle',
      headline: expect.stringMatching(/^TopoMortar/),
      about: expect.arrayContaining(['Image segmentation']),
    });
  });

  it('that is not there is 404, with the nearest ones', async () => {
    const { status, headers, text } = await send('/papers/perturbation-of-neural-colapse');
    expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(text).toContain('href="../papers/perturbation-analysis-of-neural-collapse"');
    for (const path of ['/topics/neural', '/code/github.com/nobody/nothing', '/1999-01-01']) {
      expect((await send(path)).status).toBe(404);
    }
    expect((await send('/topics/neural')).text).toContain('href="../topics/neural-collapse"');
  });
});

describe('an address of nothing', () => {
  it('leads to the nearest things, though none can have such a name', async () => {
    for (const [path, near] of [
      ['/topics/NEURAL-COLLAPSE', '../topics/neural-collapse'],
      ['/topics/neural%20collapse', '../topics/neural-collapse'],
      ['/papers/Perturbation_Analysis', '../papers/perturbation-analysis-of-neural-collapse'],
      ['/code/TopoMortar', '../code/github.com/jmlipman/TopoMortar'],
    ] as const) {
      const { status, text } = await send(path);
      expect([path, status, text.includes(`href="${near}"`)]).toEqual([path, 404, true]);
    }
    for (const path of ['/papers/%00', '/topics/%20', '/topics/a%E2%80%AEb', '/code/', '/code/%E2%80%AE/x']) {
      expect([path, (await send(path)).status]).toEqual([path, 404]);
    }
  });

  it('says no more of a long name than its beginning', async () => {
    const { status, text: page } = await send(`/papers/${'a'.repeat(10_000)}`);
    const text = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    expect([status, text.includes('a'.repeat(201)), text.includes(`${'a'.repeat(200)}…`)]).toEqual([404, false, true]);
  });

  it('is a page to a person even where it cannot be decoded, and an error to a program', async () => {
    for (const path of ['/papers/%', '/topics/%ff', '/code/github.com/a/%E0%A4%A', '/%']) {
      const page = await send(path);
      expect([path, page.status, page.headers['content-type']]).toEqual([path, 400, 'text/html; charset=utf-8']);
      expect(headings(page.text)).toEqual(['Nothing is here']);
      expect(JSON.parse((await send(path, { accept: 'application/json' })).text).errors).toHaveLength(1);
    }
  });

  it.each([
    '/2025-03-11',
    '/papers/none',
    '/topics/neural-collapse',
    '/code/github.com/a/b',
    '/digests/x',
    '/search?q=x',
  ])('is none because of a method: %s', async (path) => {
    const { status, headers } = await send(path, {}, api, { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await send(path, {}, api, { method: 'OPTIONS' })).status).toBe(204);
  });
});

describe('an address that asks for what cannot be shown', () => {
  it.each([
    ['/?after=garbage', './'],
    ['/archive?after=x', './archive'],
    ['/topics/neural-collapse?after=x', '../topics/neural-collapse'],
    ['/search?q=neural&after=x', './search?q=neural'],
    ['/search?q=neural&topic=no-such-topic&type=paper', './search?q=neural'],
    [`/search?q=${'a+'.repeat(6_000)}`, './search'],
  ])('says so, and leads on: %#', async (path, on) => {
    const { status, text } = await send(path);
    expect([status, headings(text)]).toEqual([400, ['That cannot be shown']]);
    expect(text).toContain('Something in the address of this page is not as it should be.');
    const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(text) ?? [];
    expect([...main.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual([on]);
    expect((await send(new URL(on, `http://localhost${path}`).href.slice('http://localhost'.length))).status).toBe(200);
  });
});

describe('a search', () => {
  it('shows words that matched, narrows down, and leads on', async () => {
    const { text } = await send('/search?q=neural+network');
    expect(text).toMatch(/<mark>neural<\/mark>/i);
    const topic = /href="\.(\/search\?[^"]*topic=[^"]+)"/.exec(text)?.[1]?.replaceAll('&#38;', '&') as string;
    const narrowed = await send(topic);
    expect(narrowed.status).toBe(200);
    expect(narrowed.text).toContain('aria-current="true"');
    const next = /<a rel="next" href="\.([^"]+)"/.exec(text)?.[1]?.replaceAll('&#38;', '&') as string;
    const second = await send(next);
    expect(second.status).toBe(200);
    expect(headings(second.text)[1]).not.toBe(headings(text)[1]);
  });

  it('says what else may be meant, and when nothing fits', async () => {
    expect((await send('/search?q=generalisaton')).text).toMatch(/Did you mean <a href="[^"]+">\w+<\/a>/);
    // A name beside the one that is shown is said to be one.
    expect((await send('/search?q=equiangular')).text).toMatch(/Also called [^<]*<mark>equiangular<\/mark>/);
    expect((await send('/search?q=xyzzyx')).text).toContain('Nothing fits <q>xyzzyx</q>');
  });

  it('begins again where its place is of another state of the corpus', async () => {
    const other = await startSeededApi();
    const { text } = await send('/search?q=neural+network', {}, other);
    const next = /<a rel="next" href="\.([^"]+)"/.exec(text)?.[1]?.replaceAll('&#38;', '&') as string;
    await other.importText('2025-03-12.txt', digestText(null, [['Neural Widgets', abstractWith('Widgets')]]));
    const { status, headers } = await send(next, {}, other);
    expect([status, headers.location]).toEqual([302, './search?q=neural+network']);
    await other.close();
  });

  it('finds what is still being typed only then', async () => {
    expect((await send('/search?q=collap&typing=1')).text).toContain('neural-collapse');
    const { status, text } = await send('/search?q=neural&topic=no-such-topic');
    expect(status).toBe(400);
    expect(text).toContain('no-such-topic');
  });
});

describe('the query behind a page', () => {
  const linked = async (to: TestApi): Promise<string> => {
    const { text } = await send('/topics/neural-collapse', {}, to);
    const [, href = ''] = /href="\.\.(\/graphql\?[^"]*)">The query behind/.exec(text) ?? [];
    return href.replaceAll('&#38;', '&');
  };

  it('is opened by its name in the editor', async () => {
    const { searchParams } = new URL(await linked(api), 'http://localhost');
    expect(Object.fromEntries(searchParams)).toEqual({
      operation: 'reader/topic-page',
      variables: '{"slug":"neural-collapse"}',
    });
  });

  it('is answered where there is no editor', async () => {
    const other = await startSeededApi({ SANDBOX: 'false' });
    const { text } = await send(await linked(other), { accept: 'text/html,*/*;q=0.8' }, other);
    expect(JSON.parse(text)).toMatchObject({ data: { topic: { name: 'Neural collapse', papers: { totalCount: 2 } } } });
    await other.close();
  });
});

describe('a request for a page', () => {
  it('counts as one for its operation, in metrics and quota', async () => {
    const other = await startApi({ QUOTA_PER_MINUTE: '10000', METRICS_PORT: '' });
    for (const _ of ['made', 'kept']) await send('/topics', {}, other);
    const { text } = await send('/metrics', {}, other);
    expect(text).toMatch(/operation="Topics",transport="http",outcome="OK"\} 1\n/);
    expect(text).toMatch(/operation="Topics",transport="http",outcome="KEPT"\} 1\n/);
    let left: string | undefined;
    for (let status = 200, count = 0; status === 200 && count < 200; count += 1) {
      const answer = await send(`/search?q=widget+${count}`, {}, other);
      status = answer.status;
      left = answer.headers.ratelimit;
      if (status !== 200) {
        expect([status, answer.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
    }
    expect(left).toMatch(/^"cost";r=\d+;t=\d+$/);
    await other.close();
  });

  it('is none where the reader is turned off', async () => {
    const other = await startApi({ READER: 'false' });
    expect((await send('/', {}, other)).headers.location).toBe('graphql');
    expect((await send('/topics', {}, other)).status).toBe(404);
    await other.close();
  });
});

describe('what crawlers read', () => {
  it('is every page that stays, under the address of the server', async () => {
    const other = await startSeededApi({ PUBLIC_URL: 'https://example.org/papers/' });
    const robots = await send('/robots.txt', {}, other);
    expect(robots.text).toContain('Disallow: /papers/graphql\n');
    expect(robots.text).toContain('\nSitemap: https://example.org/papers/sitemap.xml\n');
    const below = (url: string): string => url.replace('https://example.org/papers', '');
    const locations = async (path: string): Promise<string[]> => {
      const { status, headers, text } = await send(path, {}, other);
      expect([status, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
      return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => below(url as string));
    };
    const parts = await locations('/sitemap.xml');
    const pages = (await Promise.all(parts.map(locations))).flat();
    const { papers, topics, repositories, digests } = await other.query(`{
      papers { totalCount } topics { totalCount } repositories { totalCount } digests { totalCount }
    }`);
    expect(pages).toHaveLength(papers.totalCount + topics.totalCount + repositories.totalCount + digests.totalCount);
    expect(new Set(pages).size).toBe(pages.length);
    for (const path of pages.filter((_, index) => index % 40 === 0)) {
      const { status, text } = await send(path, {}, other);
      expect(status).toBe(200);
      expect(text).toContain(`<link rel="canonical" href="https://example.org/papers${path}">`);
    }
    expect((await send('/sitemaps/papers-9.xml', {}, other)).status).toBe(404);
    expect((await send('/sitemaps/constructor-0.xml', {}, other)).status).toBe(404);
    await other.close();
  });

  it('is no sitemap where nobody said under which address the server is reached', async () => {
    expect((await send('/sitemap.xml')).status).toBe(404);
    expect((await send('/robots.txt')).text).not.toContain('Sitemap');
    expect((await send('/topics')).text).not.toContain('canonical');
  });
});
