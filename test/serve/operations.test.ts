import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSeededApi, type TestApi } from '../support/api';
import { abstractWith, digestText } from '../support/digest-text';
import { listen, streamClient } from '../support/live';

/** The pages of the reader run those in the folder of its name, see test/serve/pages. */
const FOLDER = join(__dirname, '..', '..', 'schema', 'operations');

/** What to send with each example operation, and what its answer must hold. */
const cases: Record<string, { variables?: object; holds: object }> = {
  'todays-papers.graphql': {
    variables: { first: 4 },
    holds: {
      digests: {
        nodes: [
          {
            date: '2025-03-11',
            papers: { totalCount: 51, edges: [{ rank: 1 }, { rank: 2 }, { rank: 3 }, { rank: 4 }] },
          },
        ],
      },
    },
  },
  'why-this-topic.graphql': {
    variables: { slug: 'perturbation-analysis-of-neural-collapse' },
    holds: {
      paper: {
        topics: {
          edges: expect.arrayContaining([
            expect.objectContaining({ node: expect.objectContaining({ name: 'Neural collapse' }) }),
          ]),
        },
      },
    },
  },
  'papers-of-a-repository.graphql': {
    variables: { url: 'git@github.com:fiveai/LAME.git' },
    holds: {
      resource: {
        nameWithOwner: 'fiveai/LAME',
        papers: { edges: [{ node: { title: 'Parameter-free Online Test-time Adaptation' } }] },
      },
    },
  },
  'papers-of-a-list.graphql': {
    variables: {
      keys: [
        { title: 'perturbation analysis of neural collapse' },
        { doi: '10.1145/3292500.3330701' },
        { url: 'git@github.com:fiveai/LAME.git' },
      ],
    },
    holds: {
      papersBy: [
        { slug: 'perturbation-analysis-of-neural-collapse' },
        null,
        { title: 'Parameter-free Online Test-time Adaptation' },
      ],
    },
  },
  'topic-tree.graphql': {
    holds: { topics: { nodes: expect.arrayContaining([expect.objectContaining({ slug: 'optimization' })]) } },
  },
  'papers-with-code.graphql': {
    variables: { topic: 'domain-generalization' },
    holds: {
      papers: {
        nodes: expect.arrayContaining([
          expect.objectContaining({ title: 'Understanding Hessian Alignment for Domain Generalization' }),
        ]),
      },
    },
  },
  'neighbouring-topics.graphql': {
    variables: { slug: 'neural-collapse' },
    holds: { topic: { name: 'Neural collapse' } },
  },
  'search-results.graphql': {
    variables: { query: 'neural coll', prefix: true },
    holds: {
      search: {
        isComplete: true,
        suggestion: null,
        edges: expect.arrayContaining([
          expect.objectContaining({ node: expect.objectContaining({ __typename: 'Topic', name: 'Neural collapse' }) }),
          expect.objectContaining({
            node: expect.objectContaining({
              __typename: 'Paper',
              title: expect.stringMatching(/^Perturbation Analysis of Neural Collapse/),
            }),
          }),
        ]),
        facets: {
          topics: expect.arrayContaining([
            expect.objectContaining({ value: 'model-compression', label: 'Model compression' }),
          ]),
        },
      },
    },
  },
  'refetch.graphql': {
    variables: { ids: [Buffer.from('Topic:robustness').toString('base64url')] },
    holds: { nodes: [{ name: 'Robustness' }] },
  },
};

let api: TestApi;
beforeAll(async () => {
  api = await startSeededApi();
});
afterAll(() => api.close());

describe('the example operations', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
  const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
  const live = files.filter((file) => /^subscription /m.test(read(file)));

  it.each(files.filter((file) => !live.includes(file)))('%s answers on the shipped digest', async (file) => {
    const { variables, holds } = cases[file] ?? { holds: { 'no case for this operation': true } };
    expect(await api.query(read(file), variables)).toMatchObject(holds);
  });

  it.each(live)('%s hears of a digest', async (file) => {
    const heard = listen(streamClient(api.server.url), read(file));
    // It may still be on its way.
    for (let day = 1; day <= 9 && heard.results.length === 0; day += 1) {
      await api.importText(`2025-06-0${day}.txt`, digestText(null, [[`Widgets ${day}`, abstractWith(`Day ${day}.`)]]));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await heard.until(1);
    heard.stop();
    expect(heard.results[0]).toMatchObject({
      data: { digestImported: { digest: { papers: { totalCount: 1, edges: [{ rank: 1, movement: 'NEW' }] } } } },
    });
  });

  it('are of each kind, a subscription among them', () => expect(live).not.toEqual([]));
});
