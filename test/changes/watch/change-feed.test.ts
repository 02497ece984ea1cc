import { setTimeout as sleep } from 'node:timers/promises';
import { isInFrontOf, type LogPlace } from '../../../src/changes/log/read-changes';
import { ChangeFeed } from '../../../src/changes/watch/change-feed';
import { MOST_WAITING } from '../../../src/changes/watch/event-queue';
import { changesOccurred, papersAdded } from '../../../src/changes/watch/interests';
import { watchOf } from '../../../src/changes/watch/watch-of';
import { importFile } from '../../../src/import/import-file';
import { SHIPPED_DIGEST } from '../../../src/seeds';
import { abstractWith, digestText } from '../../support/digest-text';
import { openStore, openUpToDate, type TestStore } from '../../support/store';

const START: LogPlace = { version: 0, position: -1 };
const everything = changesOccurred({ actions: null, types: null });

let store: TestStore;
let feed: ChangeFeed;
let errors: unknown[];
beforeEach(async () => {
  store = await openStore();
  errors = [];
  feed = new ChangeFeed(store, watchOf(store, store.databaseUrl), (error) => errors.push(error));
});
afterEach(async () => {
  feed.close();
  await store.close();
  expect(errors).toEqual([]);
});

const page = (day: number, from: number, to: number) =>
  digestText(
    `Jan ${day}`,
    Array.from({ length: to - from }, (_, index) => [`Paper Number ${index + from}`, abstractWith('')] as const),
  );
const log = async (): Promise<LogPlace[]> =>
  (await store.writer.query('select version, position from change order by version, position')).map(
    ({ version, position }: LogPlace) => ({ version, position }),
  );

/** Hears of changes behind a place until told to stop; goes away now and then, and comes back behind what it has. */
function client(after: LogPlace, { staysFor, pause }: { staysFor: number; pause: number }) {
  const heard: LogPlace[] = [];
  let isOver = false;
  let leave: () => unknown = () => undefined;
  const hearing = (async () => {
    while (!isOver) {
      const events = await feed.subscribe(everything, heard.at(-1) ?? after);
      leave = () => events.return();
      let left = staysFor;
      for (let next = await events.next(); !next.done; next = await events.next()) {
        heard.push(next.value.place);
        if (pause > 0) await sleep(pause);
        left -= 1;
        if (left === 0) await events.return();
      }
    }
  })();
  return {
    heard,
    until: async (end: LogPlace) => {
      const deadline = Date.now() + 40_000;
      while (isInFrontOf(heard.at(-1) ?? after, end) && Date.now() < deadline) await sleep(20);
    },
    stop: async () => {
      isOver = true;
      leave();
      await hearing;
    },
  };
}

describe('the change feed', () => {
  it('tells each client all behind its place, once and in order, whoever imports meanwhile and however often it leaves', async () => {
    const other = await openUpToDate(store.databaseUrl);
    await store.importText('2025-01-01.txt', page(1, 0, 500));
    const clients = [
      client(START, { staysFor: Number.POSITIVE_INFINITY, pause: 0 }),
      client(START, { staysFor: 7, pause: 0 }),
      client(START, { staysFor: 260, pause: 1 }),
    ];
    const places = [START];
    for (let day = 2; day < 14; day++) {
      const importing = store.importText(
        `2025-01-${String(day).padStart(2, '0')}.txt`,
        page(day, 500 + day, 530 + day),
      );
      if (day === 5) await importFile(other, store.factReader, SHIPPED_DIGEST);
      const known = await log();
      const after = known[(day * 131) % known.length] as LogPlace;
      places.push(after);
      clients.push(client(after, { staysFor: day % 3 === 0 ? 40 : Number.POSITIVE_INFINITY, pause: 0 }));
      await importing;
    }
    const whole = await log();
    const end = whole.at(-1) as LogPlace;
    await Promise.all(clients.map((one) => one.until(end)));
    await Promise.all(clients.map((one) => one.stop()));
    for (const [index, { heard }] of clients.entries()) {
      const after = index < 3 ? START : (places[index - 2] as LogPlace);
      expect(heard).toEqual(whole.filter((place) => isInFrontOf(after, place)));
    }
    await other.close();
  }, 120_000);

  it('waits for a client that has much to catch up with and takes it slowly', async () => {
    await store.importText('2025-01-01.txt', page(1, 0, MOST_WAITING + 300));
    const events = await feed.subscribe(papersAdded({}), START);
    await sleep(300);
    const heard: LogPlace[] = [];
    while (heard.length < MOST_WAITING + 300) {
      const next = await events.next();
      if (next.done) break;
      heard.push(next.value.place);
    }
    expect(heard).toEqual((await log()).slice(1));
    await store.importText('2025-01-02.txt', page(2, 5_000, 5_001));
    expect((await events.next()).value?.row.slug).toBe('paper-number-5000');
    await events.return();
  }, 120_000);

  it('misses and repeats nothing for who comes while a part is read for others, though that fails and is tried again', async () => {
    await store.importText('2025-01-01.txt', page(1, 0, 3));
    const before = await log();
    const end = before.at(-1) as LogPlace;
    let fail: () => void = () => undefined;
    const failing = new Promise<void>((resolve) => {
      fail = resolve;
    });
    let readings = 0;
    const slow = await feed.subscribe(
      {
        name: 'slow',
        read: async () => {
          readings += 1;
          if (readings > 1) return [];
          await failing;
          throw new Error('This reading fails once');
        },
      },
      end,
    );
    await store.importText('2025-01-02.txt', page(2, 3, 6));
    while (readings === 0) await sleep(10);
    const events = await feed.subscribe(everything, end);
    const heard: LogPlace[] = [];
    const hearing = (async () => {
      for (let next = await events.next(); !next.done; next = await events.next()) heard.push(next.value.place);
    })();
    await sleep(100);
    fail();
    while (readings === 1) await sleep(10);
    await store.importText('2025-01-03.txt', page(3, 6, 9));
    const expected = (await log()).slice(before.length);
    while (heard.length < expected.length) await sleep(10);
    await sleep(300);
    await events.return();
    await hearing;
    await slow.return();
    expect(heard).toEqual(expected);
    expect(errors.splice(0)).toEqual([new Error('This reading fails once')]);
  });

  it('ends at once for who waits, catches up or comes when it is closed', async () => {
    await store.importText('2025-01-01.txt', page(1, 0, 300));
    const [last] = (await log()).slice(-1) as [LogPlace];
    const waiting = (await feed.subscribe(everything, last)).next();
    const catchingUp = await feed.subscribe(everything, START);
    await catchingUp.next();
    feed.close();
    const rest: unknown[] = [];
    for (let next = await catchingUp.next(); !next.done; next = await catchingUp.next()) rest.push(next);
    expect(rest).toEqual([]);
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await (await feed.subscribe(everything, START)).next()).toEqual({ done: true, value: undefined });
  });
});
