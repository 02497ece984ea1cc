import removeSqliteTemplate from './sqlite-teardown';

/** Stops the server that `postgres-setup.ts` started, if it did. */
export default async function tearDown(): Promise<void> {
  removeSqliteTemplate();
  await (globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer?.();
}
