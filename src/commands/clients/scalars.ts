import { head, object } from './code';
import type { Shapes } from './shapes';

const USAGE = `import { scalars } from './scalars';        // codegen.ts of GraphQL Code Generator
config: { scalars, strictScalars: true }

import type { Scalars } from './scalars';   // gql.tada
initGraphQLTada<{ introspection: introspection; scalars: Scalars }>()`;

/** The file for code generators: what scalars are in TypeScript. */
export function scalarsText({ scalars }: Shapes): string {
  const entries = Object.entries(scalars);
  const members = entries.map(([name, type]) => `  ${name}: ${type};\n`);
  return `${head('What the scalars of Offprint are in TypeScript.', USAGE)}
/** For GraphQL Code Generator. */
export const scalars = ${object(entries.map(([name, type]) => [name, `'${type}'`]))};

/** For gql.tada. */
export interface Scalars {
${members.join('')}}
`;
}
