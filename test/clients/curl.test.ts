import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Offprint, startOffprint } from './support/offprint';

let offprint: Offprint;
beforeAll(async () => {
  offprint = await startOffprint();
});
afterAll(() => offprint.stop());

/** What curl prints, and whether it ends well: else its exit code, that of a server that goes on sending is 28. */
async function curl(...args: string[]): Promise<{ code: number; printed: string }> {
  try {
    const { stdout } = await promisify(execFile)('curl', ['--silent', '--show-error', ...args]);
    return { code: 0, printed: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, printed: stdout };
  }
}
const JSON_BODY = ['--header', 'content-type: application/json', '--data'];
const EVENTS = ['--no-buffer', '--header', 'accept: text/event-stream'];
const inAddress = (query: string) => ['--get', '--data-urlencode', `query=${query}`];
const COUNT = '{ corpus { paperCount } }';

describe('curl', () => {
  it('asks by POST, and by a plain address', async () => {
    const answer = { code: 0, printed: '{"data":{"corpus":{"paperCount":51}}}\n' };
    expect(await curl(...JSON_BODY, JSON.stringify({ query: COUNT }), offprint.url)).toEqual(answer);
    expect(await curl(...inAddress(COUNT), offprint.url)).toEqual(answer);
    expect(await curl(`${offprint.url}?query=%7Bcorpus%7BpaperCount%7D%7D`)).toEqual(answer);
  });

  it('gets what is compressed, and nothing where its answer still holds', async () => {
    const list = ['--include', ...inAddress('{ papers(first: 50) { nodes { title abstract } } }'), offprint.url];
    const whole = await curl(...list);
    const compressed = await curl('--compressed', ...list);
    expect(compressed.printed).toMatch(/^content-encoding: (br|gzip)\r$/m);
    const [head, body] = compressed.printed.split('\r\n\r\n') as [string, string];
    expect(body).toBe(whole.printed.split('\r\n\r\n')[1]);
    const tag = /^etag: (.+)\r?$/m.exec(head)?.[1]?.trim() as string;
    const again = await curl('--compressed', '--header', `if-none-match: ${tag}`, ...list);
    expect(again.printed).toMatch(/^HTTP\/1\.1 304 /);
    expect(again.printed.endsWith('\r\n\r\n')).toBe(true);
  });

  it('hears a subscription by an event stream, by POST alone', async () => {
    const begin = await curl(...inAddress('{ changes(first: 1) { pageInfo { endCursor } } }'), offprint.url);
    const after = JSON.parse(begin.printed).data.changes.pageInfo.endCursor;
    const query = `subscription { paperAdded(after: "${after}") { paper { slug } } }`;
    const body = [...JSON_BODY, JSON.stringify({ query })];
    const heard = await curl('--max-time', '4', ...EVENTS, ...body, offprint.url);
    expect(heard.code).toBe(28);
    expect(heard.printed.match(/^event: next\ndata: \{"data":\{"paperAdded":\{"paper":/gm)?.length).toBeGreaterThan(40);
    const refused = await curl('--include', ...EVENTS, ...inAddress(query), offprint.url);
    expect(refused).toEqual({ code: 0, printed: expect.stringMatching(/^HTTP\/1\.1 405 /) });
  });

  it('gets the schema', async () => {
    const { printed } = await curl('--include', offprint.url.replace(/graphql$/, 'schema.graphql'));
    expect(printed).toMatch(/^HTTP\/1\.1 200 /);
    expect(printed).toContain('type Query {');
  });
});
