import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
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

/** An operation that is about to be executed. */
export interface CostedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** As they came; they have to fit the operation. */
  variables: Record<string, unknown>;
}

/**
 * Refuses an operation that costs more than `most` objects; of a subscription that is the cost of one event.
 *
 * @throws QUERY_TOO_COSTLY that says what it would cost
 */
export function checkCost({ schema, document, operation, variables }: CostedOperation, most: number): void {
  const cost = rememberedCost(operation, variables, () =>
    costOf({ schema, query: document, variables, operationName: operation.name?.value }),
  );
  if (cost <= most) return;
  throw new GraphQLError(
    `Query cost: expected at most ${most} objects, got ${describe(cost)}. Ask for smaller pages or fewer levels.`,
    { extensions: { code: 'QUERY_TOO_COSTLY', limit: most, http: { status: 400 } } },
  );
}

/** Different variables of one operation whose costs are remembered. */
const MOST_REMEMBERED = 100;

const remembered = new WeakMap<OperationDefinitionNode, LRUCache<string, number>>();

/** Operations come again and again, parsed once; so do most variables. */
function rememberedCost(operation: OperationDefinitionNode, variables: object, tell: () => number): number {
  const costs = remembered.get(operation) ?? new LRUCache({ max: MOST_REMEMBERED });
  remembered.set(operation, costs);
  const key = JSON.stringify(variables);
  const cost = costs.get(key) ?? tell();
  costs.set(key, cost);
  return cost;
}

/** Infinity for an operation with so many fields, fragments unfolded, that counting them would itself be work. */
function costOf(operation: Omit<Parameters<typeof getComplexity>[0], 'estimators'>): number {
  try {
    return getComplexity({ ...operation, estimators: [estimate] });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('maximum allowed number of nodes')) return Infinity;
    throw error;
  }
}

function describe(cost: number): string {
  return Number.isFinite(cost) ? `up to ${cost}` : 'more fields than can be counted';
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
