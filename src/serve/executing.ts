import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Limits } from '../config';
import { JsonText } from '../execute/json-text';
import type { Context } from '../resolve/context';
import type { Admission, Admitted } from './admit/admission';
import { executeOperation } from './execute-operation';
import type { ErrorFormatter } from './format-error';

/**
 * Has operations checked and executed as those of other transports are, in the place of graphql-js.
 *
 * @param admission what decides whether an operation is executed
 */
export function executing(
  admission: Admission,
  limits: Limits,
  formatError: ErrorFormatter,
): ApolloServerPlugin<Context> {
  const toFormatted = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error.toJSON(), error));
  return {
    async requestDidStart() {
      let admitted: Admitted | undefined;
      return {
        async didResolveOperation({ schema, document, request: { variables = {} }, operation }) {
          const errors = admission.validate(document);
          if (errors.length > 0) admitted = { errors };
          else if (operation) {
            checkKind(schema, operation);
            admitted = admission.admit({ document, operation, variables });
          }
        },

        async responseForOperation({ schema, document, operation, contextValue }) {
          // Apollo Server says that there is no such operation.
          if (!admitted) return null;
          const headers = new HeaderMap();
          if (!admitted.coerced) {
            const singleResult = { errors: toFormatted(admitted.errors) };
            return { http: { status: 400, headers }, body: { kind: 'single', singleResult } };
          }
          const accepted = {
            schema,
            document,
            operation: operation as OperationDefinitionNode,
            variableValues: admitted.coerced,
            contextValue,
          };
          const { data, errors } = await executeOperation(accepted, limits.answerBytes);
          const singleResult = {
            data: data as FormattedExecutionResult['data'],
            ...(errors && { errors: toFormatted(errors) }),
          };
          return { http: { headers }, body: { kind: 'single', singleResult } };
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
