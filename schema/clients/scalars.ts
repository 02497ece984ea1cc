/*
 * What the scalars of Offprint are in TypeScript.
 * Made from the schema by `npm run schema`; not to be edited. Copy the file into your app as it is:
 *
 *   // codegen.ts of GraphQL Code Generator
 *   import { scalars } from './scalars';
 *   config: { scalars, strictScalars: true }
 *
 *   // gql.tada
 *   import type { Scalars } from './scalars';
 *   initGraphQLTada<{ introspection: introspection; scalars: Scalars }>()
 */

/** For GraphQL Code Generator. */
export const scalars = {
  DateTime: 'string',
  LocalDate: 'string',
  URI: 'string',
};

/** For gql.tada. */
export interface Scalars {
  DateTime: string;
  LocalDate: string;
  URI: string;
}
