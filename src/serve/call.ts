import type { Context } from '../resolve/context';
import type { Work } from '../store/reading/work';

/** Who sent an operation, and how. */
export interface Sender {
  /** The id of its request, or of the operation on a socket: answers and log lines have it. */
  id: string;
  /** Whose quota it counts against. */
  client: string;
  transport: 'http' | 'websocket' | 'event-stream';
}

/** One operation as it was sent, and what is known of it so far. */
export interface Call extends Sender {
  /** What is done for it, and since when. */
  work: Work;
  /** What the client calls it; null as long as that is not known, and where it has no name. */
  operation: string | null;
  /** As estimated, in tenths of a millisecond of processor time; null as long as it has not passed every limit. */
  estimatedCost: number | null;
  /** Whether its answer is to say what it cost. */
  tellsCost: boolean;
}

/** What resolvers share, and what the server knows of the operation. */
export interface ServedContext extends Context {
  call: Call;
}

/** Makes the context of one operation, or of one event of a subscription. */
export type CreateContext = (call: Call) => ServedContext;

/** An operation of which only its sender is known. */
export function callOf(sender: Sender, work: Work): Call {
  return { ...sender, work, operation: null, estimatedCost: null, tellsCost: false };
}

/** Whether the `extensions` of a request ask for the cost: `{"cost": true}`. */
export function asksForCost(extensions: unknown): boolean {
  return typeof extensions === 'object' && extensions !== null && 'cost' in extensions && extensions.cost === true;
}
