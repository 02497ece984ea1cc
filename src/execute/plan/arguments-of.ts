import { getArgumentValues } from 'graphql';
import { forCaller } from '../for-caller';
import type { FieldPlan } from './plan';

const NONE: Record<string, unknown> = {};

/**
 * The arguments of a field, coerced.
 *
 * @throws GraphQLError with code BAD_USER_INPUT where a variable is null and may not be: that is not seen before
 */
export function argumentsOf(
  { definition, nodes }: Pick<FieldPlan, 'definition' | 'nodes'>,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  if (definition.args.length === 0) return NONE;
  return forCaller(() => getArgumentValues(definition, nodes[0], variables));
}
