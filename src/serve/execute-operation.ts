import { GraphQLError } from 'graphql';
import { AnswerTooLarge } from '../execute/answer-too-large';
import { execute, type Operation, type Result } from '../execute/execute';
import { letOthersRun } from '../store/reading/let-others-run';
import { WorkStopped } from '../store/reading/work';
import type { ServedContext } from './call';

/** An operation that passed every limit. */
export interface AcceptedOperation extends Omit<Operation, 'pause' | 'mostCharacters'> {
  contextValue: ServedContext;
}

/**
 * Executes an operation as far as it may go on: one that takes too long is ended, and has one error in the place of an
 * answer; so has one whose answer would be too long.
 *
 * @param mostCharacters how long the answer may be
 */
export async function executeOperation(operation: AcceptedOperation, mostCharacters: number): Promise<Result> {
  const { db } = operation.contextValue;
  try {
    const result = await execute({ ...operation, pause: () => letOthersRun(db), mostCharacters });
    // What was still to be read when it was stopped has failed, all of it for the same reason.
    if (result.errors?.some(({ originalError }) => originalError instanceof WorkStopped)) db.work.check();
    return result;
  } catch (error) {
    return { data: null, errors: [toRefusal(error)] };
  }
}

/** @throws what is no refusal */
function toRefusal(error: unknown): GraphQLError {
  if (error instanceof WorkStopped) {
    return new GraphQLError(error.message, { extensions: { code: 'OPERATION_TIMED_OUT', limit: error.limitMs } });
  }
  if (error instanceof AnswerTooLarge) {
    return new GraphQLError(error.message, { extensions: { code: 'ANSWER_TOO_LARGE', limit: error.most } });
  }
  throw error;
}
