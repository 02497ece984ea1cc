import { createClient as createStreamClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** A subscriber with a connection of its own. */
export interface Subscriber {
  /** Resolves when the server has taken the subscription, as far as that can be told from here. */
  taken: Promise<void>;
  leave(): Promise<void>;
}

const QUERY = 'subscription { digestImported { digest { slug papers(first: 3) { nodes { title } } } } }';

interface Listener {
  onEvent(): void;
  onFailure(): void;
}

/** Subscribes to imports over WebSocket. */
export function socketSubscriber(url: string, { onEvent, onFailure }: Listener): Subscriber {
  let isLeaving = false;
  let socket: WebSocket | undefined;
  const client: Client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        socket = this;
      }
    },
    retryAttempts: 0,
    lazy: true,
  });
  const taken = new Promise<void>((resolve) => client.on('connected', () => resolve()));
  const fail = (): void => {
    if (!isLeaving) onFailure();
  };
  client.subscribe({ query: QUERY }, { next: onEvent, error: fail, complete: fail });
  return {
    taken,
    leave: async () => {
      isLeaving = true;
      const closed = new Promise<void>((resolve) => (socket ? socket.once('close', () => resolve()) : resolve()));
      // One that could not even be opened rejects; that was counted.
      await Promise.resolve(client.dispose()).catch(() => undefined);
      await closed;
    },
  };
}

/** Subscribes to imports by server-sent events. */
export function streamSubscriber(url: string, { onEvent, onFailure }: Listener): Subscriber {
  let isLeaving = false;
  let isTaken: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => {
    isTaken = resolve;
  });
  const client = createStreamClient({
    url,
    retryAttempts: 0,
    // A connection for each, as each reader has one; the answer's head comes when the subscription stands.
    fetchFn: async (input: string, init?: RequestInit) => {
      const response = await fetch(input, init);
      isTaken();
      return response;
    },
  });
  const fail = (): void => {
    if (!isLeaving) onFailure();
  };
  client.subscribe({ query: QUERY }, { next: onEvent, error: fail, complete: fail });
  return {
    taken,
    leave: async () => {
      isLeaving = true;
      client.dispose();
    },
  };
}
