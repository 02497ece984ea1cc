import { randomUUID } from 'node:crypto';
import { seedEnds, serverEnds } from '../../support/ends';
import { asAdmin, urlOf } from '../../support/postgres';

const latin = `offprint_test_${randomUUID().replaceAll('-', '')}`;
beforeAll(() => asAdmin(`create database ${latin} encoding 'LATIN1' locale 'C' template template0`));
afterAll(() => asAdmin(`drop database ${latin} with (force)`));

/** The address of the test server, changed. */
function address(change: (url: URL) => void): string {
  const url = new URL(urlOf('postgres'));
  change(url);
  return url.href;
}

const shown = (href: string) => href.replace(/\/\/.*@/, '//…@');
const nobody = address((url) => {
  url.username = 'nobody_of_this_name';
  url.password = 'secret';
});
const nowhere = address((url) => {
  url.port = '1';
});
const missing = urlOf('offprint_not_there');

describe('a start, of the server and of an import, ends with one sentence and exit code 1', () => {
  it.each([
    ['where nobody listens', nowhere, /: expected a PostgreSQL database at (\S+), got: .*ECONNREFUSED/],
    ['with a user that is not let in', nobody, /: expected a PostgreSQL database at (\S+), got: .*nobody_of_this_name/],
    [
      'without the database',
      missing,
      /: expected a PostgreSQL database at (\S+), got: .*"offprint_not_there" does not exist$/,
    ],
    [
      'on a database of another encoding than UTF-8',
      urlOf(latin),
      /: expected a database with the encoding UTF8, got LATIN1; /,
    ],
  ])('%s', async (_, databaseUrl, sentence) => {
    const env = { DATABASE_URL: databaseUrl };
    for (const { code, said } of await Promise.all([serverEnds(env), seedEnds(env)])) {
      expect([code, said]).toEqual([1, [expect.stringMatching(sentence)]]);
      const named = sentence.exec(said[0] ?? '')?.[1];
      if (named) expect(named).toBe(shown(databaseUrl));
      expect(said[0]).toContain('DATABASE_URL');
      expect(said[0]).not.toContain('secret');
    }
  });
});
