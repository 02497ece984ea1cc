import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { backUp } from '../../../src/copy/backup';
import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { openStore } from '../../../src/store/store';
import { startApi, type TestApi } from '../../support/api';
import { abstractWith, digestText } from '../../support/digest-text';
import { listen, socketClient, streamClient } from '../../support/live';
import { errorsOver, post, UNAVAILABLE, UNAVAILABLE_OVER_HTTP } from '../../support/unavailable';
import { until } from '../../support/until';

const BetterSqlite3 = sqliteDriver();

const COUNT = '{ papers { totalCount } }';
/** Its statements run in threads. */
const SEARCH = '{ search(query: "widgets", types: [PAPER]) { totalCount } }';
const NEWS = 'subscription { paperAdded { paper { slug } } }';

let api: TestApi;
let file: string;
beforeEach(async () => {
  api = await startApi({ SHUTDOWN_GRACE_MS: '100' });
  file = api.databaseUrl.slice('sqlite:'.length);
  await importPaper('A First Paper on Widgets');
});
afterEach(async () => {
  await api.close();
  for (const ending of ['.away', '.backup']) rmSync(file + ending, { force: true });
});

const importPaper = (title: string) =>
  api.importText(`${title}.txt`.replaceAll(' ', '-'), digestText('Jan 1', [[title, abstractWith('One.')]]), {
    date: '2025',
  });
const ask = (query: string) => post(api.server.url, query);
const untilGone = () =>
  until(
    () => ask(COUNT),
    ({ status }) => status === 503,
  );
const untilCounted = (count: number) =>
  until(
    () => ask(COUNT),
    ({ text }) => text === counted(count),
  );
/** Until a subscription that was sent is surely known to the server. */
const settled = () => sleep(300);
const counted = (count: number) => `${JSON.stringify({ data: { papers: { totalCount: count } } })}\n`;
const readyz = async () => (await fetch(api.server.url.replace('/graphql', '/readyz'))).status;

describe('while the database file is gone', () => {
  it('every operation says so, over every transport, and nothing else; it goes on when the file is back', async () => {
    for (const _ of ['made', 'kept']) expect((await ask(COUNT)).text).toBe(counted(1));
    await ask(SEARCH);
    const clients = [socketClient(api.server.url), streamClient(api.server.url)];
    const heard = clients.map((client) => listen(client, NEWS));
    await settled();
    renameSync(file, `${file}.away`);
    expect(await untilGone()).toEqual(UNAVAILABLE_OVER_HTTP);
    for (const query of [SEARCH, '{ digests { nodes { slug } } corpus { version } }']) {
      expect(await ask(query)).toEqual(UNAVAILABLE_OVER_HTTP);
      expect(await errorsOver(api.server.url, query)).toEqual([[UNAVAILABLE], [UNAVAILABLE]]);
    }
    expect(await errorsOver(api.server.url, NEWS)).toEqual([[UNAVAILABLE], [UNAVAILABLE]]);
    expect(existsSync(file)).toBe(false);
    renameSync(`${file}.away`, file);
    await untilCounted(1);
    await importPaper('A Second Paper on Widgets');
    for (const { until: comes } of heard) await comes(1);
    expect(heard.map(({ results }) => results)).toEqual(
      Array(2).fill([{ data: { paperAdded: { paper: { slug: 'a-second-paper-on-widgets' } } } }]),
    );
    for (const client of clients) await client.dispose();
  });
});

describe('a database that is damaged', () => {
  it('says so to whoever reads the damage', async () => {
    await api.writer.query('pragma wal_checkpoint(truncate)');
    const sound = readFileSync(file);
    writeFileSync(file, Buffer.alloc(sound.length, 'x'));
    for (const query of [SEARCH, '{ topics(first: 100) { nodes { name description } } }']) {
      expect(await ask(query)).toEqual(UNAVAILABLE_OVER_HTTP);
    }
    // For what is left of the test.
    writeFileSync(file, sound);
  });
});

describe('when another file is in its place', () => {
  /** One paper is in the backup, and another one in the log of the file. */
  beforeEach(async () => {
    await backUp(api.databaseUrl, `${file}.backup`, false);
    await importPaper('A Second Paper on Widgets');
    for (const _ of ['made', 'kept']) expect((await ask(COUNT)).text).toBe(counted(2));
    await ask(SEARCH);
  });

  it('that one is served, and written to; subscriptions end', async () => {
    const client = socketClient(api.server.url);
    const heard = listen(client, NEWS);
    await settled();
    renameSync(file, `${file}.away`);
    renameSync(`${file}.backup`, file);
    const answers = new Set<string>();
    await until(
      async () => {
        const { text } = await ask(COUNT);
        answers.add(text);
        return text;
      },
      (text) => text === counted(1),
    );
    // Nothing else in between; on a busy machine the first is asked for when the file has gone already.
    expect([counted(2), UNAVAILABLE_OVER_HTTP.text, counted(1)]).toEqual(expect.arrayContaining([...answers]));
    expect((await ask(SEARCH)).text).toBe('{"data":{"search":{"totalCount":1}}}\n');
    expect(await heard.over).toEqual([UNAVAILABLE]);
    await until(readyz, (status) => status === 200);
    const again = listen(client, NEWS);
    await settled();
    await importPaper('A Third Paper on Widgets');
    await again.until(1);
    expect((await ask(COUNT)).text).toBe(counted(2));
    await client.dispose();

    // What was in the log is in the file that it belongs to.
    const before = await openStore({ databaseUrl: `sqlite:${file}.away` });
    expect(await before.reader.query('select slug from paper order by slug')).toEqual([
      { slug: 'a-first-paper-on-widgets' },
      { slug: 'a-second-paper-on-widgets' },
    ]);
    await before.close();
  });

  it('which was copied over it, without its log, that one is served', async () => {
    execFileSync('sh', ['-c', 'rm -f "$1-wal" "$1-shm" && cp "$1.backup" "$1"', 'sh', file]);
    await untilCounted(1);
    await importPaper('A Third Paper on Widgets');
    expect((await ask(COUNT)).text).toBe(counted(2));
    expect(await api.reader.query('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('which another process writes, nothing waits for that, and it is served when it is done', async () => {
    const other = new BetterSqlite3(`${file}.backup`);
    other.exec('begin exclusive');
    renameSync(`${file}.backup`, file);
    await until(
      () => ask(COUNT),
      () => api.logged.some((line) => line.includes('database is locked')),
    );
    const began = performance.now();
    expect(await ask(COUNT)).toEqual(UNAVAILABLE_OVER_HTTP);
    expect(performance.now() - began).toBeLessThan(1_000);
    other.exec('commit');
    other.close();
    await untilCounted(1);
  });

  it.each([
    ['is no database', () => 'none'],
    ['is half of one', () => readFileSync(`${file}.backup`).subarray(0, 50_000)],
    ['is empty', () => ''],
  ])('which %s, nothing is served until there is one', async (_, content) => {
    rmSync(file);
    writeFileSync(file, content());
    const tried = /malformed|not a database|expected a database of this version/;
    await until(
      () => ask(COUNT),
      () => api.logged.some((line) => tried.test(line)),
    );
    expect(await ask(COUNT)).toEqual(UNAVAILABLE_OVER_HTTP);
    renameSync(`${file}.backup`, file);
    await untilCounted(1);
  });
});
