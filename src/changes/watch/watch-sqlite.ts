import sql from 'sql-template-tag';
import { run } from '../../store/sql';
import type { Store } from '../../store/store';
import type { Listener, Watch } from './watch';

/** How often SQLite is asked whether anything was committed, in milliseconds. The answer comes out of shared memory. */
const POLL = 250;

/** SQLite tells nobody of a commit, but a number changes with those of all other connections, in any process. */
export function watchSqlite({ reader, presence }: Store, { onCommit, onError, onReplaced }: Listener): Watch {
  const { generation } = presence;
  let seen: number | undefined;
  let isFailing = false;
  const poll = async (): Promise<void> => {
    if (presence.generation !== generation) return onReplaced();
    try {
      presence.check();
      const [row] = await run<{ data_version: number }>(reader, sql`pragma data_version`);
      isFailing = false;
      if (row?.data_version === seen) return;
      seen = row?.data_version;
      onCommit(0);
    } catch (error) {
      if (!isFailing) onError(error);
      isFailing = true;
    }
  };
  const timer = setInterval(poll, POLL);
  return { close: () => clearInterval(timer) };
}
