import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../support/cli';
import { digestText } from '../../support/digest-text';
import { type LogLine, startMain } from '../../support/main';

/** Offprint as one starts it in an empty folder: with the shipped digest. */
export interface Offprint {
  /** Where its GraphQL is. */
  url: string;
  /** What it logged so far. */
  logged: readonly LogLine[];
  /** The address of its database. */
  databaseUrl: string;
  /** Imports a digest of one paper by the command line, as an operator does. */
  importPaper(day: string, title: string, abstract: string): Promise<void>;
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
    logged: main.logged,
    databaseUrl,
    importPaper: async (day, title, abstract) => {
      const file = join(folder, `${day}.txt`);
      writeFileSync(file, digestText(null, [[title, abstract]]));
      const { code, output } = await runCommand(['seed', file], { DATABASE_URL: databaseUrl });
      if (code !== 0) throw new Error(`seed: expected exit code 0, got ${code}: ${output}`);
    },
    stop: async () => {
      main.process.kill();
      await main.ended;
      rmSync(folder, { recursive: true });
    },
  };
}
