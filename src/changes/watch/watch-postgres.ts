import type pg from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { isPooled, settle } from '../../store/engine/pooler';
import type { Store } from '../../store/store';
import { CHANNEL } from '../../store/write/announce';
import type { Listener, Watch } from './watch';

/** How long to wait before the connection is made again: at first and at most, in milliseconds. */
const WAIT = { first: 100, most: 5_000 } as const;

/** How long the connection may take to be made, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** What is committed while nothing could be heard is found by looking: so often, in milliseconds. */
const POLL = 5_000;

/** The same through a pooler, which passes no notifications on. */
const POLL_POOLED = 500;

/**
 * Listens on a connection of its own to the server that is written to; a replica passes no notifications on. A lost
 * connection is made again, and what was committed meanwhile is looked for. Through a pooler it is only looked, more often.
 */
export function watchPostgres({ writer }: Store, databaseUrl: string, { onCommit, onError }: Listener): Watch {
  // The one that TypeORM has loaded: on SQLite nobody loads it.
  const { Client } = (writer.driver as PostgresDriver).postgres as typeof pg;
  let client: pg.Client | undefined;
  let isClosed = false;
  let wait: number = WAIT.first;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new Client({
      connectionString: databaseUrl,
      application_name: 'offprint listener',
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      keepAlive: true,
    });
    client = next;
    next.on('notification', ({ payload }) => onCommit(Number(payload) || 0));
    // A connection that is lost says so twice, by an error and by its end.
    next.on('error', (error) => !isClosed && onError(error));
    next.on('end', again);
    try {
      await next.connect();
      await settle(next);
      if (isPooled(next)) return lookOnly(next);
      await next.query(`listen ${CHANNEL}`);
      wait = WAIT.first;
      onCommit(0);
    } catch (error) {
      if (!isClosed) onError(error);
      await next.end().catch(() => undefined);
      again();
    }
  };

  const again = (): void => {
    if (isClosed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      void connect();
    }, wait);
    wait = Math.min(wait * 2, WAIT.most);
  };

  const lookOnly = async (connection: pg.Client): Promise<void> => {
    connection.off('end', again);
    await connection.end().catch(() => undefined);
    if (isClosed) return;
    clearInterval(poll);
    poll = setInterval(() => onCommit(0), POLL_POOLED);
    onCommit(0);
  };

  let poll = setInterval(() => onCommit(0), POLL);
  void connect();
  return {
    close: () => {
      isClosed = true;
      clearTimeout(retry);
      clearInterval(poll);
      client?.end().catch(() => undefined);
    },
  };
}
