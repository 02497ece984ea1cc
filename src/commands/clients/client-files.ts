import type { GraphQLSchema } from 'graphql';
import { apolloClientText } from './apollo-client';
import { graphcacheText } from './graphcache';
import { scalarsText } from './scalars';
import { readShapes } from './shapes';

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
