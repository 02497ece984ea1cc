import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openStore } from '../../../src/store/store';
import { contents, wrongCounters } from '../../support/contents';
import { ROOT } from '../folders';
import { stopOnExit } from '../processes/stop-on-exit';

/** An import under way. */
export interface Import {
  kill(): void;
  /** The digests that it reported as added until it ended. */
  reported: Promise<string[]>;
}

/** Imports files by the built command line; files that are written are not longer than the limit, if there is one, in bytes. */
export function startImport(url: string, files: readonly string[], limit?: number): Import {
  const program = [process.execPath, join(ROOT, 'dist', 'cli.js'), 'seed', ...files];
  const command = limit ? ['sh', '-c', `ulimit -f ${Math.ceil(limit / 512)}; exec "$@"`, 'sh', ...program] : program;
  const child = spawn(command[0] as string, command.slice(1), {
    env: { ...process.env, DATABASE_URL: url, LOCK_WAIT_MS: '600000' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  stopOnExit(child);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return {
    kill: () => child.kill('SIGKILL'),
    reported: new Promise((resolve) =>
      child.once('close', () => resolve([...output.matchAll(/^(\S+): added/gm)].map(([, slug]) => slug as string))),
    ),
  };
}

/** What a database holds: its digests, everything by public keys as text, and counters that are wrong. */
export async function inspect(url: string): Promise<{ digests: Set<string>; all: string; wrong: number }> {
  const store = await openStore({ databaseUrl: url });
  try {
    const rows: { slug: string }[] = await store.reader.query('select slug from digest');
    return {
      digests: new Set(rows.map(({ slug }) => slug)),
      all: JSON.stringify(await contents(store)),
      wrong: (await wrongCounters(store)).length,
    };
  } finally {
    await store.close();
  }
}
