import { OPEN_CODES } from '../../src/serve/operations/format-error';
import type { Asking, Outcome } from './asking';
import type { HostileRequest } from './hostile-requests';

/** What a socket is closed with when a client breaks the protocol, or sends more than a message may have. */
const CLOSED_FOR_CAUSE: readonly number[] = [4400, 1009];

/** What stands in no message that is meant for a client. */
const INSIDE =
  /call stack|node_modules|\.[jt]s:\d|SQLITE_|no such (?:table|column)|error at or near|invalid byte sequence|is not a function|of undefined/;

/** A request that was answered, and what came of it. */
export interface Answered {
  request: HostileRequest;
  /** The codes of its errors, each once; of a closed socket what it was closed with. */
  codes: string[];
  /** How long it took, in milliseconds. */
  ms: number;
  /** What is wrong with the answer; null when it is one that anybody may get. */
  problem: string | null;
}

/**
 * Sends a request, and judges what comes: an answer in time, each error with a code that clients may have to do with, and
 * nothing of the inside of the server.
 *
 * @param mostMs how long an answer may take
 */
export async function answer(asking: Asking, request: HostileRequest, mostMs: number): Promise<Answered> {
  const started = performance.now();
  try {
    const outcome = await asking.ask(request.transport, request.body);
    const ms = performance.now() - started;
    const late = ms > mostMs ? `an answer after ${ms.toFixed(0)} ms` : null;
    return { request, codes: codesOf(outcome), ms, problem: problemOf(request, outcome) ?? late };
  } catch (error) {
    const { message, cause } = error as Error;
    return { request, codes: [], ms: performance.now() - started, problem: `no answer: ${message} ${cause ?? ''}` };
  }
}

function codesOf({ status, errors }: Outcome): string[] {
  if (CLOSED_FOR_CAUSE.includes(status)) return [`closed ${status}`];
  return [...new Set(errors?.map(({ extensions }) => String(extensions?.code)))];
}

function problemOf({ transport, body }: HostileRequest, outcome: Outcome): string | null {
  const { status, data, errors } = outcome;
  const text = outcome.text.slice(0, 1_000);
  const wrong = codesOf(outcome).find((code) => !OPEN_CODES.has(code) && !code.startsWith('closed'));
  if (wrong !== undefined) return `code ${wrong}: ${text}`;
  if (errors?.some(({ message }) => INSIDE.test(message))) return `a message from inside: ${text}`;
  if (errors?.length || data !== undefined) return status < 500 ? null : `status ${status}: ${text}`;
  if (CLOSED_FOR_CAUSE.includes(status)) return null;
  const isSubscription = ['event stream', 'WebSocket'].includes(transport) && body.includes('subscription');
  return isSubscription && status === 200 ? null : `neither data nor errors: ${status} ${text}`;
}

/** A request that was not answered well, whole. */
export function describeAnswer({ request: { seed, transport, body }, problem }: Answered): string {
  return `seed ${seed}, ${transport}: ${problem}\n${body}`;
}
