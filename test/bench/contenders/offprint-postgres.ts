import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../folders';
import type { Contender, Stage } from './contender';
import { startOffprint, toContender } from './offprint';

const NAME = 'Offprint on PostgreSQL';

/** Offprint on the PostgreSQL server that PostGraphile has, in a database of its own that Offprint's `copy` fills. */
export const offprintPostgres: Contender = {
  name: NAME,
  start: async (stage) => {
    const { url, pid } = await postgresOf(stage);
    return toContender(NAME, await startOffprint(url, 'off'), [pid]);
  },
};

/** The database of Offprint on PostgreSQL, filled the first time, and the process of the server. */
export async function postgresOf({ database, postgres }: Stage): Promise<{ url: string; pid: number }> {
  const server = await postgres();
  const url = server.urlOf('offprint');
  const filled = join(database.folder, 'offprint-on-postgres');
  if (!existsSync(filled)) {
    const arguments_ = ['copy', '--from', `sqlite:${database.file}`, '--to', url];
    execFileSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...arguments_], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(filled, '');
  }
  return { url, pid: server.pid };
}
