import { Failure } from './failure';

/** Whether a value is still to come. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}

/** What a promise gives, or its failure. */
export async function settle(value: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await value;
  } catch (error) {
    return new Failure(error);
  }
}
