import { GraphQLError } from 'graphql';
import type { Limits } from '../../config';
import { AnswerTooLarge } from '../../execute/answer-too-large';
import { execute, type Operation, type Result } from '../../execute/execute';
import { DatabaseUnavailable } from '../../store/database-problem';
import { letOthersRun } from '../../store/reading/let-others-run';
import { WorkStopped } from '../../store/reading/work';
import type { ServedContext } from '../call';
import { Gate } from './gate';

/** The code of an operation that may be asked again when the database is back. */
export const DATABASE_UNAVAILABLE = 'DATABASE_UNAVAILABLE';

/** The code of an operation that may be asked again when others are done. */
export const SERVER_BUSY = 'SERVER_BUSY';

/**
 * Operations that are estimated to cost more than this, in tenths of a millisecond, are dear, and so many of them are
 * executed at once: each takes its turns at the event loop and at the database, so that with more of them all others wait
 * longer, and none of them is done sooner. The benchmark's part `fairness` has three of them under way all the time.
 */
const DEAR = 1_000;
const DEAR_AT_ONCE = 2;

/** An operation that passed every limit. */
export interface AcceptedOperation extends Omit<Operation, 'pause' | 'mostCharacters'> {
  contextValue: ServedContext;
}

/**
 * Executes the operations of a server: so many at once, since each takes memory, and further ones are refused. Dear ones
 * follow one another.
 */
export class Executor {
  private count = 0;
  private readonly dearOnes = new Gate(DEAR_AT_ONCE);

  constructor(private readonly limits: Pick<Limits, 'answerBytes' | 'operations'>) {}

  /** How many are under way. */
  get underWay(): number {
    return this.count;
  }

  async execute(operation: AcceptedOperation): Promise<Result> {
    const { operations, answerBytes } = this.limits;
    if (this.count >= operations) return { data: null, errors: [busy(operations)] };
    this.count += 1;
    try {
      const { work, estimatedCost } = operation.contextValue.call;
      const execution = () => executeOperation(operation, answerBytes);
      if (estimatedCost === null || estimatedCost <= DEAR) return await execution();
      return await work.unlessStopped(this.dearOnes.pass(execution, estimatedCost));
    } catch (error) {
      return refused(error);
    } finally {
      this.count -= 1;
    }
  }
}

/**
 * Executes an operation as far as it may go on: one that takes too long is ended, and has one error in the place of an
 * answer; so has one whose answer would be too long, or for which the database is not there.
 *
 * @param mostCharacters how long the answer may be
 */
async function executeOperation(operation: AcceptedOperation, mostCharacters: number): Promise<Result> {
  const { db } = operation.contextValue;
  try {
    const result = await execute({ ...operation, pause: () => letOthersRun(db), mostCharacters });
    // What was still to be read has failed, all of it for the same reason.
    const refusal = refusalAmong(result.errors);
    return refusal ? { data: null, errors: [refusal] } : result;
  } catch (error) {
    return refused(error);
  }
}

/** @throws what nobody expects */
function refused(error: unknown): Result {
  const refusal = toRefusal(error);
  if (!refusal) throw error;
  return { data: null, errors: [refusal] };
}

/** The error that is to stand in the place of all others, and of an answer, if there is one. */
export function refusalAmong(errors: readonly GraphQLError[] = []): GraphQLError | null {
  for (const { originalError } of errors) {
    const refusal = originalError && toRefusal(originalError);
    if (refusal) return refusal;
  }
  return null;
}

/** What a client is told in the place of an answer; null of an error that nobody expects. */
export function toRefusal(error: unknown): GraphQLError | null {
  if (error instanceof WorkStopped) {
    return new GraphQLError(error.message, { extensions: { code: 'OPERATION_TIMED_OUT', limit: error.limitMs } });
  }
  if (error instanceof AnswerTooLarge) {
    return new GraphQLError(error.message, { extensions: { code: 'ANSWER_TOO_LARGE', limit: error.most } });
  }
  return error instanceof DatabaseUnavailable ? unavailable(error) : null;
}

function busy(limit: number): GraphQLError {
  const message = `Server: expected at most ${limit} operations at once, got more; ask again in a second`;
  return new GraphQLError(message, { extensions: { code: SERVER_BUSY, limit } });
}

/** Says that the database is not there, and nothing else of what happened to it. */
function unavailable(originalError: DatabaseUnavailable): GraphQLError {
  return new GraphQLError('Database: expected an answer, got none; ask again in a while', {
    originalError,
    extensions: { code: DATABASE_UNAVAILABLE },
  });
}
