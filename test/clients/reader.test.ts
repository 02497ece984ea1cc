import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  describeInBrowser,
  type Looks,
  type Page,
  startBrowser,
  WITHOUT_NETWORK,
} from './support/browser';
import { type Offprint, startOffprint } from './support/offprint';

/** Each view of the reader. */
const VIEWS: readonly (readonly [name: string, path: string])[] = [
  ['the newest issue', '/'],
  ['an issue', '/2025-03-11'],
  ['an issue between others', '/2025-03-10'],
  ['the archive', '/archive'],
  ['a paper', '/papers/topomortar-a-dataset-to-evaluate-image-segmentation-methods-focused-on-topology-accuracy'],
  ['the topics', '/topics'],
  ['a topic', '/topics/neural-collapse'],
  ['a repository', '/code/github.com/jmlipman/TopoMortar'],
  ['a search', '/search?q=neural+collapse'],
  ['a search of nothing', '/search'],
  ['a paper of two issues, with formulas and code to come', '/papers/sorting-n-widgets'],
  ['what is not there', '/papers/perturbation-of-neural-colapse'],
];

/** An abstract with all that pages show of one: formulas, one of them long, words of a topic, an address of code that is to come. */
const SORTING = `We sort widgets by neural collapse in $O(\\sqrt{n})$ time, where $\\mathcal{L} = \\frac{1}{n} \\sum_{i=1}^n \\ell(x_i, y_i)$ is the
loss, with $$${Array.from({ length: 30 }, (_, index) => `a_{${index}}`).join(' + ')} \\le 1.$$ Code will be released at
https://github.com/example-lab/widgets soon. Our results hold in every town that we visited, and they surprise us.`;

let offprint: Offprint;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  offprint = await startOffprint();
  // Before the newest one.
  for (const day of ['2025-03-09', '2025-03-10']) await offprint.importPaper(day, 'Sorting $n$ Widgets', SORTING);
  await offprint.importPaper('2025-03-08', `Towering${'\u0301'.repeat(400)} Widgets`, SORTING.replaceAll('$', ''));
  ({ origin } = new URL(offprint.url));
});
afterAll(() => offprint.stop());

describeInBrowser('the reader', () => {
  let page: Page;
  /** What went wrong in the page, and whoever else was asked. */
  let complaints: string[];
  beforeAll(async () => {
    browser = await startBrowser(WITHOUT_NETWORK);
  });
  afterAll(() => browser.close());
  beforeEach(() => {
    complaints = [];
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  async function open(path: string, looks: Looks = {}): Promise<void> {
    page = await browser.newPage(looks);
    page.on('console', (message) => {
      // A browser says of a page that is 404 that it is.
      if (['error', 'warning'].includes(message.type()) && !/status of 404/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) complaints.push(request.url());
    });
    await page.goto(origin + path);
    await page.waitForSelector('#main h1');
  }
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
  const titles = () => page.locator('[data-item] h2').allTextContents();

  describe.each(VIEWS)('%s', (_, path) => {
    it.each([
      [390, 'light'],
      [390, 'dark'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const)('is found fault with by nobody, and no wider than its window: %i, %s', async (width, colorScheme) => {
      await open(path, { viewport: { width, height: 900 }, colorScheme });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: AxeViolation[] };
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    });
  });

  it('needs no script', async () => {
    await open('/', { javaScriptEnabled: false });
    const [, second] = await titles();
    await page.click('[data-item]:nth-child(2) h2 a');
    await page.waitForSelector('.abstract');
    expect((await page.textContent('h1'))?.trim()).toBe(second?.trim());
    await page.fill('input[type=search]', 'neural collapse');
    await page.click('button[type=submit]');
    await page.waitForSelector('.results mark');
    await page.click('.facet a');
    await page.waitForSelector('.facet [aria-current]');
    expect(page.url()).toMatch(/\/search\?q=neural\+collapse&topic=/);
  });

  it('is read by keys', async () => {
    await open('/');
    const [first, second] = await titles();
    await page.keyboard.press('j');
    expect(await focused()).toBe(first);
    await page.keyboard.press('j');
    expect(await focused()).toBe(second);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.keyboard.type('j/k');
    expect(await page.evaluate('document.activeElement.value')).toBe('j/k');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await focused()).toBe(first);
  });

  it('leads past its head with the first key', async () => {
    await open('/topics');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('searches as one types, and keeps an address to share', async () => {
    await open('/search?q=topology');
    await page.keyboard.press('/');
    await page.keyboard.type('neural collap');
    await page.waitForSelector('#main a[href$="/topics/neural-collapse"]');
    expect(page.url()).toBe(`${origin}/search?q=neural+collap`);
    expect(await page.evaluate('document.activeElement.value')).toBe('neural collap');
    expect(await page.evaluate('document.title')).toBe('neural collap · Search · Offprint');
  });

  it('lets no text stand out of its place', async () => {
    const clip = { x: 0, y: 0, width: 1280, height: 60 };
    await open('/2025-03-09');
    const usual = await page.screenshot({ clip });
    await page.close();
    await open('/2025-03-08');
    expect((await page.screenshot({ clip })).equals(usual)).toBe(true);
  });

  it('paints within a second', async () => {
    await open('/');
    const painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    expect(painted).toBeLessThan(1_000);
  });

  it('moves nothing where that is not wanted', async () => {
    await open('/', { reducedMotion: 'reduce' });
    const moving = `[...document.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto';
    }).length`;
    await page.evaluate("document.querySelector('#news').textContent = 'A new issue'");
    expect(await page.evaluate(moving)).toBe(0);
  });

  it('opens the query behind a page in the editor', async () => {
    await open('/topics/neural-collapse');
    const address = (await page.getAttribute('footer a', 'href')) as string;
    const { searchParams } = new URL(address, `${origin}/topics/x`);
    expect(Object.fromEntries(searchParams)).toEqual({
      operation: 'reader/topic-page',
      variables: '{"slug":"neural-collapse"}',
    });
  });

  it('hears of a new issue while it is looked at', async () => {
    await open('/');
    await untilSubscribed();
    await offprint.importPaper(
      '2025-03-12',
      'Widgets of <b>Late</b>',
      'Widgets are made in many towns, and few know of it.',
    );
    await page.waitForSelector('#news a');
    expect(await page.textContent('#news')).toBe('A new issue: Trending papers, 12 March 2025');
    await page.click('#news a');
    await page.waitForSelector('h2 a[href$="/papers/widgets-of-b-late-b"]');
    expect(await titles()).toEqual(['Widgets of <b>Late</b>']);
  });
});

/** Waits until somebody is subscribed. */
async function untilSubscribed(): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    if (/kind="subscription"\} [1-9]/.test(metrics)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface AxeViolation {
  id: string;
  nodes: { html: string }[];
}

/** What finds faults in pages, for those who see, hear or move differently. */
const AXE = readFileSync(join(__dirname, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
