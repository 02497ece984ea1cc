import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getNamedType } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../resolve/page-args';

/** How long a list is taken to be that has no page size: the links of a paper, the evidence of a topic. */
const USUAL_LIST = 5;

/**
 * What a query may cost at most, in objects: an object counts 1, a scalar nothing, a connection as many times what one
 * item costs as its page is long. So the cost is a bound on the size of the answer, known before anything is read.
 */
const estimate: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (!('getFields' in type) && !('getTypes' in type)) return 0;
  const each = 1 + childComplexity;
  if (type.name.endsWith('Connection')) return 1 + pageSize(args) * childComplexity;
  if (Array.isArray(args.ids)) return Math.min(args.ids.length, LARGEST_PAGE) * each;
  return isListed(field.type) && !isPagePart(field.name) ? USUAL_LIST * each : each;
};

/** Refuses, before it is executed, an operation that costs more than `most` objects. */
export function limitCost(most: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request, operationName }) {
          const cost = getComplexity({
            schema,
            query: document,
            variables: request.variables ?? {},
            operationName: operationName ?? undefined,
            estimators: [estimate],
          });
          if (cost > most) {
            throw new GraphQLError(
              `Query cost: expected at most ${most} objects, got up to ${cost}. Ask for smaller pages or fewer levels.`,
              { extensions: { code: 'QUERY_TOO_COSTLY', cost, limit: most, http: { status: 400 } } },
            );
          }
        },
      };
    },
  };
}

function pageSize({ first, last }: { first?: number | null; last?: number | null }): number {
  return Math.min(Math.max(first ?? last ?? DEFAULT_PAGE, 1), LARGEST_PAGE);
}

/** The lists inside a connection: their length is the page's, which the connection already counts. */
function isPagePart(name: string): boolean {
  return name === 'edges' || name === 'nodes';
}

function isListed(type: unknown): boolean {
  return String(type).startsWith('[');
}
