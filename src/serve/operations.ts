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
  type ValidationRule,
  validate,
} from 'graphql';
import type { Config } from '../config';
import { SubscriberTooSlow } from '../store/changes/event-queue';
import { Work } from '../store/reading/work';
import { asksForCost, type Call, type CreateContext, callOf, type Sender, type ServedContext } from './call';
import { checkCost } from './cost/check-cost';
import { tellCost } from './cost/tell-cost';
import { executeOperation } from './execute-operation';
import type { ErrorFormatter } from './format-error';
import { Gate } from './gate';
import { mapEvents } from './map-events';
import type { Quota } from './quota/quota';
import type { RememberedDocuments } from './remembered-documents';
import type { Observer } from './telemetry/observer';
import { validationLimits } from './validation-limits';

/** Events answered at once, of all subscriptions together: so they leave connections to the database for queries. */
const EVENTS_AT_ONCE = 8;

/** What a client sends over a socket or as a stream. */
export interface OperationParams {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** An operation that passed every limit. */
export type PreparedOperation = ExecutionArgs & {
  operation: OperationDefinitionNode;
  /** The variables, coerced. */
  coerced: Record<string, unknown>;
  contextValue: ServedContext;
};

/** What operations are checked and answered with. */
export interface OperationParts {
  schema: GraphQLSchema;
  createContext: CreateContext;
  quota: Quota;
  observer: Observer;
  documents: RememberedDocuments;
  formatError: ErrorFormatter;
}

/** The results of a subscription, one for each event. */
export type Results = AsyncIterableIterator<ExecutionResult, undefined>;

/** What the parts of Apollo Server do for HTTP, for the transports that it does not know: the same limits and errors. */
export class Operations {
  private readonly gate = new Gate(EVENTS_AT_ONCE);
  private readonly rules: readonly ValidationRule[];
  private subscriptions = 0;

  constructor(
    private readonly parts: OperationParts,
    private readonly config: Config,
  ) {
    this.rules = [...specifiedRules, ...validationLimits(config)];
  }

  /** How many subscriptions are open. */
  get open(): number {
    return this.subscriptions;
  }

  /** Parses and checks; gives the errors of an operation that is refused. */
  prepare(params: OperationParams, sender: Sender): PreparedOperation | GraphQLError[] {
    const call = callOf(sender, new Work(this.config.limits.operationMs));
    const checked = this.check(params, call);
    if (Array.isArray(checked)) this.parts.observer.answered(call, checked);
    return checked;
  }

  /** Answers a query. */
  async execute({ coerced, ...prepared }: PreparedOperation): Promise<ExecutionResult> {
    const { limits } = this.config;
    const { call } = prepared.contextValue;
    const { data, errors } = await executeOperation({ ...prepared, variableValues: coerced }, limits.answerBytes);
    this.parts.observer.answered(call, errors);
    return { ...(errors && { errors }), data: data as ExecutionResult['data'], ...tellCost(call, limits.cost) };
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
    const { call } = prepared.contextValue;
    const onEvent = async (rootValue: unknown): Promise<ExecutionResult> => {
      const work = new Work(this.config.limits.operationMs);
      // While it waited for its turn the subscription may have ended.
      if (isOver) work.leave();
      answering = work;
      return this.execute({ ...prepared, rootValue, contextValue: this.parts.createContext({ ...call, work }) });
    };
    try {
      const source = await createSourceEventStream(prepared);
      if (!(Symbol.asyncIterator in source)) {
        onEnd();
        return source;
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
  formatResult({ errors, ...result }: ExecutionResult, id?: string): FormattedExecutionResult {
    return { ...(errors && { errors: this.formatErrors(errors, id) }), ...result };
  }

  /**
   * Errors as clients may see them.
   *
   * @param id that of the request
   */
  formatErrors(errors: readonly GraphQLError[], id?: string): GraphQLFormattedError[] {
    return errors.map((error) => this.parts.formatError(error.toJSON(), error, id));
  }

  private check(params: OperationParams, call: Call): PreparedOperation | GraphQLError[] {
    try {
      return this.checkParams(params, call);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  private checkParams(
    { query, operationName, variables, extensions }: OperationParams,
    call: Call,
  ): PreparedOperation | GraphQLError[] {
    const { schema } = this.parts;
    const known = this.parts.documents.find(query);
    const document = known ?? this.parse(query);
    const invalid = known ? [] : validate(schema, document, this.rules);
    if (invalid.length > 0) return invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    this.parts.documents.remember(query, document);
    const operation = getOperationAST(document, operationName);
    if (!operation || !schema.getRootType(operation.operation)) {
      const named = operationName ? `the operation ${JSON.stringify(operationName)}` : 'one operation, or its name';
      throw new GraphQLError(`Operation: expected ${named}, a query or a subscription`, {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      });
    }
    call.operation = operation.name?.value ?? null;
    call.tellsCost = asksForCost(extensions);
    const given = variables ?? {};
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    if (errors) return errors.map((error) => withCode(error, 'BAD_USER_INPUT'));
    const cost = checkCost({ schema, document, operation, variables: coerced }, this.config.limits.cost);
    this.parts.quota.expect(call.client, cost);
    call.estimatedCost = cost;
    return {
      schema,
      document,
      operationName,
      operation,
      variableValues: given,
      coerced,
      contextValue: this.parts.createContext(call),
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
  const originalError = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof SubscriberTooSlow ? 'SUBSCRIBER_TOO_SLOW' : 'INTERNAL_SERVER_ERROR';
  return new GraphQLError(originalError.message, { originalError, extensions: { code } });
}
