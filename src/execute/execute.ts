import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { JsonText } from './json-text';
import { JsonWriter } from './json-writer';
import { planOf } from './plan-of';
import { resolveLevels } from './resolve-levels';

/** A valid operation, and what to execute it with. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Coerced, as `getVariableValues` of graphql-js gives them. */
  variableValues: Record<string, unknown>;
  contextValue: unknown;
  rootValue?: unknown;
}

/** The answer to an operation. */
export interface Result {
  /** Null where nothing could be answered. */
  data: JsonText | null;
  errors?: readonly GraphQLError[];
}

/**
 * Executes a query, or a subscription for one event, by the rules of the GraphQL specification, and gives the data as JSON
 * text. graphql-js makes a promise and an object for each object of the answer; this resolves each field for all objects
 * of a level at once, and writes the answer when everything is there. A resolver cannot tell the difference, except that
 * `info.path` is not known.
 */
export async function execute({ schema, document, operation, ...given }: Operation): Promise<Result> {
  const plan = planOf(schema, document, operation, given.variableValues);
  const root = await resolveLevels({ plan, rootValue: undefined, ...given });
  const writer = new JsonWriter();
  const text = writer.object(root);
  return {
    data: text === undefined ? null : new JsonText(text),
    ...(writer.errors.length > 0 && { errors: writer.errors }),
  };
}
