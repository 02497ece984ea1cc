import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMain } from '../../support/main';

/** Offprint as one starts it in an empty folder: with the shipped digest. */
export interface Offprint {
  /** Where its GraphQL is. */
  url: string;
  /** The address of its database. */
  databaseUrl: string;
  stop(): Promise<void>;
}

/** @param env settings beyond the defaults */
export async function startOffprint(env: Record<string, string> = {}): Promise<Offprint> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-clients-'));
  const databaseUrl = `sqlite:${join(folder, 'offprint.sqlite')}`;
  const main = startMain({ DATABASE_URL: databaseUrl, DRAIN_MS: '0', ...env });
  const { msg } = await main.line(/ready at /);
  return {
    url: msg.slice(msg.indexOf('http')),
    databaseUrl,
    stop: async () => {
      main.process.kill();
      await main.ended;
      rmSync(folder, { recursive: true });
    },
  };
}
