import { setTimeout as sleep } from 'node:timers/promises';
import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { type Heard, listen, socketClient, streamClient } from '../../support/live';
import { startMain } from '../../support/main';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Told {
  changeOccurred: { cursor: string; change: { action: string; nodeId: string; node: { id: string } | null } };
}

const CHANGES = `subscription ($after: String, $filter: ChangeFilter) {
  changeOccurred(after: $after, filter: $filter) { cursor change { action nodeId node { id } } }
}`;
const page = (day: number, ...titles: string[]) =>
  api.importText(
    `2025-01-${String(day).padStart(2, '0')}.txt`,
    digestText(
      `Jan ${day}`,
      titles.map((title) => [title, abstractWith('')] as const),
    ),
  );
const linesOf = ({ results }: Heard<Told>): string[] =>
  results.map(({ data }) => {
    const { action, nodeId } = (data as Told).changeOccurred.change;
    return `${action} ${Buffer.from(nodeId, 'base64url')}`;
  });
const cursorsOf = ({ results }: Heard<Told>): string[] =>
  results.map(({ data }) => (data as Told).changeOccurred.cursor);

/** The whole log, behind a cursor, as `changes` lists it. */
async function logBehind(after: string | null): Promise<{ cursor: string; line: string }[]> {
  const lines: { cursor: string; line: string }[] = [];
  for (let at = after, more = true; more; ) {
    const { changes } = await api.query(
      'query ($at: String) { changes(first: 100, after: $at) { edges { cursor node { action nodeId } } pageInfo { hasNextPage endCursor } } }',
      { at },
    );
    for (const { cursor, node } of changes.edges)
      lines.push({ cursor, line: `${node.action} ${Buffer.from(node.nodeId, 'base64url')}` });
    more = changes.pageInfo.hasNextPage;
    at = changes.pageInfo.endCursor ?? at;
  }
  return lines;
}

describe.each([
  ['WebSocket', socketClient],
  ['server-sent events', streamClient],
])('changes over %s', (name, createClient) => {
  const day = name === 'WebSocket' ? 2 : 4;
  const own = (title: string) => `${title} ${day}`;

  it('are told as they occur, also what changed and went, with the cursors of `changes`', async () => {
    const client = createClient(api.server.url);
    const [last] = (await logBehind(null)).slice(-1);
    const heard = listen<Told>(client, CHANGES);
    await sleep(300);
    await page(day, own('Alpha'), own('Beta'));
    await heard.until(3);
    await page(day, own('Beta'), own('Gamma'));
    await heard.until(7);
    const log = await logBehind(last?.cursor ?? null);
    expect(linesOf(heard)).toEqual(log.map(({ line }) => line));
    expect(cursorsOf(heard)).toEqual(log.map(({ cursor }) => cursor));
    expect(linesOf(heard).slice(3)).toEqual([
      `CHANGED Digest:2025-01-0${day}`,
      `CHANGED Paper:beta-${day}`,
      `ADDED Paper:gamma-${day}`,
      `REMOVED Paper:alpha-${day}`,
    ]);
    expect(heard.results.at(-1)?.data?.changeOccurred.change.node).toBeNull();
    heard.stop();
    client.dispose?.();
  });

  it('go on behind a cursor: first what the log holds, then what comes; with a filter what fits it', async () => {
    const client = createClient(api.server.url);
    const log = await logBehind(null);
    const after = log[1]?.cursor as string;
    const heard = listen<Told>(client, CHANGES, { after });
    const removed = listen<Told>(client, CHANGES, { after, filter: { actions: ['REMOVED'], types: [] } });
    const digests = listen<Told>(client, CHANGES, { after, filter: { types: ['DIGEST'] } });
    await heard.until(log.length - 2);
    await page(day + 1, own('Delta'));
    await page(day + 1, own('Epsilon'));
    const whole = (await logBehind(after)).map(({ line }) => line);
    expect(whole.length).toBeGreaterThan(log.length);
    const fits = [
      [heard, whole],
      [removed, whole.filter((line) => line.startsWith('REMOVED'))],
      [digests, whole.filter((line) => line.includes('Digest:'))],
    ] as const;
    for (const [one, lines] of fits) {
      await one.until(lines.length);
      expect(linesOf(one)).toEqual(lines);
      one.stop();
    }
    client.dispose?.();
  });

  it('and papers and digests alike go on behind a cursor of one another', async () => {
    const client = createClient(api.server.url);
    const [first] = await logBehind(null);
    const papers = listen(
      client,
      'subscription ($after: String) { paperAdded(after: $after) { cursor paper { slug } } }',
      {
        after: first?.cursor,
      },
    );
    await papers.until(1);
    const cursor = String(papers.results[0]?.data?.paperAdded?.cursor);
    const digests = listen(
      client,
      'subscription ($after: String) { digestImported(after: $after) { digest { slug } } }',
      { after: cursor },
    );
    const expected = (await logBehind(cursor)).filter(({ line }) => /^(?:ADDED|CHANGED) Digest/.test(line)).length;
    await digests.until(expected);
    expect(digests.results).toHaveLength(expected);
    for (const heard of [papers, digests]) heard.stop();
    client.dispose?.();
  });

  it('refuse what is no cursor of theirs', async () => {
    const client = createClient(api.server.url);
    const { papers, changes } = await api.query(
      '{ papers(first: 1) { pageInfo { endCursor } } changes(first: 1) { pageInfo { endCursor } } }',
    );
    const right = JSON.parse(Buffer.from(changes.pageInfo.endCursor, 'base64url').toString());
    const madeUp = Buffer.from(JSON.stringify([right[0], right[1] + 1, right[2]])).toString('base64url');
    for (const field of ['changeOccurred', 'paperAdded', 'digestImported']) {
      for (const after of ['x', papers.pageInfo.endCursor, madeUp]) {
        const heard = listen(client, `subscription ($after: String) { ${field}(after: $after) { cursor } }`, { after });
        const error = (await heard.over) as { message: string; extensions: object }[] | null;
        const [told] = heard.results[0]?.errors ?? error ?? [];
        expect(told?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
      }
    }
    client.dispose?.();
  });
});

describe('a client that goes from one server to another, while both import', () => {
  it('hears of everything once and in order', async () => {
    const second = startMain({ DATABASE_URL: api.databaseUrl, DRAIN_MS: '0', SEED_ON_START: 'false' });
    const { msg } = await second.line(/ready at/);
    const urls = [api.server.url, /http:\S+\/graphql/.exec(msg)?.[0]];
    const from = (await logBehind(null)).at(-1)?.cursor as string;
    let isImporting = true;
    const importing = (async () => {
      for (let day = 10; day < 28; day++) {
        await page(day, ...Array.from({ length: 30 }, (_, index) => `Paper ${index} of Day ${day}`));
      }
      isImporting = false;
    })();
    const heard: { cursor: string; line: string }[] = [];
    for (let turn = 0; turn < 200; turn++) {
      const client = socketClient(urls[turn % 2] as string);
      const part = listen<Told>(client, CHANGES, { after: heard.at(-1)?.cursor ?? from });
      const wanted = turn % 3 === 0 ? 45 : 20;
      const isEnough = part.until(wanted).catch(() => undefined);
      await Promise.race([isEnough, sleep(isImporting ? 3_000 : 600)]);
      const cursors = cursorsOf(part);
      const lines = linesOf(part);
      heard.push(...cursors.map((cursor, index) => ({ cursor, line: lines[index] as string })));
      part.stop();
      await client.dispose();
      if (!isImporting && cursors.length === 0) break;
    }
    await importing;
    expect(heard).toEqual(await logBehind(from));
    expect(heard.length).toBeGreaterThan(500);
    second.process.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  }, 180_000);
});
