import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { planOf } from '../../src/execute/plan/plan-of';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../../src/resolve/relay/page-args';
import { buildSchema } from '../../src/resolve/schema';
import { estimateCost } from '../../src/serve/cost/estimate-cost';

const schema = buildSchema();

/** What an operation without variables is estimated to cost, in tenths of a millisecond. */
export function estimate(query: string): number {
  const document = parse(query);
  const plan = planOf(schema, document, getOperationAST(document) as OperationDefinitionNode, {});
  return estimateCost(plan, {}, { usual: DEFAULT_PAGE, most: LARGEST_PAGE });
}
