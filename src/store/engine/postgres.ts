import type { ClientBase, Pool, PoolClient, QueryArrayConfig, QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { Problem } from '../../problem';
import { isPooled, processOf, settle } from './pooler';
import { lookUpValues } from './postgres-text';
import type { Rendered } from './render';
import type { Role } from './role';
import type { Rows } from './rows';

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

/** What connections are set to: not as they are made, which a pooler refuses. */
const SETTINGS = {
  writer: {},
  reader: { statement_timeout: READ_TIMEOUT, default_transaction_read_only: 'on' },
} as const;

/** What a pooled connection reads in, which says what process runs it. */
const BEGIN_READING = `begin read only; set local statement_timeout = ${READ_TIMEOUT}; select pg_backend_pid() as process`;

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
    extra: {
      onConnect: (connection: ClientBase) =>
        orClose(connection, settle(connection, SETTINGS[role]), CONNECT_TIMEOUT[role]),
    },
  };
}

/**
 * Runs a statement on the driver itself: on the connection of the transaction under way, or on any. There it stays
 * prepared, since to plan a page takes longer than to read it.
 */
export async function runOnPostgres(
  { dataSource, queryRunner }: Pick<EntityManager, 'dataSource' | 'queryRunner'>,
  { text, values }: Rendered,
): Promise<Rows> {
  if (queryRunner) return query(await queryRunner.connect(), { text, values });
  const pool: Pool = (dataSource.driver as PostgresDriver).master;
  return holding(pool, async (connection) => {
    try {
      return await read(connection, { text, values });
    } finally {
      await endReading(connection);
    }
  });
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

/**
 * Runs a statement that looks something up on a connection that the caller holds; there it stays prepared. Through a pooler
 * it is run in a transaction, which `endReading` ends.
 */
export function runOnConnection(connection: ClientBase, { text, values }: Rendered): Promise<Rows> {
  return read(connection, { text, values: lookUpValues(values) });
}

async function read(connection: ClientBase, { text, values }: Rendered): Promise<Rows> {
  if (!isPooled(connection)) return query(connection, { name: nameOf(text), text, values });
  const results = (await connection.query(BEGIN_READING)) as unknown as QueryResult<{ process: number }>[];
  processes.set(connection, results.at(-1)?.rows[0]?.process);
  return query(connection, { text, values });
}

async function query(connection: ClientBase, statement: Omit<QueryArrayConfig, 'rowMode'>): Promise<Rows> {
  const { fields, rows } = await connection.query({ ...statement, rowMode: 'array' });
  return { names: fields.map(({ name }) => name), rows };
}

/** To be called when what was run on a connection has ended, and nothing is to end it any more. */
export async function endReading(connection: ClientBase): Promise<void> {
  if (!isPooled(connection)) return;
  processes.delete(connection);
  // One that breaks is thrown away.
  await orClose(connection, connection.query('rollback')).catch(() => undefined);
}

/** Which process of the server runs the transaction of a pooled connection. */
const processes = new WeakMap<ClientBase, number | undefined>();

/**
 * A connection to end by what the others run, made when it is first needed. It is none of theirs: who has all of them, and
 * is to be ended, would wait for one of them.
 */
export function endingPool(pool: Pool): Pool {
  const { options } = pool;
  // The password is not among what is listed there.
  const password = options.password === undefined ? {} : { password: options.password };
  const ending: Pool = Reflect.construct(pool.constructor, [{ ...options, ...password, max: 1 }]);
  // One that breaks while nobody holds it is made again.
  ending.on('error', unheard);
  return ending;
}

/**
 * Has the server end what it runs on a connection; what it ran fails with an error there. A connection on which it does not
 * end is closed: it would be waited for in vain, and be missing among those of the pool.
 *
 * @param running what it runs
 * @returns when it has ended, and nothing ends what is run there next
 */
export async function endOn(ending: Pool, connection: ClientBase, running: Promise<unknown>): Promise<void> {
  await Promise.allSettled([orClose(connection, running), cancelOn(ending, connection)]);
}

async function cancelOn(ending: Pool, connection: ClientBase): Promise<void> {
  const process = isPooled(connection) ? processes.get(connection) : processOf(connection);
  if (process === undefined) return;
  await holding(ending, (other) => orClose(other, other.query('select pg_cancel_backend($1)', [process])));
}

async function orClose(connection: ClientBase, running: Promise<unknown>, most = END_TIMEOUT): Promise<void> {
  const timer = setTimeout(() => close(connection), most);
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
