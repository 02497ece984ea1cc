import { type Browser, describeInBrowser, type Page, startBrowser } from './support/browser';
import { type Offprint, startOffprint } from './support/offprint';
import { type PageServer, servePage } from './support/page-server';

/** What a script in a page learns when it asks; null where the browser lets it read nothing. */
interface Read {
  status: number;
  etag: string | null;
  requestId: string | null;
  paperCount: number | undefined;
}

interface Asking {
  url: string;
  init: RequestInit;
}

async function ask({ url, init }: Asking): Promise<Read | null> {
  try {
    const response = await fetch(url, init);
    const { headers, status } = response;
    const { data } = (status === 304 ? {} : await response.json()) as { data?: { corpus: { paperCount: number } } };
    return {
      status,
      etag: headers.get('etag'),
      requestId: headers.get('x-request-id'),
      paperCount: data?.corpus.paperCount,
    };
  } catch {
    return null;
  }
}

const QUERY = '{ corpus { paperCount } }';
const posting = (init: RequestInit = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: QUERY }),
  ...init,
});
const addressed = (url: string) => `${url}?query=${encodeURIComponent(QUERY)}`;

let browser: Browser;
let site: PageServer;
let named: string;
let preview: string;
let open: Offprint;
let listed: Offprint;

/** A page at an origin. */
async function pageAt(origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(origin);
  return page;
}

describeInBrowser('fetch in a page of another origin', () => {
  beforeAll(async () => {
    site = await servePage();
    named = `http://127.0.0.1:${site.port}`;
    preview = `http://pr-7.front.test:${site.port}`;
    const origins = `${named}, http://*.front.test:${site.port}`;
    [browser, open, listed] = await Promise.all([
      startBrowser(),
      startOffprint(),
      startOffprint({ CORS_ORIGIN: origins }),
    ]);
  });
  afterAll(async () => {
    site?.close();
    await Promise.all([browser?.close(), open?.stop(), listed?.stop()]);
  });

  it('reads by GET and POST, with the tag and the id of the answer, from any origin unless said', async () => {
    for (const page of [await pageAt(named), await pageAt(preview)]) {
      const got = await page.evaluate(ask, { url: addressed(open.url), init: {} });
      expect(got).toEqual({
        status: 200,
        etag: expect.stringMatching(/^(W\/)?".+"$/),
        requestId: expect.any(String),
        paperCount: 51,
      });
      // A header that makes the browser ask first whether it may send it.
      const init = { headers: { 'if-none-match': got?.etag as string }, cache: 'no-store' as const };
      expect(await page.evaluate(ask, { url: addressed(open.url), init })).toMatchObject({ status: 304 });
      expect(await page.evaluate(ask, { url: open.url, init: posting() })).toMatchObject({
        status: 200,
        paperCount: 51,
      });
    }
  });

  it('keeps an answer, and asks again whether it still holds', async () => {
    const page = await pageAt(named);
    const first = await page.evaluate(ask, { url: addressed(open.url), init: {} });
    const again = await page.evaluate(ask, { url: addressed(open.url), init: {} });
    expect(again).toMatchObject({ status: 200, etag: first?.etag, paperCount: 51 });
    expect(again?.requestId).not.toBe(first?.requestId);
  });

  it('reads with credentials only from an origin that the settings name in full', async () => {
    const asking = (server: Offprint): Asking[] => [
      { url: addressed(server.url), init: { credentials: 'include' } },
      { url: server.url, init: posting({ credentials: 'include' }) },
    ];
    const read = async (origin: string, server: Offprint) => {
      const page = await pageAt(origin);
      return Promise.all(asking(server).map((request) => page.evaluate(ask, request)));
    };
    const answer = expect.objectContaining({ status: 200, paperCount: 51 });
    expect(await read(named, open)).toEqual([null, null]);
    expect(await read(named, listed)).toEqual([answer, answer]);
    expect(await read(preview, listed)).toEqual([null, null]);
  });

  it('reads without credentials from previews, and nothing from other origins', async () => {
    const read = async (origin: string) => {
      const page = await pageAt(origin);
      return [
        await page.evaluate(ask, { url: addressed(listed.url), init: {} }),
        await page.evaluate(ask, { url: listed.url, init: posting() }),
      ];
    };
    const answer = expect.objectContaining({ status: 200, paperCount: 51 });
    expect(await read(preview)).toEqual([answer, answer]);
    expect(await read(`http://localhost:${site.port}`)).toEqual([null, null]);
    expect(await read(`http://a.b.front.test:${site.port}`)).toEqual([null, null]);
  });
});
