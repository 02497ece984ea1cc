import { head, importing, object } from './code';
import type { Shapes } from './shapes';

const USAGE = `// codegen.ts of GraphQL Code Generator
${importing('import', ['scalars'], './scalars')}
config: { scalars, strictScalars: true }

// gql.tada
${importing('import type', ['Scalars'], './scalars')}
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
