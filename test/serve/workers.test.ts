import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/cli';
import { abstractWith, digestText } from '../support/digest-text';
import { listen, streamClient } from '../support/live';
import { type RunningMain, startMain } from '../support/main';
import { createDatabase, engine } from '../support/store';

// Processes take their time to start on a busy machine.
jest.setTimeout(120_000);

let database: Awaited<ReturnType<typeof createDatabase>>;
let main: RunningMain;
let url: string;

const start = async (env: Record<string, string> = {}): Promise<RunningMain> =>
  startMain({ DATABASE_URL: database.url, WORKERS: '2', LOG_LEVEL: 'debug', DRAIN_MS: '100', ...env });

/** Asks on a connection of its own, so that the workers take turns. */
const ask = async (): Promise<number> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: '{"query":"{ corpus { paperCount } }"}',
  });
  return ((await response.json()) as { data: { corpus: { paperCount: number } } }).data.corpus.paperCount;
};

beforeAll(async () => {
  database = await createDatabase(engine);
  main = await start();
  url = /http\S+/.exec((await main.line(/^Offprint is ready .* with 2 workers$/)).msg)?.[0] as string;
});
afterAll(async () => {
  main.process.kill('SIGTERM');
  await main.ended;
  await database.drop();
});

describe('two workers', () => {
  it('share the work, on a database that was made ready once', async () => {
    for (let n = 0; n < 12; n++) expect(await ask()).toBe(51);
    await main.line(/^request$/, 12);
    const answering = main.logged.filter(({ msg }) => msg === 'request');
    expect(new Set(answering.map(({ pid }) => pid)).size).toBe(2);
    expect(new Set(answering.map(({ worker }) => worker))).toEqual(new Set([1, 2]));
    expect(main.logged.filter(({ msg }) => msg.startsWith('Seeded'))).toHaveLength(1);
  });

  it('give their numbers together, whichever is asked', async () => {
    const sum = async (): Promise<number> => {
      const response = await fetch(new URL('/metrics', url), { headers: { connection: 'close' } });
      const found = /offprint_operations_total\{operation="Counted",transport="http",outcome="OK"\} (\d+)/.exec(
        await response.text(),
      );
      return Number(found?.[1]);
    };
    for (let n = 0; n < 10; n++) {
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({ query: `query Counted { papers(first: ${n + 1}) { nodes { slug } } }` }),
      });
    }
    expect(await Promise.all([sum(), sum(), sum()])).toEqual([10, 10, 10]);
  });

  it('both tell at once of what another process imports, in answers and in subscriptions', async () => {
    const clients = Array.from({ length: 4 }, () => streamClient(url, { connection: 'close' }));
    const heard = clients.map((client) => listen(client, 'subscription { digestImported { digest { slug } } }'));
    await main.line(/^request$/, 1);
    // Until the subscriptions stand.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const file = join(tmpdir(), `offprint-workers-${process.pid}.txt`);
    writeFileSync(file, digestText(null, [['Widgets That All Workers Know', abstractWith('')]]));
    expect(await runCommand(['seed', file], { DATABASE_URL: database.url })).toMatchObject({ code: 0 });
    for (let n = 0; n < 6; n++) expect(await ask()).toBe(52);
    for (const { until, stop } of heard) {
      await until(1);
      stop();
    }
  });

  it('become two again when one is killed, and answer meanwhile', async () => {
    const ready = main.logged.filter(({ msg }) => msg === 'The worker is ready');
    process.kill(ready[0]?.pid as number, 'SIGKILL');
    expect(await main.line(/^A worker ended; another one starts in \d+ ms$/)).toMatchObject({ signal: 'SIGKILL' });
    let isBack = false;
    const back = main.line(/^The worker is ready$/, 3).finally(() => {
      isBack = true;
    });
    while (!isBack) {
      expect(await ask()).toBe(52);
      // The one that starts needs a core, too.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await back;
  });

  it('stop together when the one above them is asked to, and finish what they do', async () => {
    const stopping = await start();
    await stopping.line(/^Offprint is ready/);
    stopping.process.kill('SIGTERM');
    expect(await stopping.ended).toMatchObject({ code: 0 });
    expect(stopping.logged.filter(({ msg }) => msg === 'Stopped').map(({ worker }) => worker)).toEqual(
      expect.arrayContaining([1, 2, undefined]),
    );
  });

  it('are replaced on the same port when both are killed at once, by a process that stays', async () => {
    const killed = await start();
    const at = /http\S+/.exec((await killed.line(/^Offprint is ready/)).msg)?.[0] as string;
    // Each says so after the process above was told.
    await killed.line(/^The worker is ready$/, 2);
    const pids = new Set(killed.logged.filter(({ msg }) => msg === 'The worker is ready').map(({ pid }) => pid));
    for (const pid of pids) process.kill(pid as number, 'SIGKILL');
    await killed.line(/^The worker is ready$/, 4);
    expect((await fetch(at.replace('/graphql', '/readyz'))).status).toBe(200);
    expect(killed.process.exitCode).toBeNull();
    killed.process.kill('SIGTERM');
    expect(await killed.ended).toMatchObject({ code: 0 });
  });

  it('do not start where one cannot, and leave nothing behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { code, output } = await (await start({ PORT: String(port) })).ended;
    expect(code).toBe(1);
    expect(output).toContain(`PORT: expected a free port of 127.0.0.1, got ${port}`);
    taken.close();
  });
});
