import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Holding } from './templates';

/** Where the setup of the PostgreSQL tests leaves the address of the server. */
export const SERVER_VARIABLE = 'OFFPRINT_TEST_POSTGRES';
/** Where it leaves what the server is, for the report. */
export const VERSION_VARIABLE = 'OFFPRINT_TEST_POSTGRES_VERSION';
/** The databases that those of the tests are copied from. */
export const TEMPLATES = { vocabulary: 'offprint_test_vocabulary', digest: 'offprint_test_digest' };

/** A database of its own: a copy of a template, or empty. */
export async function createPostgresDatabase(holding: Holding) {
  const name = `offprint_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name}${holding === 'nothing' ? '' : ` template ${TEMPLATES[holding]}`}`);
  return {
    url: urlOf(name),
    drop: async () => {
      await asAdmin(`drop database if exists ${name} with (force)`);
    },
  };
}

/** The address of a database of the test server. */
export function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on the server itself. */
export async function asAdmin<Row>(statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env[SERVER_VARIABLE];
  if (!url) throw new Error('No PostgreSQL server: run this test in the project `postgres` of jest.config.js');
  return url;
}
