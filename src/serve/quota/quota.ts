import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Clients that are remembered; who was not heard of for longest is forgotten first, and has the whole quota again. */
const MOST_CLIENTS = 100_000;

/** In seconds. */
const WINDOW = 60;

/** What every request costs, and each byte of it, in tenths of a millisecond: it is read, and looked for in memory. */
const REQUEST = 1;
const BYTE = 1 / 1_000;

/** What a request costs before anything is known of its operation, in tenths of a millisecond. */
export function requestCost({ headers }: IncomingMessage): number {
  return REQUEST + (Number(headers['content-length']) || 0) * BYTE;
}

/** What a client has left. */
interface Account {
  left: number;
  /** When that was so, in milliseconds. */
  at: number;
}

/**
 * What each client may cost in a minute, in tenths of a millisecond of processor time: as much as that at once, and what was
 * spent comes back evenly (a token bucket). With several workers each keeps its own accounts.
 */
export class Quota {
  private readonly accounts = new LRUCache<string, Account>({ max: MOST_CLIENTS });

  /** @param perMinute null for no limit */
  constructor(private readonly perMinute: number | null) {}

  /** Takes a cost from what the client has left, if there is that much. */
  take(client: string, cost: number): boolean {
    if (this.perMinute === null) return true;
    const account = this.accountOf(client, this.perMinute);
    if (account.left < cost) return false;
    account.left -= cost;
    return true;
  }

  /** Takes a cost, or says in how many milliseconds there may be enough for it; 0 when it was taken. */
  takeOrWait(client: string, cost: number): number {
    return this.take(client, cost) ? 0 : this.stateOf(client, cost).retryAfter * 1_000;
  }

  /** @throws QUOTA_EXCEEDED when the client has less than that left */
  expect(client: string, cost: number): void {
    if (!this.take(client, cost)) throw this.refusal(client, cost);
  }

  /** What is said to who has less left than something costs. */
  refusal(client: string, cost: number): GraphQLError {
    const { left, retryAfter } = this.stateOf(client, cost);
    return new GraphQLError(
      `Quota: expected a cost of at most ${left}, which is what is left of ${this.perMinute} a minute, got ${Math.ceil(cost)}; try again in ${retryAfter} s`,
      {
        extensions: {
          code: 'QUOTA_EXCEEDED',
          limit: this.perMinute,
          remaining: left,
          actual: Math.ceil(cost),
          retryAfter,
          http: { status: 429, headers: new Map([['retry-after', String(retryAfter)]]) },
        },
      },
    );
  }

  /** The headers of draft-ietf-httpapi-ratelimit-headers-10, for any answer to a client; none where there is no limit. */
  headersFor(client: string): Record<string, string> {
    if (this.perMinute === null) return {};
    const { left, full } = this.stateOf(client, 0);
    return {
      'ratelimit-policy': `"cost";q=${this.perMinute};w=${WINDOW}`,
      ratelimit: `"cost";r=${left};t=${full}`,
    };
  }

  /** @returns what is left, and in how many seconds there is enough for a cost, and all of it again */
  private stateOf(client: string, cost: number): { left: number; retryAfter: number; full: number } {
    const most = this.perMinute ?? 0;
    const { left } = this.accountOf(client, most);
    const secondsFor = (missing: number): number => Math.ceil((Math.max(missing, 0) / most) * WINDOW);
    return { left: Math.floor(left), retryAfter: Math.max(1, secondsFor(cost - left)), full: secondsFor(most - left) };
  }

  private accountOf(client: string, most: number): Account {
    const now = performance.now();
    const account = this.accounts.get(client) ?? { left: most, at: now };
    account.left = Math.min(most, account.left + ((now - account.at) / 1000 / WINDOW) * most);
    account.at = now;
    this.accounts.set(client, account);
    return account;
  }
}
