import { buildSchema } from '../../src/resolve/schema';
import { startSeededApi, type TestApi } from '../support/api';
import { Asking } from '../support/asking';
import { hostileRequest, readKnown } from '../support/hostile-requests';
import { answer, describeAnswer } from '../support/judge';

/** Requests of one run; the benchmark's part `fuzz` sends as many as there is time for. */
const REQUESTS = 600;

/** Far more than any of these takes on its own, for a machine that does much else. */
const MOST_MS = 10_000;

/** What must be among the answers: otherwise what is sent does not come far, or to nothing else. */
const EXPECTED = ['BAD_REQUEST', 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'no error'];

const schema = buildSchema();
let api: TestApi;
let asking: Asking;
beforeAll(async () => {
  api = await startSeededApi({ MAX_MESSAGES_PER_SECOND: '100000' });
  asking = new Asking(api.server.url);
});
afterAll(async () => {
  asking.close();
  await api.close();
});

it('a server answers whatever is sent, in time and with errors that are the caller’s to mend', async () => {
  const known = await readKnown(asking);
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= REQUESTS; seed++) {
    const answered = await answer(asking, hostileRequest(schema, seed, known), MOST_MS);
    if (answered.problem) throw new Error(describeAnswer(answered));
    const { codes } = answered;
    for (const code of codes.length > 0 ? codes : ['no error']) seen.set(code, (seen.get(code) ?? 0) + 1);
  }
  expect(api.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  expect((await api.query('{ corpus { paperCount } }')).corpus.paperCount).toBe(51);
  expect(EXPECTED.filter((code) => (seen.get(code) ?? 0) < 5)).toEqual([]);
});
