import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { seedEnds, serverEnds, underLimit, underRights } from '../../support/ends';
import { createDatabase } from '../../support/store';

const Database = sqliteDriver();

const folder = mkdtempSync(join(tmpdir(), 'offprint-starts-'));
const at = (name: string) => join(folder, name);
const url = (name: string) => `sqlite:${at(name)}`;

/** A port that somebody has. */
let taken: Server;
let port: string;

beforeAll(async () => {
  writeFileSync(at('notes.txt'), 'These are some notes, and no database at all. '.repeat(50));
  mkdirSync(at('folder'));
  const database = await createDatabase('sqlite');
  for (const name of ['broken.sqlite', 'later.sqlite']) copyFileSync(database.url.slice('sqlite:'.length), at(name));
  await database.drop();
  writeSync(openSync(at('broken.sqlite'), 'r+'), Buffer.alloc(400_000, 7), 0, 400_000, 4096);
  const later = new Database(at('later.sqlite'));
  later.exec(`insert into migrations (timestamp, name) values (9, 'Later9')`);
  later.close();
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = String((taken.address() as { port: number }).port);
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true });
});

describe('a start, of the server and of an import, ends with one sentence and exit code 1', () => {
  it.each([
    [
      'on a file that is no database',
      'notes.txt',
      `an SQLite database at ${at('notes.txt')}, got: file is not a database`,
    ],
    [
      'on a folder',
      'folder',
      `an SQLite database at ${at('folder')}, got: unable to open database file (it is a folder)`,
    ],
    ['on a path below a file', 'notes.txt/x/o.sqlite', `a folder ${at('notes.txt/x')} for the database, got ENOTDIR`],
    [
      'on a malformed database',
      'broken.sqlite',
      `a sound SQLite database at ${at('broken.sqlite')}, got: database disk image is malformed; put a backup in its place`,
    ],
    [
      'on a database of a later version',
      'later.sqlite',
      'a database of this version of Offprint, got one of a later version (Later9); start that version, or put a backup in its place',
    ],
  ])('%s', async (_, name, sentence) => {
    const { code, said } = await serverEnds({ DATABASE_URL: url(name) });
    expect([code, said]).toEqual([1, [`Offprint could not start: DATABASE_URL: expected ${sentence}`]]);
  });

  it('in a folder in which nothing can be made', async () => {
    const { code, said } = await seedEnds({ DATABASE_URL: 'sqlite:/proc/o.sqlite' });
    const sentence = `DATABASE_URL: expected an SQLite database at /proc/o.sqlite, got: unable to open database file (no file is there, and none can be made)`;
    expect([code, said]).toEqual([1, [sentence]]);
  });

  const rights = underRights();
  (rights ? it : it.skip)('where this user may not write', async () => {
    const file = at('closed/o.sqlite');
    mkdirSync(at('closed'));
    const database = await createDatabase('sqlite');
    copyFileSync(database.url.slice('sqlite:'.length), file);
    await database.drop();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    chmodSync(at('closed'), 0o555);
    const sentences = {
      'closed/o.sqlite': `expected ${file} and its folder to be writable, got a read-only one`,
      'closed/new.sqlite': `expected an SQLite database at ${at('closed/new.sqlite')}, got: unable to open database file (no file is there, and none can be made)`,
      'closed/sub/new.sqlite': `expected a folder ${at('closed/sub')} for the database, got EACCES`,
    };
    const ends = Object.entries(sentences).map(async ([name, sentence]) => {
      const { code, said } = await serverEnds({ DATABASE_URL: url(name) }, rights ?? []);
      expect([code, said]).toEqual([1, [`Offprint could not start: DATABASE_URL: ${sentence}`]]);
    });
    await Promise.all(ends);
  });

  it('where the disk takes no more, which no failing rollback hides', async () => {
    const given = [{ DATABASE_URL: url('full.sqlite') }, underLimit(100_000)] as const;
    const [server, seed] = await Promise.all([serverEnds(...given), seedEnds(...given)]);
    const sentence = `DATABASE_URL: expected to read and write ${at('full.sqlite')}, got: disk I/O error`;
    expect(server).toEqual({ code: 1, said: [`Offprint could not start: ${sentence}`] });
    expect(seed).toEqual({ code: 1, said: [sentence] });
  });
});

describe('a server that has nothing to listen on says so before it makes a database', () => {
  it.each([
    [
      'a port that is taken',
      { PORT: 'taken' },
      /^PORT: expected a free port of 127\.0\.0\.1, got \d+, which another process listens on$/,
    ],
    ['by workers', { PORT: 'taken', WORKERS: '2' }, /^PORT: expected a free port/],
    [
      'an address of another machine',
      { HOST: '192.0.2.1' },
      /^HOST: expected an address of this machine, got "192\.0\.2\.1"$/,
    ],
    [
      'a name that nobody has',
      { HOST: 'nowhere.invalid' },
      /^HOST: expected an address or the name of one, got "nowhere\.invalid"$/,
    ],
  ])('%s', async (_, env: Record<string, string>, sentence) => {
    const database = { DATABASE_URL: url('unmade.sqlite') };
    const server = await serverEnds({ ...database, ...env, ...(env.PORT && { PORT: port }) });
    expect(server.code).toBe(1);
    expect(server.said).toHaveLength(1);
    expect(server.said[0]?.replace('Offprint could not start: ', '')).toMatch(sentence);
    expect(existsSync(at('unmade.sqlite'))).toBe(false);
  });
});
