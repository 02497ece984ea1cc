import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { listen, socketClient, streamClient } from '../../support/live';
import { ROOT } from '../../support/root';

const folder = mkdtempSync(join(tmpdir(), 'offprint-live-'));

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const widgets = ['Widgets in the Wild', abstractWith('Code: https://github.com/acme/widgets.')] as const;
const gadgets = ['Gadgets at Home', abstractWith('We use federated learning.')] as const;
const gizmos = ['Gizmos for All', abstractWith('')] as const;

/** Until a subscription that was sent is surely known to the server. */
const settled = () => sleep(300);
const NOUNS = { digestImported: 'digest', paperAdded: 'paper' };
const slugsOf = (
  heard: { results: { data?: Record<string, Record<string, { slug: string }>> | null }[] },
  field: keyof typeof NOUNS,
) => heard.results.map(({ data }) => data?.[field]?.[NOUNS[field]]?.slug);

describe.each([
  ['WebSocket', socketClient],
  ['server-sent events', streamClient],
])('a subscription over %s', (name, createClient) => {
  const day = name === 'WebSocket' ? 2 : 3;

  it('hears of digests and of papers that fit, in order, and of nothing when nothing changes', async () => {
    const client = createClient(api.server.url);
    const digests = listen(client, 'subscription { digestImported { digest { slug papers { totalCount } } } }');
    const all = listen(client, 'subscription { paperAdded { paper { slug repositories { nodes { name } } } } }');
    const linked = listen(client, 'subscription { paperAdded(filter: { hasRepository: true }) { paper { slug } } }');
    await settled();
    const own = (entry: readonly [string, string]) => [`${entry[0]} ${name}`, entry[1]] as const;
    const text = digestText(`Jan ${day}`, [own(widgets), own(gadgets)]);
    await api.importText(`2025-01-0${day}.txt`, text);
    await Promise.all([digests.until(1), all.until(2), linked.until(1)]);
    await api.importText(`2025-01-0${day}.txt`, text);
    await api.importText(`2025-01-0${day}.txt`, digestText(`Jan ${day}`, [own(widgets), own(gadgets), own(gizmos)]));
    await Promise.all([digests.until(2), all.until(3)]);
    const end = name === 'WebSocket' ? 'websocket' : 'server-sent-events';
    expect(slugsOf(digests, 'digestImported')).toEqual([`2025-01-0${day}`, `2025-01-0${day}`]);
    expect(slugsOf(all, 'paperAdded')).toEqual([
      `widgets-in-the-wild-${end}`,
      `gadgets-at-home-${end}`,
      `gizmos-for-all-${end}`,
    ]);
    expect(slugsOf(linked, 'paperAdded')).toEqual([`widgets-in-the-wild-${end}`]);
    for (const heard of [digests, all, linked]) heard.stop();
    client.dispose?.();
  });

  it('answers queries too, under the limits of HTTP, with errors as masked as there', async () => {
    const client = createClient(api.server.url);
    const ask = async (query: string, variables?: Record<string, unknown>) => {
      const heard = listen(client, query, variables);
      const error = await heard.over;
      const [result] = heard.results;
      return {
        data: result?.data,
        errors: result?.errors ?? (error as { message: string; extensions: { code: string } }[] | null),
      };
    };
    expect(await ask('{ corpus { version } }')).toMatchObject({ data: { corpus: { version: expect.any(Number) } } });
    const codeOf = async (query: string, variables?: Record<string, unknown>) =>
      (await ask(query, variables)).errors?.[0]?.extensions?.code;
    const nested = (levels: number): string =>
      levels === 0 ? 'slug' : `children(first: 2) { nodes { ${nested(levels - 1)} } }`;
    expect(await codeOf('{ corpus {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf(`{ ${'corpus { version } '.repeat(1500)} }`)).toBe('QUERY_TOO_LONG');
    expect(await codeOf(`{ topics(first: 2) { nodes { ${nested(20)} } } }`)).toBe('QUERY_TOO_DEEP');
    expect(
      await codeOf(`{ ${Array.from({ length: 101 }, (_, index) => `a${index}: corpus { version }`).join(' ')} }`),
    ).toBe('TOO_MANY_ALIASES');
    expect(
      await codeOf(
        '{ papers(first: 100) { nodes { relatedPapers(first: 100) { nodes { relatedPapers(first: 100) { totalCount } } } } } }',
      ),
    ).toBe('QUERY_TOO_COSTLY');
    expect(
      await codeOf(
        'subscription { digestImported { digest { papers(first: 100) { nodes { relatedPapers(first: 100) { nodes { relatedPapers(first: 0) { totalCount } } } } } } } }',
      ),
    ).toBe('QUERY_TOO_COSTLY');
    expect(await codeOf('query ($n: Int!) { papers(first: $n) { totalCount } }', {})).toBe('BAD_USER_INPUT');
    expect(await codeOf('subscription { paperAdded(filter: { digest: "No Slug" }) { paper { slug } } }')).toBe(
      'BAD_USER_INPUT',
    );

    await api.writer.query('alter table corpus rename to corpus_away');
    const { errors } = await ask('{ corpus { version } }');
    await api.writer.query('alter table corpus_away rename to corpus');
    expect(errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(errors)).not.toMatch(/sqlite|select|corpus_away|no such table|stack/i);
    client.dispose?.();
  });
});

describe('a subscription by plain HTTP', () => {
  it('is told where subscriptions are', async () => {
    const { errors } = await api.send('subscription { digestImported { digest { slug } } }');
    expect(errors?.[0]?.message).toMatch(/WebSocket.*graphql-transport-ws.*text\/event-stream/);
    expect(errors?.[0]?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  });
});

describe('several processes on one database', () => {
  const run = (...args: string[]): ChildProcess =>
    spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: api.databaseUrl,
        PORT: '0',
        HOST: '127.0.0.1',
        DRAIN_MS: '0',
        SEED_ON_START: 'false',
      },
    });

  it('hear of what the others import: two servers, and the command line', async () => {
    const second = run('src/main.ts');
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      const look = (chunk: unknown) => {
        output += chunk;
        const ready = /ready at (http:\S+\/graphql)/.exec(output)?.[1];
        if (ready) resolve(ready);
      };
      second.stdout?.on('data', look);
      second.stderr?.on('data', look);
      second.on('exit', () => reject(new Error(output)));
    });
    const clients = [socketClient(api.server.url), socketClient(url)];
    const heard = clients.map((client) => listen(client, 'subscription { paperAdded { paper { slug } } }'));
    await settled();

    await api.importText('2025-02-01.txt', digestText('Feb 1', [['From the First Server', abstractWith('')]]));
    await Promise.all(heard.map((one) => one.until(1)));

    const file = join(folder, '2025-02-02.txt');
    writeFileSync(file, digestText('Feb 2', [['From the Command Line', abstractWith('')]]));
    const seeding = run('src/cli.ts', 'seed', file);
    expect(await new Promise((resolve) => seeding.on('exit', resolve))).toBe(0);
    await Promise.all(heard.map((one) => one.until(2)));
    for (const one of heard) {
      expect(slugsOf(one, 'paperAdded')).toEqual(['from-the-first-server', 'from-the-command-line']);
    }

    const stopped = new Promise((resolve) => second.on('exit', resolve));
    second.kill('SIGTERM');
    expect(await stopped).toBe(0);
    expect(await heard[1]?.over).toMatchObject({ code: 1001 });
    for (const client of clients) await client.dispose();
  }, 120_000);
});
