import { type GraphQLArgument, GraphQLError, getArgumentValues, getNamedType, isInputObjectType, print } from 'graphql';
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
  return forCaller(() => {
    try {
      return getArgumentValues(definition, nodes[0], variables);
    } catch (error) {
      throw (error instanceof GraphQLError && ofOneOf(error, definition.args, nodes[0])) || error;
    }
  });
}

/** In the place of an error about an argument of which one field is given and no other: one that names the fields. */
function ofOneOf(
  error: GraphQLError,
  args: readonly GraphQLArgument[],
  field: FieldPlan['nodes'][0],
): GraphQLError | null {
  const [value] = error.nodes ?? [];
  const name = field.arguments?.find((argument) => argument.value === value)?.name.value;
  const type = getNamedType(args.find((argument) => argument.name === name)?.type);
  if (!value || !isInputObjectType(type) || !type.isOneOf) return null;
  const expected = `exactly one of ${Object.keys(type.getFields()).join(', ')}, and that not null`;
  return new GraphQLError(`${name}: expected ${expected}, got ${print(value)}`, {
    nodes: error.nodes,
    extensions: { argument: name },
  });
}
