import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Plan } from '../../execute/plan/plan';
import { planOf } from '../../execute/plan/plan-of';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../../resolve/relay/page-args';
import { estimateCost } from './estimate-cost';
import { shapeOfVariables } from './shape-of-variables';

/** An operation that is about to be executed. */
export interface CostedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Coerced. */
  variables: Record<string, unknown>;
}

/**
 * Refuses an operation that is estimated to cost more than it may; of a subscription that is the cost of one event.
 *
 * @param most in tenths of a millisecond of processor time
 * @returns what it is estimated to cost
 * @throws QUERY_TOO_COSTLY that says what it would cost
 */
export function checkCost({ schema, document, operation, variables }: CostedOperation, most: number): number {
  const cost = rememberedCost(planOf(schema, document, operation, variables), variables);
  if (cost <= most) return cost;
  throw new GraphQLError(
    `Query cost: expected at most ${most} tenths of a millisecond, got ${describe(cost)}. Ask for smaller pages or fewer levels.`,
    {
      extensions: { code: 'QUERY_TOO_COSTLY', limit: most, ...(Number.isFinite(cost) && { actual: Math.ceil(cost) }) },
    },
  );
}

/** Memory for costs, in characters of what they are remembered under, and of how little one entry takes at least. */
const MOST_REMEMBERED = 4_000_000;
const ENTRY = 200;

const remembered = new LRUCache<string, number>({
  maxSize: MOST_REMEMBERED,
  sizeCalculation: (_, key) => key.length + ENTRY,
});

/** How many costs are remembered, how much memory they take, in characters, and at most. */
export function costMemory(): { entries: number; size: number; most: number } {
  return { entries: remembered.size, size: remembered.calculatedSize, most: MOST_REMEMBERED };
}

/** Plans come again and again; so do variables, but for their texts. */
function rememberedCost(plan: Plan, variables: Record<string, unknown>): number {
  const tell = (): number => estimateCost(plan, variables, { usual: DEFAULT_PAGE, most: LARGEST_PAGE });
  const shape = shapeOfVariables(variables);
  if (shape === null) return tell();
  const key = `${numberOf(plan)} ${shape}`;
  const cost = remembered.get(key) ?? tell();
  remembered.set(key, cost);
  return cost;
}

const numbers = new WeakMap<Plan, number>();
let plans = 0;

function numberOf(plan: Plan): number {
  const number = numbers.get(plan) ?? ++plans;
  numbers.set(plan, number);
  return number;
}

function describe(cost: number): string {
  return Number.isFinite(cost) ? `about ${Math.ceil(cost)}` : 'more fields than can be counted';
}
