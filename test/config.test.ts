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
    expect(read).toThrow(/WORKERS: .*expected int.*got "1.5"/);
  });

  it('has a replica only of PostgreSQL', () => {
    const replica = 'postgres://user:secret@replica/x';
    expect(readConfig({ DATABASE_URL: 'postgresql://db/x', DATABASE_REPLICA_URL: replica }).replicaUrl).toBe(replica);
    expect(() => readConfig({ DATABASE_REPLICA_URL: replica })).toThrow(
      'DATABASE_REPLICA_URL: expected a DATABASE_URL of PostgreSQL beside it, got "sqlite:data/offprint.sqlite"',
    );
  });
});
