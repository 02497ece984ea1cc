import { join } from 'node:path';
import { ask, at } from '../ask';
import { PEERS } from '../folders';
import { startServer } from '../processes/start-server';
import type { Contender } from './contender';
import { postgraphileDocuments, toOffprintShape } from './postgraphile-shape';

const NAME = 'PostGraphile 5 on PostgreSQL';

/** It needs a newer Node.js than Offprint: the one among the peers' packages. */
const NODE = join(PEERS, 'node_modules', 'node', 'bin', 'node');

export const postgraphile: Contender = {
  name: NAME,
  start: async ({ queries, postgres }) => {
    const database = await postgres();
    const server = await startServer({
      name: NAME,
      command: [NODE, 'postgraphile.mjs'],
      cwd: PEERS,
      env: { DATABASE_URL: database.urlOf('peers'), GRAPHILE_ENV: 'production' },
      greeting: JSON.stringify({ query: '{ __typename }' }),
    });
    const cursors = new Map<string, string>();
    for (const { after } of queries.flatMap(({ variants }) => variants)) {
      if (after) cursors.set(after.slug, await cursorOf(server.url, after.slug));
    }
    return {
      name: NAME,
      url: server.url,
      pids: [server.pid, database.pid],
      bodyOf: ({ name }, { slug, after }) =>
        JSON.stringify({
          query: postgraphileDocuments[name],
          variables: { slug, after: after && cursors.get(after.slug) },
        }),
      toCommonShape: ({ name }, data) => toOffprintShape(name, data),
      stop: server.stop,
    };
  },
};

/** Its own cursor of a paper in the list that `page-deep` asks for. */
async function cursorOf(url: string, slug: string): Promise<string> {
  const query = `query Cursor($slug: String!) {
    allPapers(first: 1, orderBy: FIRST_SEEN_KEY_DESC, condition: { slug: $slug }) { edges { cursor } }
  }`;
  return String(at(await ask(url, JSON.stringify({ query, variables: { slug } })), 'allPapers', 'edges', 0, 'cursor'));
}
