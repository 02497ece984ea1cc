import removeRunFolder from './sqlite-teardown';

/** Stops the server that `postgres-setup.ts` started, if it did. */
export default async function tearDown(): Promise<void> {
  removeRunFolder();
  await (globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer?.();
}
