import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { JsonText } from '../text/json-text';
import { writeJson } from './json/write-json';
import { resolveLevels } from './levels/resolve-levels';
import { planOf } from './plan/plan-of';

/** A valid operation, and what to execute it with. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Coerced, as `getVariableValues` of graphql-js gives them. */
  variableValues: Record<string, unknown>;
  contextValue: unknown;
  rootValue?: unknown;
  /** Lets others have their turn, where much is done for one operation. What it throws ends the execution. */
  pause(): Promise<void>;
  /** How long the answer may be. */
  mostCharacters: number;
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
 *
 * @throws AnswerTooLarge, and what `pause` throws
 */
export async function execute({
  schema,
  document,
  operation,
  mostCharacters,
  pause,
  ...given
}: Operation): Promise<Result> {
  const plan = planOf(schema, document, operation, given.variableValues);
  const levels = await resolveLevels({ plan, rootValue: undefined, pause, ...given });
  const { text, notes } = await writeJson(levels, pause, mostCharacters);
  return {
    data: text === undefined ? null : new JsonText(text),
    ...(notes && { errors: notes.map(({ reason, field, path }) => locatedError(reason, field.nodes, path)) }),
  };
}
