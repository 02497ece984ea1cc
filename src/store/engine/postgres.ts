import type { ClientBase, Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { Problem } from '../../problem';
import type { Role } from '../data-source';
import { lookUpValues } from './postgres-text';
import type { Rendered } from './render';

/** Connections that one process holds at most, of each role. */
const POOL = { writer: 4, reader: 16 } as const;

/**
 * How long a connection may take to be made or to be free, in milliseconds. For those who read it is less than operations may
 * take: so they say what is the matter.
 */
const CONNECT_TIMEOUT = { writer: 10_000, reader: 5_000 } as const;

/** How long a server may take to end what it is told to end, in milliseconds: then nothing comes through to it any more. */
const END_TIMEOUT = 2_000;

/** How long a question may take, in milliseconds: longer than any that the limits let through. */
const READ_TIMEOUT = 30_000;

/**
 * The connections to a PostgreSQL server.
 *
 * @param databaseUrl `postgres://user:password@host:port/database`, with `?sslmode=…` for TLS
 * @throws Error when it is no such URL
 */
export function postgresOptions(databaseUrl: string, role: Role): PostgresDataSourceOptions {
  if (!/^postgres(ql)?:\/\/./.test(databaseUrl)) {
    throw new Problem(`DATABASE_URL: expected sqlite:FILE or postgres://…, got ${JSON.stringify(databaseUrl)}`);
  }
  return {
    type: 'postgres',
    url: databaseUrl,
    applicationName: `offprint ${role}`,
    parseInt8: true,
    installExtensions: false,
    poolSize: POOL[role],
    connectTimeoutMS: CONNECT_TIMEOUT[role],
    ...(role === 'reader' && {
      extra: { statement_timeout: READ_TIMEOUT, options: '-c default_transaction_read_only=on' },
    }),
  };
}

/**
 * Runs a statement on the driver itself: on the connection of the transaction under way, or on any. There it stays
 * prepared, since to plan a page takes longer than to read it.
 */
export async function runOnPostgres(
  { dataSource, queryRunner }: Pick<EntityManager, 'dataSource' | 'queryRunner'>,
  { text, values }: Rendered,
): Promise<unknown[]> {
  const connection: ClientBase | Pool = queryRunner
    ? await queryRunner.connect()
    : (dataSource.driver as PostgresDriver).master;
  return (await connection.query({ name: queryRunner ? undefined : nameOf(text), text, values })).rows;
}

/** Takes a connection of the pool for some work. */
export async function holding<Done>(pool: Pool, work: (connection: PoolClient) => Promise<Done>): Promise<Done> {
  const connection = await pool.connect();
  // One that breaks tells what it runs, and then everybody; the pool listens only to those that nobody holds.
  connection.on('error', unheard);
  try {
    return await work(connection);
  } finally {
    connection.off('error', unheard);
    connection.release();
  }
}

function unheard(): void {}

/** Runs a statement that looks something up on a connection that the caller holds; there it stays prepared. */
export async function runOnConnection(connection: ClientBase, { text, values }: Rendered): Promise<unknown[]> {
  return (await connection.query({ name: nameOf(text), text, values: lookUpValues(values) })).rows;
}

/**
 * Has the server end what it runs on a connection; what it ran fails with an error there. A connection on which it does not
 * end is closed: it would be waited for in vain, and be missing among those of the pool.
 *
 * @param running what it runs
 * @returns when it has ended, and nothing ends what is run there next
 */
export async function endOn(pool: Pool, connection: ClientBase, running: Promise<unknown>): Promise<void> {
  await Promise.allSettled([orClose(connection, running), cancelOn(pool, connection)]);
}

async function cancelOn(pool: Pool, connection: ClientBase): Promise<void> {
  const { processID } = connection as ClientBase & { processID: number };
  await holding(pool, (other) => orClose(other, other.query('select pg_cancel_backend($1)', [processID])));
}

async function orClose(connection: ClientBase, running: Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => close(connection), END_TIMEOUT);
  await running.finally(() => clearTimeout(timer));
}

/** Closes a connection at once, whatever runs on it; the pool throws away what is closing. */
export function close(connection: ClientBase): void {
  (connection as ClientBase & { end(): Promise<void> }).end().catch(() => undefined);
}

/** Statements that are kept prepared, and how long each may be: more than are asked for often, fewer than a client could think of filters. */
const MOST_PREPARED = 500;
const LONGEST_PREPARED = 8_000;

const names = new Map<string, string>();

/** The name of a prepared statement, the same on all connections; none for one that is not kept. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED || text.length > LONGEST_PREPARED) return known;
  const name = `offprint ${names.size}`;
  names.set(text, name);
  return name;
}
