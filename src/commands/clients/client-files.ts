import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { apolloClientText } from './apollo-client';
import { graphcacheText } from './graphcache';
import { scalarsText } from './scalars';
import { readShapes } from './shapes';

const FOLDER = join(__dirname, '..', '..', '..', 'schema', 'clients');

/**
 * The files that tell clients what they cannot see in the answers of a schema: by name, as text. Of one schema always the
 * same.
 *
 * @throws Error for a scalar that does not say its type in TypeScript
 */
export function clientFiles(schema: GraphQLSchema): Record<string, string> {
  const shapes = readShapes(schema);
  return {
    'apollo-client.ts': apolloClientText(shapes),
    'graphcache.ts': graphcacheText(shapes),
    'scalars.ts': scalarsText(shapes),
  };
}

/** Writes what clients are told of a schema to `schema/clients`. */
export function writeClientFiles(schema: GraphQLSchema): void {
  for (const [name, text] of Object.entries(clientFiles(schema))) {
    writeFileSync(join(FOLDER, name), text);
    console.log(`Wrote schema/clients/${name}`);
  }
}

/** @throws Error where a file in `schema/clients` is not what the schema makes it */
export function checkClientFiles(schema: GraphQLSchema): void {
  for (const [name, text] of Object.entries(clientFiles(schema))) {
    if (readFileSync(join(FOLDER, name), 'utf8') === text) continue;
    throw new Error(`schema/clients/${name}: expected what the schema makes it; run \`npm run schema\``);
  }
}
