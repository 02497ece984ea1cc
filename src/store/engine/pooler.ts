import type { ClientBase } from 'pg';

/** Settings of a connection, by their names. */
export type Settings = Readonly<Record<string, string | number>>;

/** Connections to a pooler. */
const pooled = new WeakSet<ClientBase>();

/**
 * Gives a new connection settings that hold as long as it does, or finds that there is a pooler behind it, such as PgBouncer.
 * Many clients share the connections of a pooler, for a transaction each: what one of them sets, prepares, locks or listens
 * to beyond its transaction meets others. It is known by the process that it speaks for: another one than it first said.
 */
export async function settle(connection: ClientBase, settings: Settings = {}): Promise<void> {
  const given = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false), `);
  const { rows } = await connection.query(`select ${given.join('')}1 as one where pg_backend_pid() = $1`, [
    processOf(connection),
  ]);
  if (rows.length === 0) pooled.add(connection);
}

/** Whether nothing holds on a connection beyond a transaction. */
export function isPooled(connection: ClientBase): boolean {
  return pooled.has(connection);
}

/** The process of the server that a connection said at its beginning that it leads to. */
export function processOf(connection: ClientBase): number {
  return (connection as ClientBase & { processID: number }).processID;
}
