import sql from 'sql-template-tag';
import { type Db, run } from '../sql';
import type { Listener, Watch } from './watch';

/** How often SQLite is asked whether anything was committed, in milliseconds. The answer comes out of shared memory. */
const POLL = 250;

/** SQLite tells nobody of a commit, but a number changes with those of all other connections, in any process. */
export function watchSqlite(db: Db, { onCommit, onError }: Listener): Watch {
  let seen: number | undefined;
  const poll = async (): Promise<void> => {
    try {
      const [row] = await run<{ data_version: number }>(db, sql`pragma data_version`);
      if (row?.data_version === seen) return;
      seen = row?.data_version;
      onCommit(0);
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(poll, POLL);
  return { close: () => clearInterval(timer) };
}
