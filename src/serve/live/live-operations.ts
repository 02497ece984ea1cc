import { setTimeout as sleep } from 'node:timers/promises';
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
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { SubscriberTooSlow } from '../../changes/watch/event-queue';
import type { Config } from '../../config';
import { Work } from '../../store/reading/work';
import type { Admission } from '../admit/admission';
import { checkParams, type RequestParams } from '../admit/check-params';
import { withCode } from '../admit/with-code';
import { asksForCost, type Call, type CreateContext, callOf, type Sender, type ServedContext } from '../call';
import { tellCost } from '../cost/tell-cost';
import { type Executor, refusalAmong, toRefusal } from '../operations/execute-operation';
import type { ErrorFormatter } from '../operations/format-error';
import { Gate } from '../operations/gate';
import type { RememberedDocuments } from '../operations/remembered-documents';
import type { Observer } from '../telemetry/observer';
import { mapEvents } from './map-events';

/** Events answered at once, of all subscriptions together: so they leave connections to the database for queries. */
const EVENTS_AT_ONCE = 8;

/** How long an event waits for its client's quota before it is looked again, at most, in milliseconds. */
const LOOK_AGAIN = 1_000;

/** What a client sends over a socket or as a stream. */
export type OperationParams = RequestParams & { query: string };

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
  admission: Admission;
  executor: Executor;
  observer: Observer;
  documents: RememberedDocuments;
  formatError: ErrorFormatter;
}

/** The results of a subscription, one for each event. */
export type Results = AsyncIterableIterator<ExecutionResult, undefined>;

/** What the parts of Apollo Server do for HTTP, for the transports that it does not know: the same limits and errors. */
export class LiveOperations {
  private readonly gate = new Gate(EVENTS_AT_ONCE);
  private subscriptions = 0;

  constructor(
    private readonly parts: OperationParts,
    private readonly config: Config,
  ) {}

  /** How many subscriptions are open. */
  get open(): number {
    return this.subscriptions;
  }

  /** Parses and checks; gives the errors of an operation that is refused. */
  prepare(params: OperationParams, sender: Sender): PreparedOperation | readonly GraphQLError[] {
    const call = callOf(sender, new Work(this.config.limits.operationMs));
    const checked = this.check(params, call);
    if (isRefused(checked)) this.parts.observer.answered(call, checked);
    return checked;
  }

  /** Answers a query. */
  async execute({ coerced, ...prepared }: PreparedOperation): Promise<ExecutionResult> {
    const { limits } = this.config;
    const { call } = prepared.contextValue;
    const { data, errors } = await this.parts.executor.execute({ ...prepared, variableValues: coerced });
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
        const refusal = refusalAmong(source.errors);
        return refusal ? { errors: [refusal] } : source;
      }
      return mapEvents(source[Symbol.asyncIterator](), {
        onEvent: async (rootValue) => {
          await this.withinQuota(call, () => isOver);
          return this.gate.pass(() => onEvent(rootValue));
        },
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

  /** Waits until the client's quota has room for an event. */
  private async withinQuota(call: Call, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const wait = this.parts.admission.chargeEvent(call);
      if (wait === 0) return;
      await sleep(Math.min(wait, LOOK_AGAIN), undefined, { ref: false });
    }
  }

  private check(params: OperationParams, call: Call): PreparedOperation | readonly GraphQLError[] {
    try {
      return this.admit(params, call);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  private admit(params: OperationParams, call: Call): PreparedOperation | readonly GraphQLError[] {
    const { schema, admission, documents, createContext } = this.parts;
    checkParams(params, this.config.limits);
    const { query, operationName, variables, extensions } = params;
    const document = documents.find(query) ?? parseText(query);
    const invalid = admission.validate(document);
    if (invalid.length > 0) return invalid;
    documents.remember(query, document);
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
    const { errors, coerced } = admission.admit({ document, operation, variables: given }, call);
    if (errors) return errors;
    return {
      schema,
      document,
      operationName,
      operation,
      variableValues: given,
      coerced,
      contextValue: createContext(call),
    };
  }
}

function parseText(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** Whether an operation was refused: then this is why. */
export function isRefused(prepared: PreparedOperation | readonly GraphQLError[]): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared);
}

/** The error of a client that asks for more at once than one may have. */
export function tooMany(expected: string): GraphQLError {
  return new GraphQLError(`Subscriptions: expected ${expected}, got more`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
  });
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
