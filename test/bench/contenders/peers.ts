import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askText } from '../ask';
import { PEERS } from '../folders';
import { startServer } from '../processes/start-server';
import type { BenchQuery, Variant } from '../queries';
import { type Contender, sameShape } from './contender';
import { offprintBody } from './offprint';

const GREETING = JSON.stringify({ query: '{ __typename }' });

/** A peer whose schema has Offprint's names, and whose cursors are plain keys: on SQLite, or on PostgreSQL. */
function graphqlPeer(name: string, program: string, engine: 'sqlite' | 'postgres' = 'sqlite'): Contender {
  return {
    name,
    start: async ({ database, postgres }) => {
      const other = engine === 'postgres' ? await postgres() : null;
      const server = await startServer({
        name,
        command: [process.execPath, program],
        cwd: PEERS,
        env: other ? { DATABASE_URL: other.urlOf('peers') } : { DATABASE: database.file },
        greeting: GREETING,
      });
      return {
        name,
        url: server.url,
        pids: other ? [server.pid, other.pid] : [server.pid],
        bodyOf: ({ document }, { slug, after }) =>
          JSON.stringify({ query: document, variables: { slug, after: after?.key } }),
        toCommonShape: sameShape,
        stop: server.stop,
      };
    },
  };
}

export const mercurius = graphqlPeer('Mercurius with jit and loaders', 'mercurius.mjs');
export const mercuriusPostgres = graphqlPeer(
  'Mercurius with jit and loaders on PostgreSQL',
  'mercurius.mjs',
  'postgres',
);
export const yoga = graphqlPeer('GraphQL Yoga with Pothos and its dataloader', 'yoga.mjs');

/** What no server on SQLite can undercut that reads its rows for each answer: one statement makes the whole JSON. */
export const limit: Contender = {
  name: 'Limit: one SQLite statement makes the JSON',
  start: async ({ database }) => {
    const bodyOf = ({ name }: BenchQuery, { slug, after }: Variant) =>
      JSON.stringify({ query: name, variables: { slug, after: after?.key } });
    const server = await startServer({
      name: 'limit',
      command: [process.execPath, 'limit.mjs'],
      cwd: PEERS,
      env: { DATABASE: database.file },
      greeting: JSON.stringify({ query: 'count', variables: {} }),
    });
    return {
      name: limit.name,
      url: server.url,
      pids: [server.pid],
      bodyOf,
      toCommonShape: sameShape,
      stop: server.stop,
    };
  },
};

/** The floor of any HTTP server here: Offprint's own bytes, found by the bytes of the request. */
export const staticBytes: Contender = {
  name: 'Static bytes',
  start: async ({ database, queries, reference }) => {
    const answers: Record<string, string> = { [GREETING]: '{}' };
    for (const query of queries) {
      for (const variant of query.variants) {
        const body = offprintBody(query, variant);
        answers[body] = await askText(reference, body);
      }
    }
    const file = join(database.folder, 'answers.json');
    writeFileSync(file, JSON.stringify(answers));
    const server = await startServer({
      name: 'static bytes',
      command: [process.execPath, 'static.mjs'],
      cwd: PEERS,
      env: { ANSWERS: file },
      greeting: GREETING,
    });
    return {
      name: staticBytes.name,
      url: server.url,
      pids: [server.pid],
      bodyOf: offprintBody,
      toCommonShape: sameShape,
      stop: server.stop,
    };
  },
};
