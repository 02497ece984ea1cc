import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import variables from '../../src/explore/variables.json';
import { buildExplore } from '../support/build-explore';
import { sendRaw } from '../support/raw';
import { ROOT } from '../support/root';
import { type Browser, describeInBrowser, type Page, startBrowser, WITHOUT_NETWORK } from './support/browser';
import { type Offprint, startOffprint } from './support/offprint';

const OPERATIONS = join(ROOT, 'schema', 'operations');
const FILES = join(ROOT, 'dist', 'explore');
const examples = readdirSync(OPERATIONS)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));
const given: Record<string, object> = variables;

/** The one that goes on, see the browser's test of it. */
const SUBSCRIPTION = 'new-digests';

/** What a person's browser loads before it can be typed into the page, in Brotli as the server makes it, in bytes. */
const MOST_LOADED = 2_000_000;

let offprint: Offprint;
beforeAll(async () => {
  buildExplore();
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

const send = (path: string, headers: Record<string, string> = {}) => sendRaw(offprint.url, { path, headers });

/** What finds faults in pages, for those who see, hear or move differently. */
const AXE = readFileSync(join(__dirname, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** Faults of GraphiQL's: tabs that have a button within. */
const OF_THE_EDITOR = ['nested-interactive'];

describe('the files of the page', () => {
  it('are served for good, each under a name of its bytes, and are no more than a few megabytes', async () => {
    let loaded = 0;
    const names = readdirSync(FILES).filter((name) => name !== 'built.json');
    expect(names.filter((name) => name.endsWith('-worker.js') || /^main\./.test(name)).length).toBeGreaterThan(1);
    for (const name of names) {
      const { status, headers, body } = await send(`/explore/${name}`, { 'accept-encoding': 'br' });
      expect([name, status, headers['cache-control']]).toEqual([name, 200, 'public, max-age=31536000, immutable']);
      expect(headers['content-type']).toMatch(/^(text\/(javascript|css); charset=utf-8|font\/ttf)$/);
      const plain = headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
      expect(plain.equals(readFileSync(join(FILES, name)))).toBe(true);
      loaded += body.length;
    }
    expect(loaded).toBeLessThan(MOST_LOADED);
  });

  it('are no others', async () => {
    for (const path of ['/explore/built.json', '/explore/', '/explore/..%2fstart.js', '/explore/main.js']) {
      expect([path, (await send(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('the examples', () => {
  it('are asked with variables that are theirs', () => {
    expect(examples).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it.each(examples.filter((name) => name !== SUBSCRIPTION))('answer: %s', async (name) => {
    const response = await fetch(offprint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: readFileSync(join(OPERATIONS, `${name}.graphql`), 'utf8'),
        variables: given[name],
      }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(Object.values(data)[0]).toBeTruthy();
  });
});

describeInBrowser('the page, in a browser without a network', () => {
  let browser: Browser;
  let page: Page;
  /** What the page complained of, and what it asked of others. */
  let complaints: string[];
  beforeAll(async () => {
    browser = await startBrowser(WITHOUT_NETWORK);
  });
  afterAll(() => browser?.close());
  beforeEach(() => {
    complaints = [];
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  /** Opens the page in a browser that has never seen it, and waits for the editor. */
  async function open(search = '', looks: Parameters<Browser['newPage']>[0] = {}, url = offprint.url): Promise<void> {
    page = await browser.newPage(looks);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin) complaints.push(request.url());
    });
    await page.goto(`${url}${search}`);
    await page.waitForSelector('.graphiql-query-editor .monaco-editor');
  }
  /** Waits for a text without spaces, in one line of a part of the page. */
  const shows = (part: string, text: string) =>
    page.waitForSelector(`${part} .view-line:has-text(${JSON.stringify(text)})`);
  const run = () => page.click('.graphiql-execute-button');
  const tabs = () => page.locator('.graphiql-tab-button').allTextContents();

  it('opens the examples, and asks for the papers of today', async () => {
    await open();
    expect(await tabs()).toHaveLength(examples.length);
    expect((await tabs())[0]).toBe('TodaysPapers');
    await run();
    await shows('.result-window', '"2025-03-11"');
  });

  it('takes what is typed, completes it, and runs it by a key', async () => {
    await open();
    await shows('.graphiql-query-editor', 'TodaysPapers');
    await page.click('.graphiql-tab-add');
    // Blanks stand there as ones that no line breaks at.
    const lines = "document.querySelector('.graphiql-query-editor .view-lines').textContent";
    const typed = async () => String(await page.evaluate(lines)).replaceAll('\u00a0', ' ');
    while ((await typed()).includes('TodaysPapers')) await sleep(100);
    await page.click('.graphiql-query-editor .monaco-editor');
    // As one pastes: nothing is suggested or closed, however long the editor takes.
    await page.keyboard.insertText('{ corpus { ');
    await page.keyboard.type('paperC');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row.focused:has-text("paperCount")');
    await page.keyboard.press('Enter');
    await shows('.graphiql-query-editor', 'paperCount');
    await page.keyboard.insertText(' } }');
    while ((await typed()) !== '{ corpus { paperCount } }') await sleep(100);
    await page.keyboard.press('Control+Enter');
    await shows('.result-window', '51');
    // Who comes back finds what was left; GraphiQL keeps it half a second after the last key.
    const kept = "JSON.parse(localStorage['graphiql:tabState']).tabs.at(-1).query?.includes('paperCount')";
    while (!(await page.evaluate(kept))) await sleep(100);
    await page.reload();
    await shows('.graphiql-query-editor', 'paperCount');
    expect(await tabs()).toHaveLength(examples.length + 1);
  });

  it.each(['stream', 'socket'])('follows a subscription by a %s', async (way) => {
    const sockets: string[] = [];
    await open(`?operation=${SUBSCRIPTION}`);
    page.on('websocket', (socket) => sockets.push(socket.url()));
    await shows('.graphiql-query-editor', 'digestImported');
    if (way === 'socket') await page.click('[aria-label^="SSE: subscriptions come by an event stream"]');
    await run();
    await page.waitForSelector('.graphiql-execute-button[aria-label^="Stop"]');
    // It may still be on its way.
    const month = way === 'socket' ? '07' : '06';
    for (let day = 1; day <= 9; day += 1) {
      await offprint.importPaper(
        `2025-${month}-0${day}`,
        `A Widget of ${month}, Day ${day}`,
        'How widgets come to pass.',
      );
      if (await shown(`"2025-${month}-0`)) break;
    }
    await shows('.result-window', `"2025-${month}-0`);
    await page.click('.graphiql-execute-button');
    expect(sockets).toEqual(way === 'socket' ? [offprint.url.replace(/^http/, 'ws')] : []);
  });
  const shown = async (text: string) => (await page.locator('.result-window').allTextContents()).join().includes(text);

  it('opens what an address asks for, as text, whatever it is', async () => {
    const query = 'query ($n: Int) { papers(first: $n) { totalCount } } # </script><img src=x onerror=alert(1)>';
    await open(`?${new URLSearchParams({ query, variables: '{"n":3}' })}`);
    await shows('.graphiql-query-editor', 'onerror=alert(1)');
    await shows('.graphiql-editor-tool', '"n"');
    await run();
    await shows('.result-window', 'totalCount');
    expect(await tabs()).toHaveLength(examples.length + 1);
  });

  it('opens an example by its name, and says where an operation is found again', async () => {
    await open('?operation=search-results');
    await shows('.graphiql-query-editor', 'SearchResults');
    await shows('.graphiql-editor-tool', 'neural');
    expect(await tabs()).toHaveLength(examples.length);
    await page.click('[aria-label^="Share"]');
    await page.waitForSelector('.explore-said:not(:empty)');
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('query')).toContain('query SearchResults');
    expect(JSON.parse(searchParams.get('variables') as string)).toEqual(given['search-results']);
    expect(await page.getAttribute('.graphiql-logo a:not(.explore-name)', 'href')).toBe(
      new URL('sandbox', offprint.url).href,
    );
  });

  it('opens the query behind a page of the reader, beside the examples', async () => {
    await open(`?operation=reader/topic-page&variables=${encodeURIComponent('{"slug":"neural-collapse"}')}`);
    await shows('.graphiql-query-editor', 'TopicPage');
    await shows('.graphiql-editor-tool', 'neural-collapse');
    expect(await tabs()).toHaveLength(examples.length + 1);
    await run();
    await shows('.result-window', 'coOccurringTopics');
  });

  it('leads to the reader, and has what we put into it found fault with by nobody', async () => {
    await open();
    expect(await page.getAttribute('.explore-name', 'href')).toBe(new URL('.', offprint.url).href);
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    const ofOurs = violations.filter(({ id }) => !OF_THE_EDITOR.includes(id));
    expect(ofOurs.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('paints within a second', async () => {
    await open();
    const painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    expect(painted).toBeLessThan(1_000);
  });

  it('has the documentation', async () => {
    await open();
    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.click('.graphiql-doc-explorer a:text-is("Paper")');
    await page.waitForSelector('.graphiql-doc-explorer a:text-is("abstract")');
    await page.waitForSelector('.graphiql-doc-explorer-content .graphiql-markdown-description');
  });

  it.each([
    [1280, 800, 'light'],
    [1280, 800, 'dark'],
    [390, 844, 'light'],
    [390, 844, 'dark'],
  ] as const)('fits a window of %d × %d, %s', async (width, height, colorScheme) => {
    await open('', { viewport: { width, height }, colorScheme });
    await run();
    await shows('.result-window', '"totalCount"');
    // Both panes are there to read and to write in, and nothing stands out of the window.
    for (const pane of ['.graphiql-query-editor .monaco-editor', '.result-window']) {
      const box = await page.locator(pane).first().boundingBox();
      expect(box?.width).toBeGreaterThan(250);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    const of = (expression: string) => page.evaluate(expression);
    expect(await of('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await of('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    const paper = await of("getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor");
    expect(paper === 'rgb(255, 255, 255)').toBe(colorScheme === 'light');
  });
});

describeInBrowser('where the schema may not be read', () => {
  it('the page still runs operations, and does not ask for it', async () => {
    const closed = await startOffprint({ INTROSPECTION: 'false' });
    const browser = await startBrowser(WITHOUT_NETWORK);
    try {
      const page = await browser.newPage();
      const refused: string[] = [];
      page.on('console', ({ type, text }) => void (type() === 'error' && refused.push(text())));
      await page.goto(closed.url);
      await page.waitForSelector('.graphiql-query-editor .view-line');
      await page.click('.graphiql-execute-button');
      await page.waitForSelector('.result-window .view-line:has-text("2025-03-11")');
      expect(refused).toEqual([]);
    } finally {
      await browser.close();
      await closed.stop();
    }
  });
});
