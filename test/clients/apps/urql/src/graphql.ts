import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';
import type { Scalars } from './offprint/scalars';

export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>();
