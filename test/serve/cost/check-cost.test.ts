import { costMemory } from '../../../src/serve/cost/check-cost';
import { startSeededApi, type TestApi } from '../../support/api';
import { dearestOperations } from '../../support/dearest-operations';
import { estimate } from '../../support/estimate';
import { ordinaryOperations } from '../../support/ordinary-operations';

/** What an operation may cost unless a setting says otherwise, in tenths of a millisecond. */
const MOST = 10_000;

let api: TestApi;

beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

const codeOf = async (query: string, variables?: object) =>
  (await api.send(query, variables)).errors?.[0]?.extensions.code;

describe('what an operation may cost', () => {
  it.each(Object.entries(ordinaryOperations))('lets through what a screen asks for: %s', async (_, query) => {
    expect((await api.send(query)).errors).toBeUndefined();
  });

  it.each(Object.entries(dearestOperations(estimate, MOST)))(
    'lets through the largest of a kind: %s',
    async (_, query) => {
      expect(estimate(query)).toBeLessThanOrEqual(MOST);
      expect((await api.send(query)).errors).toBeUndefined();
    },
  );

  it.each([
    '{ papers(first: 100) { nodes { relatedPapers(first: 100) { nodes { relatedPapers(first: 0) { totalCount } } } } } }',
    '{ papers(first: 100) { nodes { relatedPapers(first: 100) { nodes { relatedPapers { nodes { relatedPapers { totalCount } } } } } } } }',
    `{ ${Array.from({ length: 29 }, (_, index) => `a${index}: papers(first: 100) { nodes { relatedPapers(filter: { repositoryHost: "h${index}" }) { totalCount } } }`).join(' ')} }`,
    `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: search(query: "q ${index}") { totalCount }`).join(' ')} }`,
    `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: papers(filter: { topics: { none: ["t${index}"] }, repositoryHost: "h" }) { totalCount }`).join(' ')} }`,
    '{ topics(first: 100) { nodes { papers(filter: { hasRepository: true }) { totalCount } } } }',
    '{ topics(first: 10) { nodes { papers(filter: { availability: AVAILABLE }) { totalCount } } } }',
    '{ papers(filter: { topics: { all: ["a", "b", "c"] }, minTopicScore: 0.5 }) { totalCount } }',
    `{ ${[...'abcdefghi'].map((name) => `${name}: papers(filter: { linkKinds: [VIDEO] }) { totalCount }`).join(' ')} }`,
  ])('refuses what would take seconds: %s', async (query) => {
    const { errors } = await api.send(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY', limit: MOST });
    expect(errors?.[0]?.extensions.actual).toBeGreaterThan(MOST);
  });

  it('takes page sizes, lists of ids and filters out of variables', async () => {
    const pages =
      'query ($n: Int) { papers(first: $n) { nodes { relatedPapers(first: 100) { nodes { relatedPapers { totalCount } } } } } }';
    expect(await codeOf(pages, { n: 1 })).toBeUndefined();
    expect(await codeOf(pages, { n: 100 })).toBe('QUERY_TOO_COSTLY');
    const counts = `query ($f: PaperFilter) { ${Array.from({ length: 40 }, (_, index) => `a${index}: papers(filter: $f) { totalCount }`).join(' ')} }`;
    expect(await codeOf(counts, { f: null })).toBeUndefined();
    expect(await codeOf(counts, { f: { repositoryHost: 'github.com', hasRepository: true } })).toBe('QUERY_TOO_COSTLY');
  });

  it('is remembered without the texts of variables, in a memory that is bounded', async () => {
    const search =
      'query ($q: String!, $slugs: [String!]) { papers(first: 1, filter: { topics: { any: $slugs } }) { totalCount } resource(url: $q) { __typename } }';
    await codeOf(search, { q: 'https://example.org/first' });
    const { size } = costMemory();
    for (let index = 0; index < 50; index++) {
      await codeOf(search, { q: `https://example.org/${index}/${'x'.repeat(50_000)}` });
      await codeOf(search, { q: 'https://example.org', slugs: Array.from({ length: 600 + index }, () => 'a') });
    }
    expect(costMemory().size).toBe(size);
    expect(costMemory().most).toBeLessThan(10_000_000);
  });
});
