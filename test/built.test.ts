import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDriver } from '../src/store/engine/sqlite-driver';
import { migrationsOf } from '../src/store/migrations/all';
import { startMain } from './support/main';

const Database = sqliteDriver();

const ROOT = join(__dirname, '..');
const [, buildStage, lastStage] = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  .split(/^FROM .*\n/m)
  .slice(1) as [string, string, string];

// To compile takes its time on a busy machine.
jest.setTimeout(180_000);

/** A folder with what the image has when the server was built there. */
let folder: string;
const start = (env: Record<string, string>) => startMain({ DRAIN_MS: '0', ...env }, [join(folder, 'dist', 'main.js')]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-built-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const stage of [buildStage, lastStage]) {
    for (const [, files] of stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const file of (files as string).split(' '))
        cpSync(join(ROOT, file), join(folder, file), { recursive: true });
    }
  }
  execFileSync('npm', ['run', 'build'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what the build makes', () => {
  it('seeds a new database, and serves it by workers', async () => {
    const file = join(folder, 'data', 'offprint.sqlite');
    const main = start({ DATABASE_URL: `sqlite:${file}`, WORKERS: '2' });
    const url = /http\S+/.exec((await main.line(/^Offprint is ready .* with 2 workers$/)).msg)?.[0] as string;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ resource(url: \\"https://github.com/jmlipman/TopoMortar\\") { __typename } }"}',
    });
    expect(await response.json()).toEqual({ data: { resource: { __typename: 'Repository' } } });
    main.process.kill('SIGTERM');
    expect(await main.ended).toMatchObject({ code: 0 });
    const db = new Database(file, { readonly: true });
    const migrated = db.prepare('select name from migrations order by id').pluck().all();
    db.close();
    expect(migrated).toEqual(migrationsOf.sqlite.map(({ name }) => name));
  });

  it('has the driver of PostgreSQL', async () => {
    const main = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect((await main.ended).code).toBe(1);
    expect(main.logged.map(({ msg }) => msg)).toEqual([
      'Offprint could not start: DATABASE_URL: expected a PostgreSQL database at postgres://…@127.0.0.1:1/none, got: connect ECONNREFUSED 127.0.0.1:1',
    ]);
  });

  it('names the sources in what it logs of errors that nobody foresaw', async () => {
    const file = join(folder, 'odd.sqlite');
    const db = new Database(file);
    db.exec(
      'create table migrations (id integer primary key, timestamp bigint, name varchar); create table corpus (id)',
    );
    const fill = db.prepare('insert into migrations (timestamp, name) values (0, ?)');
    for (const { name } of migrationsOf.sqlite) fill.run(name);
    db.close();
    const main = start({ DATABASE_URL: `sqlite:${file}` });
    expect((await main.ended).code).toBe(1);
    const { err } = await main.line(/^Offprint could not start$/);
    expect(err?.stack).toContain('no such column: rules');
    expect(err?.stack).toMatch(/\bsrc\/import\/facts\/sync-vocabulary\.ts:\d+/);
  });

  it('has a source map without the lines of packages, which is read for the first error without a pause', () => {
    expect(statSync(join(folder, 'dist', 'start.js.map')).size).toBeLessThan(1_250_000);
  });
});
