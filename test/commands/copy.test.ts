import { existsSync } from 'node:fs';
import { copyDatabase } from '../../src/commands/copy';
import type { CopyProgress } from '../../src/copy/copy-store';
import { createFactReader } from '../../src/import/facts/facts';
import { importFile } from '../../src/import/import-file';
import { checkSearchIndex } from '../../src/search/index/upkeep/check-search-index';
import { readShippedVocabulary, SHIPPED_DIGEST } from '../../src/seeds';
import { createDataSource } from '../../src/store/data-source';
import type { Engine } from '../../src/store/engine/engine';
import { openStore as open, type Store } from '../../src/store/store';
import { runCommand, startCommand } from '../support/cli';
import { contents, wrongCounters } from '../support/contents';
import { writePages } from '../support/pages';
import { serve } from '../support/serve';
import { createDatabase, engine, openUpToDate } from '../support/store';
import type { Holding } from '../support/templates';

type Database = Awaited<ReturnType<typeof createDatabase>>;

/** From where to where: all that a run on this engine can show. */
const ways: readonly (readonly [Engine, Engine])[] =
  engine === 'sqlite'
    ? [['sqlite', 'sqlite']]
    : [
        ['sqlite', 'postgres'],
        ['postgres', 'sqlite'],
      ];

const reader = createFactReader(readShippedVocabulary());
const pages = writePages(3, 10);
const quiet: CopyProgress = { started: () => undefined, entered: () => undefined, seen: () => undefined };

const databases: Database[] = [];
async function newDatabase(of: Engine, holding?: Holding): Promise<Database> {
  const database = await createDatabase(of, holding);
  databases.push(database);
  return database;
}

/** How many rows PostgreSQL takes a table to have when it plans; -1 when it was never looked at. */
async function plannedRows({ reader }: Store, table: string): Promise<number> {
  const [row] = await reader.query('select reltuples from pg_class where relname = $1', [table]);
  return Number(row.reltuples);
}

/** Databases with the same contents, one of each engine that this run needs. */
const sources = new Map<Engine, Database>();
beforeAll(async () => {
  for (const of of new Set(ways.map(([from]) => from))) {
    const database = await newDatabase(of);
    const store = await openUpToDate(database.url);
    for (const file of [SHIPPED_DIGEST, ...pages]) await importFile(store, reader, file);
    await store.close();
    sources.set(of, database);
  }
}, 60_000);
afterAll(async () => {
  for (const database of databases) await database.drop();
});
const sourceOf = (of: Engine) => (sources.get(of) as Database).url;

/** Everything, with the keys that nobody outside sees. */
async function everything(store: Store): Promise<unknown> {
  const tables = store.writer.entityMetadatas.map(async ({ tableName, primaryColumns }) => [
    tableName,
    await store.writer.query(
      `select * from "${tableName}" order by ${primaryColumns.map(({ databaseName }) => `"${databaseName}"`).join(', ')}`,
    ),
  ]);
  return Object.fromEntries(await Promise.all(tables));
}

async function inStore<Answer>(url: string, work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await open({ databaseUrl: url });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const QUERIES = [
  '{ corpus { version updatedAt rulesFingerprint paperCount topicCount repositoryCount digestCount } }',
  '{ papers(first: 9) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id title topics { edges { score evidence { text sentence } } } links { url kind } } } } }',
  '{ papers(last: 5, orderBy: { field: TRENDING }) { edges { cursor node { slug trending { score } relatedPapers { edges { score sharedTerms node { slug } } } } } } }',
  '{ topics(first: 100) { edges { cursor node { name paperCount parent { slug } coOccurringTopics { edges { lift node { slug } } } } } } }',
  '{ repositories { edges { cursor node { url papers { totalCount } } } } }',
  '{ digests { edges { cursor node { slug importedAt changesSince { enteredPapers { totalCount } } } } } }',
  '{ search(query: "does unlabeled data help generalisaton", first: 5) { totalCount suggestion edges { cursor score highlights { fragment } } facets { topics(first: 3) { value count } } } }',
  '{ search(query: "widg* -collapse", first: 30) { totalCount edges { cursor score } } }',
];

/** What something may do to rows on their way in. */
const damages: Readonly<Record<Engine, string[]>> = {
  sqlite: [
    `create trigger damage after insert on paper when new.id = 7 begin
       update paper set trending_score = trending_score * (1 + 1e-15) where id = 7; end`,
  ],
  postgres: [
    `create function damage() returns trigger language plpgsql as
       'begin if new.id = 7 then new.trending_score = new.trending_score * (1 + 1e-15); end if; return new; end'`,
    'create trigger damage before insert on paper for each row execute function damage()',
  ],
};
const failures: Readonly<Record<Engine, string[]>> = {
  sqlite: [`create trigger stop_here before insert on topic_pair begin select raise(abort, 'no more'); end`],
  postgres: [
    `create function stop_here() returns trigger language plpgsql as 'begin raise exception ''no more''; end'`,
    'create trigger stop_here before insert on topic_pair for each row execute function stop_here()',
  ],
};

describe.each(ways)('a copy from %s to %s', (from, to) => {
  it('holds the same, goes on with the same numbers, and answers the whole API the same', async () => {
    const { url } = await newDatabase(to, 'nothing');
    const sums = await copyDatabase(sourceOf(from), url, false, quiet);
    expect(sums).toContainEqual({ table: 'paper', rows: 66, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await inStore(sourceOf(from), (source) =>
      inStore(url, async (target) => {
        expect(await everything(target)).toEqual(await everything(source));
        expect(await checkSearchIndex(target)).toBe(false);
        if (to === 'postgres') expect(await plannedRows(target, 'paper')).toBe(66);
        const [before, after] = [await serve(source, sourceOf(from)), await serve(target, url)];
        for (const query of QUERIES) {
          const answer = await before.send(query);
          expect(answer).toMatch(/^\{"data":/);
          expect(await after.send(query)).toBe(answer);
        }
        await Promise.all([before.stop(), after.stop()]);
        await importFile(target, reader, writePages(4, 20)[3] as string);
        expect(await wrongCounters(target)).toEqual([]);
      }),
    );
  });

  it('takes the place of what was there only when that is asked for', async () => {
    const { url } = await newDatabase(to);
    await openUpToDate(url).then((store) => store.close());
    await inStore(url, (store) => importFile(store, reader, pages[1] as string));
    const copy = (replace: boolean) => copyDatabase(sourceOf(from), url, replace, quiet);
    await expect(copy(false)).rejects.toThrow(
      '--to: expected a database without digests, got one with 1 (2025-01-02); --replace deletes all that it holds',
    );
    await copy(true);
    const both = await Promise.all([sourceOf(from), url].map((database) => inStore(database, everything)));
    expect(both[1]).toEqual(both[0]);
  });

  it.each([
    ['is not what was read', damages[to], 'paper: expected 66 rows with the checksum'],
    ['cannot be written', failures[to], 'no more'],
  ])('that %s leaves the target as it was', async (_, statements, message) => {
    const { url } = await newDatabase(to);
    const before = await openUpToDate(url);
    await importFile(before, reader, pages[1] as string);
    for (const statement of statements) await before.writer.query(statement);
    const was = await everything(before);
    await expect(copyDatabase(sourceOf(from), url, true, quiet)).rejects.toMatchObject({
      message: expect.stringContaining(message),
    });
    expect(await everything(before)).toEqual(was);
    expect(await checkSearchIndex(before)).toBe(false);
    await importFile(before, reader, pages[0] as string);
    await before.close();
  });

  it('of a database that is imported into is what that was at one moment', async () => {
    const source = await newDatabase(from);
    const states: unknown[] = [];
    await openUpToDate(source.url).then((store) => store.close());
    await inStore(source.url, async (store) => {
      await importFile(store, reader, pages[0] as string);
      states.push(await contents(store));
    });
    const importing = startCommand(['seed', ...pages.slice(1), SHIPPED_DIGEST], { DATABASE_URL: source.url });
    let running = true;
    void importing.ended.then(() => {
      running = false;
    });
    const copies: unknown[] = [];
    do {
      const { url } = await newDatabase(to, 'nothing');
      await copyDatabase(source.url, url, false, quiet);
      copies.push(await inStore(url, contents));
    } while (running);
    expect(await importing.ended).toMatchObject({ code: 0 });
    const replay = await newDatabase(from);
    await openUpToDate(replay.url).then((store) => store.close());
    await inStore(replay.url, async (store) => {
      for (const file of [...pages, SHIPPED_DIGEST]) {
        await importFile(store, reader, file);
        states.push(await contents(store));
      }
    });
    for (const copy of copies) expect(states).toContainEqual(copy);
  }, 120_000);
});

describe('the command', () => {
  it('prints what it copied, with no password', async () => {
    const { url } = await newDatabase(engine, 'nothing');
    const { code, output } = await runCommand(['copy', '--from', sourceOf(engine), '--to', url]);
    expect(output).toMatch(/^copying\nindexing\nchecking$/m);
    expect(output).toMatch(/^paper +66 {2}[0-9a-f]{16}$/m);
    expect(output).toMatch(/^Copied from .+ to .+\.$/m);
    expect(output).not.toContain('password');
    expect(code).toBe(0);
  });

  it.each([
    [[], '--from: expected sqlite:FILE or postgres://…, got nothing'],
    [['--from', 'sqlite:x'], '--to: expected sqlite:FILE or postgres://…, got nothing'],
    [
      ['--from', 'mysql://me:secret@db/x', '--to', 'sqlite:x'],
      '--from: expected sqlite:FILE or postgres://…, got "mysql://…@db/x"',
    ],
    [
      ['--from', 'postgres://me:secret@localhost:1/x', '--to', 'sqlite:x'],
      '--from: expected a PostgreSQL database at postgres://…@localhost:1/x, got: ',
    ],
    [
      ['--from', 'sqlite:not-there', '--to', 'sqlite:x'],
      '--from: expected an SQLite database at not-there, got: unable to open database file',
    ],
  ])('refuses %j', async (args, message) => {
    const { code, output } = await runCommand(['copy', ...args]);
    expect(output).toContain(message);
    expect(output).not.toContain('secret');
    expect(code).toBe(1);
    expect(existsSync('x')).toBe(false);
  });

  it('refuses to copy a database into itself, however its address is spelled', async () => {
    const url = sourceOf(engine);
    const other = engine === 'sqlite' ? url.replace(/\/(?=[^/]+$)/, '/./') : url.replace('localhost', '127.0.0.1');
    expect(other).not.toBe(url);
    await expect(copyDatabase(url, other, true, quiet)).rejects.toThrow(
      '--to: expected another database than that of --from',
    );
  });

  it('refuses a source of another schema, and says what to do', async () => {
    const { url } = await newDatabase(engine);
    const target = (await newDatabase(engine, 'nothing')).url;
    const copy = () => copyDatabase(url, target, false, quiet);
    await openUpToDate(url).then((store) => store.close());
    const [last] = await inStore(url, ({ writer }) => writer.query('select name from migrations order by id desc'));
    await inStore(url, ({ writer }) =>
      writer.query(`update migrations set name = 'Later9' where name = '${last.name}'`),
    );
    await expect(copy()).rejects.toThrow('expected the schema of this version, got a later one (Later9)');
    const file = (await newDatabase(engine, 'nothing')).url;
    await inStore(file, async ({ writer }) => {
      await writer.query(`delete from migrations where name = '${last.name}'`);
      await expect(copyDatabase(file, target, false, quiet)).rejects.toThrow(
        `got an earlier one (without ${last.name}); start the server on it once, then try again`,
      );
    });
  });

  it('refuses a database of something else, as source and as target', async () => {
    const { url } = await newDatabase(engine);
    const foreign = (await newDatabase(engine, 'nothing')).url;
    const stranger = await createDataSource(foreign).initialize();
    await stranger.query('create table invoice (id integer primary key)');
    await stranger.destroy();
    await expect(copyDatabase(foreign, url, true, quiet)).rejects.toThrow(
      '--from: expected a database of Offprint, got one with the tables invoice',
    );
    await expect(copyDatabase(sourceOf(engine), foreign, true, quiet)).rejects.toThrow(
      '--to: expected a new database or one of Offprint, got one with the tables invoice',
    );
  });
});
