import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../folders';
import type { Contender } from './contender';
import { offprint } from './offprint';
import { offprintPostgres } from './offprint-postgres';
import { limit, mercurius, mercuriusPostgres, staticBytes, yoga } from './peers';
import { postgraphile } from './postgraphile';

/** The command that fills a database of PostgreSQL for Offprint. */
const COPY_COMMAND = join(ROOT, 'src', 'commands', 'copy.ts');

/** Every contender, under the name that `--only` takes; the limit comes first, since the others are measured by it. */
export const contenders: Record<string, Contender> = {
  limit,
  offprint: offprint('off'),
  ...(existsSync(COPY_COMMAND) && { 'offprint-postgres': offprintPostgres }),
  mercurius,
  'mercurius-postgres': mercuriusPostgres,
  yoga,
  postgraphile,
  static: staticBytes,
};
