import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Config } from '../config';
import type { Context, CreateContext } from '../resolve/context';
import { SubscriberTooSlow } from '../store/changes/event-queue';
import { Work } from '../store/reading/work';
import { checkCost } from './cost/check-cost';
import { executeOperation, refusalAmong, toRefusal } from './execute-operation';
import type { ErrorFormatter } from './format-error';
import { Gate } from './gate';
import { mapEvents } from './map-events';
import { validationLimits } from './validation-limits';

/** Events answered at once, of all subscriptions together: so they leave connections to the database for queries. */
const EVENTS_AT_ONCE = 8;

/** What a client sends over a socket or as a stream. */
export interface OperationParams {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** An operation that passed every limit. */
export type PreparedOperation = ExecutionArgs & {
  operation: OperationDefinitionNode;
  /** The variables, coerced. */
  coerced: Record<string, unknown>;
  contextValue: Context;
};

/** The results of a subscription, one for each event. */
export type Results = AsyncIterableIterator<ExecutionResult, undefined>;

/** What the parts of Apollo Server do for HTTP, for the transports that it does not know: the same limits and errors. */
export class Operations {
  private readonly gate = new Gate(EVENTS_AT_ONCE);
  private subscriptions = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly config: Config,
    private readonly createContext: CreateContext,
    private readonly formatError: ErrorFormatter,
  ) {}

  /** Parses and checks; gives the errors of an operation that is refused. */
  prepare(params: OperationParams): PreparedOperation | GraphQLError[] {
    try {
      return this.check(params);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** Answers a query. */
  async execute({ coerced, ...prepared }: PreparedOperation): Promise<ExecutionResult> {
    const { data, errors } = await executeOperation(
      { ...prepared, variableValues: coerced },
      this.config.limits.answerBytes,
    );
    return { ...(errors && { errors }), data: data as ExecutionResult['data'] };
  }

  /** Starts a subscription; its place among those of the process is free again when the results end. */
  async subscribe(prepared: PreparedOperation): Promise<ExecutionResult | Results> {
    if (this.subscriptions >= this.config.limits.subscriptions) {
      return { errors: [tooMany(`at most ${this.config.limits.subscriptions} at once on this server`)] };
    }
    this.subscriptions += 1;
    let isOver = false;
    let answering: Work | null = null;
    const onEnd = (): void => {
      this.subscriptions -= 1;
      isOver = true;
      answering?.leave();
    };
    const onEvent = async (rootValue: unknown): Promise<ExecutionResult> => {
      const work = new Work(this.config.limits.operationMs);
      // While it waited for its turn the subscription may have ended.
      if (isOver) work.leave();
      answering = work;
      return this.execute({ ...prepared, rootValue, contextValue: this.createContext(work) });
    };
    try {
      const source = await createSourceEventStream(prepared);
      if (!(Symbol.asyncIterator in source)) {
        onEnd();
        const refusal = refusalAmong(source.errors);
        return refusal ? { errors: [refusal] } : source;
      }
      return mapEvents(source[Symbol.asyncIterator](), {
        onEvent: (rootValue) => this.gate.pass(() => onEvent(rootValue)),
        onError: toGraphQLError,
        onEnd,
      });
    } catch (error) {
      onEnd();
      throw error;
    }
  }

  /** A result as clients may see it. */
  formatResult({ errors, ...result }: ExecutionResult): FormattedExecutionResult {
    return { ...(errors && { errors: this.formatErrors(errors) }), ...result };
  }

  /** Errors as clients may see them. */
  formatErrors(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    return errors.map((error) => this.formatError(error.toJSON(), error));
  }

  private check({ query, operationName, variables }: OperationParams): PreparedOperation | GraphQLError[] {
    const { schema } = this;
    const document = this.parse(query);
    const invalid = validate(schema, document, [...specifiedRules, ...validationLimits(this.config)]);
    if (invalid.length > 0) return invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (!operation || !schema.getRootType(operation.operation)) {
      const named = operationName ? `the operation ${JSON.stringify(operationName)}` : 'one operation, or its name';
      throw new GraphQLError(`Operation: expected ${named}, a query or a subscription`, {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      });
    }
    const given = variables ?? {};
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    if (errors) return errors.map((error) => withCode(error, 'BAD_USER_INPUT'));
    checkCost({ schema, document, operation, variables: coerced }, this.config.limits.cost);
    return {
      schema,
      document,
      operationName,
      operation,
      variableValues: given,
      coerced,
      contextValue: this.createContext(new Work(this.config.limits.operationMs)),
    };
  }

  private parse(query: string): DocumentNode {
    try {
      return parse(query, { maxTokens: this.config.limits.tokens });
    } catch (error) {
      throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
    }
  }
}

/** The error of a client that asks for more at once than one may have. */
export function tooMany(expected: string): GraphQLError {
  return new GraphQLError(`Subscriptions: expected ${expected}, got more`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
  });
}

function withCode({ message, nodes, source, positions, extensions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}

/** What broke off a subscription, as an error with a code. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const refusal = toRefusal(error);
  if (refusal) return refusal;
  const originalError = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof SubscriberTooSlow ? 'SUBSCRIBER_TOO_SLOW' : 'INTERNAL_SERVER_ERROR';
  return new GraphQLError(originalError.message, { originalError, extensions: { code } });
}
