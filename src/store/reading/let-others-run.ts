import type { Db } from '../sql';

/** Whoever works, for an operation or for none. */
type Working = Pick<Db, 'work'>;

interface Waiting {
  db: Working;
  goOn(): void;
}

const waiting: Waiting[] = [];

/**
 * Lets the process answer others before work goes on: statements on SQLite follow one another without a pause, however
 * many there are. Of all who wait one goes on in each turn of the event loop, the one that has had least of the
 * database's time: what is put off together would otherwise be done together.
 *
 * @throws WorkStopped when the operation is not to go on
 */
export async function letOthersRun(db: Working): Promise<void> {
  await new Promise<void>((goOn) => {
    waiting.push({ db, goOn });
    if (waiting.length === 1) setImmediate(takeTurn);
  });
  db.work?.check();
}

function takeTurn(): void {
  let first = 0;
  waiting.forEach(({ db }, index) => {
    if (spentBy(db) < spentBy((waiting[first] as Waiting).db)) first = index;
  });
  const [next] = waiting.splice(first, 1);
  if (waiting.length > 0) setImmediate(takeTurn);
  next?.goOn();
}

function spentBy({ work }: Working): number {
  return work?.spentMs ?? 0;
}
