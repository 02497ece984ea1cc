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
import { asksForCost, type ServedContext } from './call';
import { checkCost } from './cost/check-cost';
import { tellCost } from './cost/tell-cost';
import { executeOperation } from './execute-operation';
import type { ErrorFormatter } from './format-error';
import type { Quota } from './quota/quota';

/** Has operations executed by the execute stage, in the place of graphql-js, when they do not cost too much. */
export function executing(
  limits: Limits,
  quota: Quota,
  formatError: ErrorFormatter,
): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart() {
      /** Undefined where the variables do not fit the operation: graphql-js is left to say why. */
      let variableValues: Record<string, unknown> | undefined;
      return {
        async didResolveOperation({ schema, document, request, operation, contextValue: { call } }) {
          if (!operation) return;
          const { variables = {}, extensions } = request;
          call.operation = operation.name?.value ?? null;
          call.tellsCost = asksForCost(extensions);
          checkKind(schema, operation);
          variableValues = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced;
          if (!variableValues) return;
          const cost = checkCost({ schema, document, operation, variables: variableValues }, limits.cost);
          quota.expect(call.client, cost);
          call.estimatedCost = cost;
        },

        async responseForOperation({ schema, document, operation, contextValue }) {
          if (!operation || !variableValues) return null;
          const accepted = { schema, document, operation, variableValues, contextValue };
          const { data, errors } = await executeOperation(accepted, limits.answerBytes);
          const singleResult = {
            data: data as FormattedExecutionResult['data'],
            ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error, contextValue.call.id)) }),
            ...tellCost(contextValue.call, limits.cost),
          };
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
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
  const { extensions } = others;
  const head = errors ? `"errors":${JSON.stringify(errors)},` : '';
  const tail = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  return `{${head}"data":${text}${tail}}\n`;
}
