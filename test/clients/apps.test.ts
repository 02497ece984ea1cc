import { type App, prepareApp } from './support/app';
import { type Browser, describeInBrowser, startBrowser } from './support/browser';
import type { FrontEnd } from './support/front-end';
import { type Offprint, startOffprint } from './support/offprint';

let offprint: Offprint;
let onApollo: App;
let onUrql: App;
beforeAll(async () => {
  offprint = await startOffprint();
  onApollo = await prepareApp('apollo', 'Apollo Client', offprint.url);
  onUrql = await prepareApp('urql', 'urql', offprint.url);
});
afterAll(() => offprint.stop());

describe('the apps of the page', () => {
  it('compile with types of the schema', async () => {
    await onApollo.compile();
    await onUrql.compile();
  }, 120_000);
});

describeInBrowser('in a browser', () => {
  let browser: Browser;
  let app: FrontEnd;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterEach(() => app?.close());
  afterAll(() => browser?.close());

  const papers = () => app.page.locator('ul li').allTextContents();
  const found = () => app.page.locator('ol li').allTextContents();
  /** Waits until so many papers are on the screen, and gives them. */
  const untilThereAre = async (count: number) => {
    await app.page.waitForSelector(`ul:not(:has(li:nth-child(${count + 1}))) li:nth-child(${count})`);
    return papers();
  };

  it('Apollo Client shows papers, typed, page by page, searched and live', async () => {
    app = await onApollo.open(browser);
    const { page } = app;
    const [first] = await untilThereAre(20);
    expect(first).toMatch(/^Efficient Global Optimization .* \(2025-03-11\): Deep learning theory, /);
    await page.click('section button');
    await untilThereAre(40);
    await page.click('section button');
    expect(new Set(await untilThereAre(51)).size).toBe(51);

    await page.fill('input', 'neural col');
    await page.waitForSelector('ol li:nth-child(10)');
    expect(await found()).toEqual(
      expect.arrayContaining(['Perturbation Analysis of Neural Collapse', 'Topic: Neural collapse']),
    );
    await page.click('search button');
    await page.waitForSelector('ol li:nth-child(20)');

    await offprint.importPaper('2025-06-01', 'Neural Collapse of Widgets', 'How neural collapse comes to widgets.');
    await page.waitForSelector('p:text("New: Neural Collapse of Widgets")');
    const [newest] = await untilThereAre(20);
    expect(newest).toMatch(/^Neural Collapse of Widgets \(2025-06-01\): Neural collapse/);
    // Its next page would be one of another order: the search begins anew.
    await page.click('search button');
    await page.waitForSelector('ol li:text("Neural Collapse of Widgets")');
    expect(await found()).toHaveLength(10);
    expect(app.complaints).toEqual([]);
  }, 120_000);

  it('urql shows papers, typed, page by page and live', async () => {
    app = await onUrql.open(browser);
    const { page } = app;
    const { data } = (await (await fetch(`${offprint.url}?query={corpus{paperCount}}`)).json()) as {
      data: { corpus: { paperCount: number } };
    };
    await untilThereAre(20);
    await page.click('section button');
    await untilThereAre(40);
    await page.click('section button');
    expect(new Set(await untilThereAre(data.corpus.paperCount)).size).toBe(data.corpus.paperCount);
    await offprint.importPaper('2025-06-02', 'Gadgets in Town', 'How gadgets age in the towns of the hills.');
    await page.waitForSelector('p:text("New: Gadgets in Town")');
    const [newest] = await untilThereAre(20);
    expect(newest).toBe('Gadgets in Town (2025-06-02)');
    await page.click('section button');
    expect(new Set(await untilThereAre(40)).size).toBe(40);
    expect(app.complaints).toEqual([]);
  }, 120_000);
});
