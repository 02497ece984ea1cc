import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { openStore, type TestStore } from '../../support/store';

const NEW_TABLE = 'create table note (text varchar not null)';

const textsIn = async (db: EntityManager) =>
  (await db.query('select text from note order by text')).map(({ text }: { text: string }) => text);
const write = (db: EntityManager, text: string) => db.query('insert into note (text) values (?)', [text]);

/** Something to wait for. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('plain TypeORM on SQLite', () => {
  let dataSource: DataSource;
  beforeEach(async () => {
    const database = join(mkdtempSync(join(tmpdir(), 'offprint-')), 'o.sqlite');
    dataSource = await new DataSource({ type: 'better-sqlite3', driver: sqliteDriver(), database }).initialize();
    await dataSource.query(NEW_TABLE);
  });
  afterEach(() => dataSource.destroy());

  it('loses a write that was told to be stored, with the transaction of somebody else that failed', async () => {
    const [written, failing] = [gate(), gate()];
    const first = dataSource.transaction(async (db) => {
      await write(db, 'first');
      written.open();
      await failing.opened;
      throw new Error('the first one fails');
    });
    await written.opened;
    await write(dataSource.manager, 'second');
    expect(await textsIn(dataSource.manager)).toEqual(['first', 'second']);
    failing.open();
    await expect(first).rejects.toThrow('the first one fails');
    expect(await textsIn(dataSource.manager)).toEqual([]);
  });
});

describe('a store on SQLite', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openStore();
    await store.writer.query(NEW_TABLE);
  });
  afterEach(() => store.close());

  it('keeps what one wrote when another fails at the same time', async () => {
    const [written, failing] = [gate(), gate()];
    const first = store.write(async (db) => {
      await write(db, 'first');
      written.open();
      await failing.opened;
      throw new Error('the first one fails');
    });
    await written.opened;
    const second = store.write((db) => write(db, 'second'));
    expect(await textsIn(store.reader)).toEqual([]);
    failing.open();
    await expect(first).rejects.toThrow('the first one fails');
    await second;
    expect(await textsIn(store.reader)).toEqual(['second']);
  });

  it('keeps everything that is written at the same time', async () => {
    const [written, ending] = [gate(), gate()];
    const first = store.write(async (db) => {
      await write(db, 'first');
      written.open();
      await ending.opened;
    });
    await written.opened;
    const others = ['second', 'third'].map((text) => store.write((db) => write(db, text)));
    // Neither what is not committed, nor anything that waits for it.
    expect(await textsIn(store.reader)).toEqual([]);
    ending.open();
    await Promise.all([first, ...others]);
    expect(await textsIn(store.reader)).toEqual(['first', 'second', 'third']);
  });
});
