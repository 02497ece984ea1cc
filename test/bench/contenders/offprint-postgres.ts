import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../folders';
import type { Contender } from './contender';
import { startOffprint, toContender } from './offprint';

const NAME = 'Offprint on PostgreSQL';

/** Offprint on the PostgreSQL server that PostGraphile has, in a database of its own that Offprint's `copy` fills. */
export const offprintPostgres: Contender = {
  name: NAME,
  start: async ({ database, postgres }) => {
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
    return toContender(NAME, await startOffprint(url, 'off'), [server.pid]);
  },
};
