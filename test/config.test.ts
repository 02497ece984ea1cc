import { readConfig } from '../src/config';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      host: 'localhost',
      port: 4000,
      databaseUrl: 'sqlite:data/offprint.sqlite',
      seedOnStart: true,
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '' }).port).toBe(4000);
  });

  it('does not repeat a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://user:secret@db/x' })).toThrow(/mysql:\/\/…@db\/x/);
    expect(() => readConfig({ DATABASE_URL: 'mysql://user:secret@db/x' })).not.toThrow(/secret/);
  });

  it('reports everything that is wrong at once, with name, expectation and finding', () => {
    const read = () =>
      readConfig({ PORT: 'http', SANDBOX: 'yes', DATABASE_URL: 'mysql://x', MAX_DEPTH: '0', WORKERS: '1.5' });
    expect(read).toThrow(/PORT: .*got "http"/);
    expect(read).toThrow(/SANDBOX: .*got "yes"/);
    expect(read).toThrow(/DATABASE_URL: expected sqlite:FILE or postgres:\/\/…, got "mysql:\/\/x"/);
    expect(read).toThrow(/MAX_DEPTH: .*got "0"/);
    expect(read).toThrow(/WORKERS: expected a whole number from 1 to 1000, got "1.5"/);
  });

  it.each([
    ['HOST', ['http://localhost', ' ', 'localhost/', 'a b']],
    ['PORT', ['http', '-1', '65536', '4e3', '0x10', '80.5', ' 80 ', '99999999999999999999']],
    [
      'PUBLIC_URL',
      ['papers.example.org', 'ftp://x.org', 'https://x.org/?a=b', 'https://x.org/#a', 'https://u:p@x.org', 'https://'],
    ],
    ['METRICS_PORT', ['http', '70000', '0x10']],
    ['DATABASE_REPLICA_URL', ['sqlite:x', 'postgres:/x', 'localhost']],
    ['LOCK_WAIT_MS', ['-1', '1e99', '99999999999', '60s']],
    ['SEED_ON_START', ['1', 'yes', 'TRUE', ' true']],
    ['READER', ['0', 'no']],
    ['SANDBOX', ['0', 'no']],
    ['INTROSPECTION', ['off', 'False']],
    [
      'CORS_ORIGIN',
      [
        'nonsense',
        ',',
        '*, https://x.org',
        'https://x.org/',
        'https://x.org/path',
        'x.org',
        'https://',
        'https://*.co.uk',
        'https://a.*.org',
      ],
    ],
    ['WORKERS', ['0', '100000', 'auto', '-2']],
    ['LOG_LEVEL', ['loud', 'INFO', 'warning']],
    ['MAX_DEPTH', ['Infinity', 'NaN', '0', '']],
    ['MAX_BODY_BYTES', ['1e30', '1MB', '100_000']],
    ['OPERATION_TIMEOUT_MS', ['0', '99999999999', '10s']],
    ['SLOW_OPERATION_MS', ['-5', '99999999999']],
    ['ANSWER_CACHE_BYTES', ['-1', '64MB']],
    ['QUOTA_PER_MINUTE', ['5', 'none']],
    ['DRAIN_MS', ['1e99', '-1']],
    ['SHUTDOWN_GRACE_MS', ['99999999999999', 'soon']],
  ])('names %s in the error that it causes', (name, values) => {
    for (const value of values.filter(Boolean)) {
      expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^Configuration:\n  ${name}: expected [^\n]+$`));
    }
  });

  it('takes what people mean', () => {
    const { corsOrigin, host } = readConfig({ CORS_ORIGIN: 'https://*.a.org, http://localhost:3000', HOST: '::1' });
    expect([corsOrigin, host]).toEqual(['https://*.a.org, http://localhost:3000', '::1']);
    for (const databaseUrl of ['sqlite:a b.sqlite', 'sqlite:/a/b', 'sqlite:///a/b', 'sqlite:./x', 'sqlite:what?.db']) {
      expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
    }
  });

  it.each([
    ['sqlite:file:data/o.sqlite', 'with a plain path, without file:'],
    ['sqlite:file:///o.sqlite?mode=ro', 'with a plain path, without file:'],
    ['sqlite://data/o.sqlite', 'with one slash before an absolute path, and none before a relative one'],
    ['sqlite:o.sqlite?mode=ro', 'without parameters'],
    ['sqlite:~/o.sqlite', 'with a path that needs no shell, without ~'],
    ['sqlite:data/', 'with the name of a file, and not of a folder, at its end'],
    ['sqlite: o.sqlite', 'without blanks around the name'],
  ])('refuses %s, which would be another file than is meant', (databaseUrl, said) => {
    expect(() => readConfig({ DATABASE_URL: databaseUrl })).toThrow(
      `Configuration:\n  DATABASE_URL: expected sqlite:FILE ${said}, got ${JSON.stringify(databaseUrl)}`,
    );
  });

  it('has a replica only of PostgreSQL', () => {
    const replica = 'postgres://user:secret@replica/x';
    expect(readConfig({ DATABASE_URL: 'postgresql://db/x', DATABASE_REPLICA_URL: replica }).replicaUrl).toBe(replica);
    expect(() => readConfig({ DATABASE_REPLICA_URL: replica })).toThrow(
      'DATABASE_REPLICA_URL: expected a DATABASE_URL of PostgreSQL beside it, got "sqlite:data/offprint.sqlite"',
    );
  });
});
