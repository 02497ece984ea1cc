import { type Browser, describeInBrowser, startBrowser } from './support/browser';
import { type FrontEnd, openFrontEnd } from './support/front-end';
import { type Offprint, startOffprint } from './support/offprint';
import { startProgram } from './support/run-program';

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

describe('@urql/core in Node.js', () => {
  it('asks by GET, by hashes too, hears of an import by an event stream, and lets its process end', async () => {
    const program = startProgram('urql/node.ts', offprint.url);
    const { answers, noted } = await program.next<{ answers: object[]; noted: object[] }>();
    const paper = { id: expect.any(String), title: expect.any(String) };
    const papers = (count: number) => ({ data: { papers: { totalCount: 51, nodes: Array(count).fill(paper) } } });
    expect(answers).toMatchObject([papers(3), papers(3), papers(3), papers(2)]);
    const asked = { method: 'GET', status: 200, type: expect.stringMatching(/^application\/graphql-response\+json;/) };
    const kept = { ...asked, etag: expect.stringMatching(/^(W\/)?".+"$/) };
    // The second query comes from the client's cache; the third is not known by its hash, and told then.
    expect(noted).toMatchObject([kept, { ...asked, etag: null }, asked, kept]);
    expect(await program.next()).toBe('listening');
    await offprint.importPaper('2025-06-01', 'Widgets for urql', 'How widgets age in the towns of the coast.');
    expect(await program.next()).toBe('Widgets for urql');
    await program.ended;
  });
});

describeInBrowser('urql with graphcache in a browser', () => {
  let browser: Browser;
  let app: FrontEnd;
  beforeAll(async () => {
    browser = await startBrowser();
    app = await openFrontEnd(browser, 'urql/app.tsx', offprint.url);
  });
  afterAll(async () => {
    app?.close();
    await browser?.close();
  });

  it('reads a list to its end, joins what two queries know of a paper, and shows what is imported', async () => {
    const { page, complaints } = app;
    await page.waitForSelector('ol[data-count="20"]');
    await page.click('#more');
    await page.waitForSelector('ol[data-count="40"]');
    await page.click('#more');
    const response = await fetch(`${offprint.url}?query={corpus{paperCount}}`);
    const { data } = (await response.json()) as { data: { corpus: { paperCount: number } } };
    await page.waitForSelector(`ol[data-count="${data.corpus.paperCount}"]`);
    const titles = await page.locator('li').allTextContents();
    expect(new Set(titles).size).toBe(data.corpus.paperCount);

    await page.click('li:nth-child(30) button');
    await page.waitForSelector('#known');
    const known = JSON.parse((await page.textContent('#known')) as string);
    expect(known).toMatchObject({ title: titles[29], excerpt: expect.stringMatching(/^.{20,80}$/) });

    await page.waitForSelector('#listening');
    await offprint.importPaper('2025-06-02', 'Gadgets for graphcache', 'How gadgets age in the towns of the hills.');
    await page.waitForSelector('#live');
    expect(await page.textContent('#live')).toBe('Gadgets for graphcache');
    expect(complaints).toEqual([]);
  });
});
