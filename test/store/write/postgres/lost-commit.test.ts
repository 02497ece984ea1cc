import { connect, createServer, type Server } from 'node:net';
import { createFactReader } from '../../../../src/import/facts/facts';
import { importFile } from '../../../../src/import/import-file';
import { readShippedVocabulary } from '../../../../src/seeds';
import type { Store } from '../../../../src/store/store';
import { contents, wrongCounters } from '../../../support/contents';
import { writePages } from '../../../support/pages';
import { asAdmin } from '../../../support/postgres';
import { createDatabase, openUpToDate } from '../../../support/store';

const reader = createFactReader(readShippedVocabulary());
const files = writePages(3, 8);

/** What the way to the server does with the next commit. */
type OnCommit = 'passes on' | 'cuts before' | 'cuts after';

/** A way to the test server that can cut off who commits. */
class Way {
  onCommit: OnCommit = 'passes on';
  private server!: Server;

  async open(databaseUrl: string): Promise<string> {
    const { port, hostname } = new URL(databaseUrl);
    this.server = createServer((client) => {
      const server = connect(Number(port), hostname);
      const cut = (): void => {
        client.destroy();
        server.destroy();
      };
      let isCommitted = false;
      client.on('data', (bytes) => {
        if (this.onCommit !== 'passes on' && bytes.includes('commit\0')) {
          isCommitted = this.onCommit === 'cuts after';
          this.onCommit = 'passes on';
          if (!isCommitted) return cut();
        }
        server.write(bytes);
      });
      // The answer is what tells that it is done.
      server.on('data', (bytes) => (isCommitted ? cut() : client.write(bytes)));
      for (const socket of [client, server]) socket.on('error', cut).on('close', cut);
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const there = new URL(databaseUrl);
    there.host = `127.0.0.1:${(this.server.address() as { port: number }).port}`;
    return there.href;
  }

  close(): void {
    this.server.close();
  }
}

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
const way = new Way();
beforeEach(async () => {
  database = await createDatabase('postgres');
  store = await openUpToDate(await way.open(database.url));
});
afterEach(async () => {
  await store.close();
  way.close();
  await database.drop();
});

const stored = async (): Promise<string[]> =>
  (await store.reader.query('select slug from digest order by slug')).map(({ slug }: { slug: string }) => slug);

function importAs(onCommit: OnCommit, file: string) {
  way.onCommit = onCommit;
  return importFile(store, reader, file);
}

describe('an import whose connection is cut off', () => {
  it('before its commit is done is reported as what it is: not stored', async () => {
    await expect(importAs('cuts before', files[0] as string)).rejects.toThrow(/^DATABASE_URL: expected a PostgreSQL/);
    expect(await stored()).toEqual([]);
    expect((await importFile(store, reader, files[0] as string)).digests).toMatchObject([{ status: 'added' }]);
  });

  it('after its commit is done is reported as what it is: stored', async () => {
    const { digests } = await importAs('cuts after', files[0] as string);
    expect(digests).toMatchObject([{ slug: '2025-01-01', status: 'added' }]);
    expect(await stored()).toEqual(['2025-01-01']);
    expect((await importFile(store, reader, files[0] as string)).digests).toMatchObject([{ status: 'unchanged' }]);
  });

  it('by the server, in its midst and as it commits, leaves the next one right', async () => {
    for (const when of ['immediate', 'deferred']) {
      await store.writer.query(`create function end_it() returns trigger language plpgsql as
        'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'`);
      await store.writer.query(`create constraint trigger end_it after insert on digest deferrable initially ${when}
        for each row execute function end_it()`);
      await expect(importFile(store, reader, files[1] as string)).rejects.toThrow(
        /^DATABASE_URL: expected a PostgreSQL/,
      );
      await store.writer.query('drop trigger end_it on digest; drop function end_it');
      expect(await stored()).toEqual([]);
    }
    const reported = [];
    for (const file of files) reported.push(...(await importFile(store, reader, file)).digests);
    expect(await stored()).toEqual(reported.map(({ slug }) => slug));
    expect(await wrongCounters(store)).toEqual([]);

    const other = await createDatabase('postgres');
    const undisturbed = await openUpToDate(other.url);
    for (const file of files) await importFile(undisturbed, reader, file);
    expect(await contents(store)).toEqual(await contents(undisturbed));
    await undisturbed.close();
    await other.drop();
  });

  it('while it waits in the pool is not noticed', async () => {
    await importFile(store, reader, files[0] as string);
    const name = new URL(database.url).pathname.slice(1);
    await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    expect((await importFile(store, reader, files[1] as string)).digests).toMatchObject([{ status: 'added' }]);
  });
});
