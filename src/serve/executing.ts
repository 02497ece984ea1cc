import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../config';
import { JsonText } from '../execute/json-text';
import type { Context } from '../resolve/context';
import { checkCost } from './cost/check-cost';
import { DATABASE_UNAVAILABLE, executeOperation } from './execute-operation';
import type { ErrorFormatter } from './format-error';

/** When to ask again: in a second, since nobody knows. */
const RETRY_AFTER: [string, string] = ['retry-after', '1'];

/** Has operations executed by the execute stage, in the place of graphql-js, when they do not cost too much. */
export function executing(limits: Limits, formatError: ErrorFormatter): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      /** Undefined where the variables do not fit the operation: graphql-js is left to say why. */
      let variableValues: Record<string, unknown> | undefined;
      return {
        async didResolveOperation({ schema, document, request: { variables = {} }, operation }) {
          if (!operation) return;
          checkKind(schema, operation);
          variableValues = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced;
          if (variableValues) checkCost({ schema, document, operation, variables: variableValues }, limits.cost);
        },

        async responseForOperation({ schema, document, operation, contextValue }) {
          if (!operation || !variableValues) return null;
          const accepted = { schema, document, operation, variableValues, contextValue };
          const { data, errors } = await executeOperation(accepted, limits.answerBytes);
          const singleResult = {
            data: data as FormattedExecutionResult['data'],
            ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
          };
          const isUnavailable = errors?.[0]?.extensions.code === DATABASE_UNAVAILABLE;
          const http = isUnavailable
            ? { status: 503, headers: new HeaderMap([RETRY_AFTER]) }
            : { headers: new HeaderMap() };
          return { http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

/** Refuses an operation that is not answered by plain HTTP. */
function checkKind(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (operation === 'query') return;
  const reason = schema.getRootType(operation)
    ? 'send it to this address over WebSocket (protocol graphql-transport-ws), or with the header `Accept: text/event-stream`'
    : 'this API has none';
  throw new GraphQLError(`Operation: expected a query, got a ${operation}; ${reason}`, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}

/** A result as it goes over the wire; data that is written already is not written again. */
export function stringifyResult({ data, errors, ...others }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof JsonText)) return `${JSON.stringify({ errors, data, ...others })}\n`;
  const { text } = data as unknown as JsonText;
  return errors ? `{"errors":${JSON.stringify(errors)},"data":${text}}\n` : `{"data":${text}}\n`;
}
