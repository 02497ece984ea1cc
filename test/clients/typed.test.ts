import { type Browser, describeInBrowser, startBrowser } from './support/browser';
import { type FrontEnd, openFrontEnd } from './support/front-end';
import { type Offprint, startOffprint } from './support/offprint';
import { runProgram } from './support/run-program';
import { freshFolder, runTool } from './support/run-tool';

/** Has Relay's compiler read the committed schema, and the others that of the running server. */
async function generate(url: string): Promise<void> {
  const relay = freshFolder('relay');
  const tada = freshFolder('gql-tada');
  const codegen = freshFolder('codegen');
  await Promise.all([
    runTool(relay, 'relay-compiler', ['relay.config.json']),
    runTool(tada, 'gql.tada', ['generate-schema', url, '--output', '__generated__/schema.graphql']).then(() =>
      runTool(tada, 'gql.tada', ['generate-output']),
    ),
    runTool(codegen, 'graphql-codegen', ['--config', 'codegen.ts'], { OFFPRINT_URL: url }),
  ]);
}

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
  await generate(offprint.url);
});
afterAll(() => offprint.stop());

describe('the programs of all clients', () => {
  it('compile with the types that were generated, and only with what the schema has', async () => {
    await runTool(__dirname, 'tsc', ['--project', '.']);
  });
});

describe('gql.tada', () => {
  it('types a query by the schema of the address', async () => {
    expect(await runProgram('gql-tada/main.ts', offprint.url)).toEqual([
      {
        title: 'feature learning in infinite-width neural networks',
        day: '2025-03-11',
        isThere: true,
        address: 'https://github.com/edwardjhu/TP4',
      },
      expect.objectContaining({ day: '2025-03-11' }),
    ]);
  });
});

describe('GraphQL Code Generator', () => {
  it('types queries and fragments by the schema of the address', async () => {
    const { cards, roots } = await runProgram<{ cards: object[]; roots: string[] }>('codegen/main.ts', offprint.url);
    expect(cards).toHaveLength(3);
    expect(cards[0]).toEqual({
      title: expect.stringContaining('neural collapse'),
      day: '2025-03-11',
      names: [],
    });
    expect(roots[0]).toMatch(/^[A-Z][a-z ]+ \d+$/);
  });
});

describe('graphql-request', () => {
  it('asks by POST and by GET, and is told of errors', async () => {
    const { asked, failed } = await runProgram<{ asked: Asked[]; failed: object[] }>(
      'graphql-request/main.ts',
      offprint.url,
    );
    const [byPost, byGet] = asked as [Asked, Asked];
    expect(byPost.data).toMatchObject({ papers: { totalCount: 17, nodes: [expect.anything(), expect.anything()] } });
    expect(byGet.data).toEqual(byPost.data);
    expect([byPost.etag, byGet.etag]).toEqual([null, expect.stringMatching(/^(W\/)?".+"$/)]);
    const refused = { status: 200, code: 'BAD_USER_INPUT' };
    expect(failed).toEqual([refused, refused]);
  });
});

describeInBrowser('Relay in a browser', () => {
  let browser: Browser;
  let app: FrontEnd;
  beforeAll(async () => {
    browser = await startBrowser();
    app = await openFrontEnd(browser, 'relay/app.tsx', offprint.url);
  });
  afterAll(async () => {
    app?.close();
    await browser?.close();
  });

  const titlesIn = (section: string) => app.page.locator(`#${section} p`).allTextContents();

  it('reads all papers by pages, those of a topic as a node, and a paper again, into one store', async () => {
    const { page, complaints } = app;
    await page.waitForSelector('#all[data-count="20"]');
    await page.click('#all button');
    await page.waitForSelector('#all[data-count="40"]');
    await page.click('#all button');
    await page.waitForSelector('#all[data-count="51"]');
    expect(new Set(await titlesIn('all')).size).toBe(51);

    await page.waitForSelector('#topic[data-count="5"][data-total="17"]');
    await page.click('#topic button');
    await page.waitForSelector('#topic[data-count="15"]');
    await page.click('#topic button');
    await page.waitForSelector('#topic[data-count="17"]');
    expect(new Set(await titlesIn('topic')).size).toBe(17);

    const [one, two] = await titlesIn('related');
    await page.click('#related button');
    await page.waitForSelector('#related[data-count="6"]');
    expect((await titlesIn('related')).slice(0, 2)).toEqual([one, two]);

    const { sent, records } = await page.evaluate(() => {
      const { sent, stored } = globalThis as unknown as { sent: string[]; stored(): Record<string, StoredRecord> };
      return { sent, records: Object.values(stored()) };
    }, null);
    expect(sent).toEqual([
      'appQuery',
      ...Array(2).fill('AllPapersPageQuery'),
      ...Array(2).fill('TopicPapersPageQuery'),
      'RelatedPapersRefetchQuery',
    ]);
    expect(records.filter(({ __typename }) => __typename === 'Paper')).toHaveLength(51);
    expect(complaints).toEqual([]);
  });
});

interface Asked {
  data: object;
  etag: string | null;
}
interface StoredRecord {
  __typename: string;
}
