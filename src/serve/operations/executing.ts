import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Limits } from '../../config';
import { JsonText } from '../../text/json-text';
import type { Admission, Admitted } from '../admit/admission';
import { asksForCost, type ServedContext } from '../call';
import { tellCost } from '../cost/tell-cost';
import { DATABASE_UNAVAILABLE, type Executor, SERVER_BUSY } from './execute-operation';
import type { ErrorFormatter } from './format-error';

/** Operations that may be asked again as they are. */
const FOR_LATER = new Set([DATABASE_UNAVAILABLE, SERVER_BUSY]);

/** When to ask again: in a second, since nobody knows. */
const RETRY_AFTER: [string, string] = ['retry-after', '1'];

/**
 * Has operations checked and executed as those of other transports are, in the place of graphql-js.
 *
 * @param admission what decides whether an operation is executed
 */
export function executing(
  admission: Admission,
  executor: Executor,
  limits: Limits,
  formatError: ErrorFormatter,
): ApolloServerPlugin<ServedContext> {
  const toFormatted = (errors: readonly GraphQLError[], id: string) =>
    errors.map((error) => formatError(error.toJSON(), error, id));
  return {
    async requestDidStart() {
      let admitted: Admitted | undefined;
      return {
        async didResolveOperation({ schema, document, request, operation, contextValue: { call } }) {
          const { variables = {}, extensions } = request;
          const errors = admission.validate(document);
          if (errors.length > 0) admitted = { errors };
          else if (operation) {
            call.operation = operation.name?.value ?? null;
            call.tellsCost = asksForCost(extensions);
            checkKind(schema, operation);
            admitted = admission.admit({ document, operation, variables }, call);
          }
        },

        async responseForOperation({ schema, document, operation, contextValue }) {
          // Apollo Server says that there is no such operation.
          if (!admitted) return null;
          if (!admitted.coerced) {
            const { errors } = admitted;
            const singleResult = { errors: toFormatted(errors, contextValue.call.id) };
            return { http: headOf(errors), body: { kind: 'single', singleResult } };
          }
          const accepted = {
            schema,
            document,
            operation: operation as OperationDefinitionNode,
            variableValues: admitted.coerced,
            contextValue,
          };
          const { data, errors } = await executor.execute(accepted);
          const singleResult = {
            data: data as FormattedExecutionResult['data'],
            ...(errors && { errors: toFormatted(errors, contextValue.call.id) }),
            ...tellCost(contextValue.call, limits.cost),
          };
          const isForLater = FOR_LATER.has(String(errors?.[0]?.extensions.code));
          const http = isForLater
            ? { status: 503, headers: new HeaderMap([RETRY_AFTER]) }
            : { headers: new HeaderMap() };
          return { http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

/** The status of a refused operation, and the headers that its error asks for. */
function headOf([error]: readonly GraphQLError[]): { status: number; headers: HeaderMap } {
  const { status = 400, headers = [] } = (error?.extensions.http ?? {}) as {
    status?: number;
    headers?: Iterable<[string, string]>;
  };
  return { status, headers: new HeaderMap(headers) };
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
