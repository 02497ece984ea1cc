import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { Lane } from '../../../src/store/reading/lane';
import { Work, WorkStopped } from '../../../src/store/reading/work';
import { type Db, dear, run } from '../../../src/store/sql';
import { engine, openSeededStore, type TestStore } from '../../support/store';
import { until } from '../../support/until';

let store: TestStore;

beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const PATIENT = 60_000;

/** A statement that takes about so many milliseconds on a machine like any; the rest of it is counting. */
function long(db: Db, steps: number): Promise<unknown> {
  return run(
    db,
    sql`with recursive step (n) as (select 1 union all select n + 1 from step where n < ${steps}) select count(*) as n from step`,
  );
}

/** Statements that PostgreSQL is at, beside this one. */
async function countRunning(): Promise<number> {
  const rows = await run<{ n: number }>(
    store.reader,
    sql`select count(*) as n from pg_stat_activity
        where datname = current_database() and state = 'active' and query like 'with recursive step%'`,
  );
  return Number(rows[0]?.n);
}

describe('what one operation reads by', () => {
  it('gives the same rows for statements that take long as for others', async () => {
    const db = store.read(new Work(PATIENT));
    const slugs = sql`select slug, abstract, first_seen_on as "firstSeenOn" from paper order by id`;
    expect(await run(dear(db), slugs)).toEqual(await run(store.reader, slugs));
    await expect(run(dear(db), sql`select nothing from paper`)).rejects.toThrow(/nothing/);
  });

  it('answers short statements while long ones run', async () => {
    const done: string[] = [];
    const slow = long(dear(store.read(new Work(PATIENT))), 3_000_000).then(() => done.push('long'));
    await run(store.read(new Work(PATIENT)), sql`select version from corpus`).then(() => done.push('short'));
    await slow;
    expect(done).toEqual(['short', 'long']);
  });

  it('is stopped when its time is over, also in the middle of a statement', async () => {
    const work = new Work(50);
    await expect(long(dear(store.read(work)), 30_000_000)).rejects.toThrow(WorkStopped);
    expect(work.stopReason).toBe('LATE');
    await expect(run(store.read(work), sql`select version from corpus`)).rejects.toThrow(
      'expected an answer within 50 ms',
    );
  });

  it('is late from the moment that it is stopped for it, however the timer and the clock agree', async () => {
    for (let turn = 0; turn < 60; turn++) {
      const work = new Work(2 + turn / 60);
      await expect(work.unlessStopped(new Promise(() => undefined))).rejects.toMatchObject({ reason: 'LATE' });
      expect(() => work.check()).toThrow(WorkStopped);
    }
  });

  it('is stopped when its client goes', async () => {
    const work = new Work(PATIENT);
    const reading = long(dear(store.read(work)), 30_000_000);
    work.leave();
    await expect(reading).rejects.toThrow('its client has gone');
  });

  it('answers others at once when one is stopped that had all the connections there are', async () => {
    const work = new Work(PATIENT);
    // Not expected to take long, so that each takes a connection.
    const steps = engine === 'postgres' ? 9_999_999 : 1_000;
    const reading = Array.from({ length: 40 }, () => long(store.read(work), steps));
    const ended = Promise.allSettled(reading);
    await sleep(200);
    work.leave();
    const left = performance.now();
    await run(store.read(new Work(PATIENT)), sql`select version from corpus`);
    await ended;
    // Sooner than the connections are closed on which nothing ends.
    if (engine === 'postgres') await until(countRunning, (running) => running === 0);
    expect(performance.now() - left).toBeLessThan(1_500);
  });

  it('goes on for others when one was stopped', async () => {
    expect(await run(dear(store.read(new Work(PATIENT))), sql`select count(*) as n from digest`)).toHaveLength(1);
  });

  it(engine === 'sqlite' ? 'cannot write' : 'cannot write either', async () => {
    await expect(run(dear(store.read(new Work(PATIENT))), sql`update corpus set version = 7`)).rejects.toThrow(
      /readonly|read-only/,
    );
  });
});

describe('a lane', () => {
  it('lets the operation go first that has had least of the time', async () => {
    const lane = new Lane(2);
    const order: string[] = [];
    const pass = (name: string, spentMs: number) => {
      const work = new Work(PATIENT);
      work.account({ text: '', values: [] }, spentMs);
      return lane.pass(work, async () => {
        await sleep(1);
        order.push(name);
      });
    };
    await Promise.all([pass('first', 0), pass('dear', 500), pass('second', 0), pass('cheap', 1), pass('new', 0)]);
    expect(order).toEqual(['first', 'second', 'new', 'cheap', 'dear']);
  });

  it('keeps a place for those that have had little', async () => {
    const lane = new Lane(2);
    const dearWork = () => {
      const work = new Work(PATIENT);
      work.account({ text: '', values: [] }, 500);
      return work;
    };
    let finish: () => void = () => undefined;
    const long = [dearWork(), dearWork()].map((work) =>
      lane.pass(
        work,
        () =>
          new Promise<void>((resolve) => {
            finish = resolve;
          }),
      ),
    );
    expect(await lane.pass(new Work(PATIENT), async () => 'at once')).toBe('at once');
    expect(lane.queued).toBe(1);
    finish();
    await long[0];
    finish();
    await long[1];
  });

  it('does not give all places to what one operation asks for at once', async () => {
    const lane = new Lane(6);
    const dearWork = new Work(PATIENT);
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const asked = Array.from({ length: 9 }, () => lane.pass(dearWork, () => finished));
    expect(lane.queued).toBe(5);
    for (const name of ['at once', 'as well']) expect(await lane.pass(new Work(PATIENT), async () => name)).toBe(name);
    finish();
    await Promise.all(asked);
    expect(lane.queued).toBe(0);
  });

  it('skips who was stopped while waiting, and goes on when one fails', async () => {
    const lane = new Lane(2);
    const stopped = new Work(PATIENT);
    const breaking = async () => {
      await sleep(1);
      throw new Error('broken');
    };
    const outcomes = Promise.allSettled([
      lane.pass(new Work(PATIENT), breaking),
      lane.pass(new Work(PATIENT), breaking),
      lane.pass(stopped, async () => 'never'),
      lane.pass(new Work(PATIENT), async () => 'done'),
    ]);
    stopped.leave();
    const [failed, , skipped, done] = await outcomes;
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'broken' } });
    expect(skipped).toMatchObject({ status: 'rejected', reason: expect.any(WorkStopped) });
    expect(done).toMatchObject({ value: 'done' });
    expect(lane.queued).toBe(0);
  });
});
