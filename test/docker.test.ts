import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');

/** Variables of other programs than Offprint. */
const OTHERS = ['NODE_ENV', 'PGPASSWORD', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'];
const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name as string);

/** What the image takes from the repository, not from its earlier stages. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) =>
  (files as string).split(' '),
);

describe('the image', () => {
  it('copies files that exist, and that .dockerignore lets through', () => {
    expect(copied).toContain('seeds');
    const allowed = read('.dockerignore').match(/(?<=^!).+/gm);
    for (const file of copied) {
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
      expect(allowed).toContain(file);
    }
    expect(new Set(copied)).toEqual(new Set(allowed));
  });

  it('sets variables that Offprint knows, to values that it takes', () => {
    const [, line] = /^ENV (.+)$/m.exec(dockerfile) as unknown as [string, string];
    const env = Object.fromEntries(line.split(' ').map((pair) => pair.split('=')));
    for (const name of Object.keys(env)) expect([...settings, ...OTHERS]).toContain(name);
    expect(readConfig(env)).toMatchObject({ host: '0.0.0.0', databaseUrl: 'sqlite:/data/offprint.sqlite' });
  });

  it('starts what the build makes', () => {
    const [, command] = /^CMD \["node", "dist\/(.+)\.js"\]$/m.exec(dockerfile) as unknown as [string, string];
    expect(existsSync(join(ROOT, 'src', `${command}.ts`))).toBe(true);
  });
});

describe('the compose file', () => {
  it('sets variables that Offprint knows, to values that it takes', () => {
    const given = [...compose.matchAll(/^ +([A-Z][A-Z_]+): "?([^"\n]+)"?$/gm)].map(([, name, value]) => [name, value]);
    for (const [name] of given) expect([...settings, ...OTHERS]).toContain(name);
    expect(readConfig(Object.fromEntries(given))).toMatchObject({
      databaseUrl: 'postgres://offprint@postgres:5432/offprint',
      drainMs: 3000,
    });
  });

  it('puts the load balancer before services that there are', () => {
    const [, upstreams] = /reverse_proxy (.+) \{/.exec(compose) as unknown as [string, string];
    for (const upstream of upstreams.split(' ')) expect(compose).toContain(`\n  ${upstream.split(':')[0]}:\n`);
    expect(upstreams.split(' ')).toHaveLength(2);
  });
});
