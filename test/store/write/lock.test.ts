import { setTimeout as sleep } from 'node:timers/promises';
import { importFile } from '../../../src/import/import-file';
import { messageOf } from '../../../src/problem';
import { SHIPPED_DIGEST } from '../../../src/seeds';
import { openStore as open, type Store } from '../../../src/store/store';
import { seedEnds } from '../../support/ends';
import { openStore, type TestStore } from '../../support/store';

let store: TestStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

/** Keeps the lock that writers take until it is called. */
async function keepLock({ write }: Store): Promise<() => Promise<void>> {
  let letGo: () => void = () => undefined;
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((isTaken) => {
    done = write(
      () =>
        new Promise<void>((end) => {
          letGo = end;
          isTaken();
        }),
    );
  });
  return async () => {
    letGo();
    await done;
  };
}

const place = () => store.databaseUrl.replace('sqlite:', '').replace(/\/\/.*@/, '//…@');

describe('a write, while another process writes', () => {
  it('waits, says after a while that it does, and goes on', async () => {
    const told: string[] = [];
    let isToldOfIt: () => void = () => undefined;
    const isTold = new Promise<void>((resolve) => {
      isToldOfIt = resolve;
    });
    const other = await open({
      databaseUrl: store.databaseUrl,
      onWait: (sentence) => {
        told.push(sentence);
        isToldOfIt();
      },
    });
    const letGo = await keepLock(store);
    const imported = importFile(other, store.factReader, SHIPPED_DIGEST);
    await isTold;
    await letGo();
    expect((await imported).digests).toMatchObject([{ slug: '2025-03-11', status: 'added' }]);
    expect(told).toEqual([`DATABASE_URL: another process writes to ${place()}; waiting for it, 60 s at most`]);
    await other.close();
  });

  it('gives up when it has waited as long as it may, and can be tried again', async () => {
    const other = await open({ databaseUrl: store.databaseUrl, lockWaitMs: 300 });
    const letGo = await keepLock(store);
    await expect(importFile(other, store.factReader, SHIPPED_DIGEST)).rejects.toThrow(
      `DATABASE_URL: expected ${place()} to be free within 0.3 s (LOCK_WAIT_MS), got one that another process keeps locked; wait for that process or end it, and try again`,
    );
    await letGo();
    expect((await importFile(other, store.factReader, SHIPPED_DIGEST)).digests).toMatchObject([{ status: 'added' }]);
    await other.close();
  });

  it('does not wait at all when it may wait for 0', async () => {
    const other = await open({ databaseUrl: store.databaseUrl, lockWaitMs: 0 });
    const letGo = await keepLock(store);
    const began = performance.now();
    const given = await Promise.race([
      importFile(other, store.factReader, SHIPPED_DIGEST).catch(messageOf),
      sleep(3_000),
    ]);
    const took = performance.now() - began;
    await letGo();
    expect(given).toBe(
      `DATABASE_URL: expected ${place()} to be free within 0 s (LOCK_WAIT_MS), got one that another process keeps locked; wait for that process or end it, and try again`,
    );
    expect(took).toBeLessThan(2_000);
    expect((await importFile(other, store.factReader, SHIPPED_DIGEST)).digests).toMatchObject([{ status: 'added' }]);
    await other.close();
  });

  it('of the command line tells a person both', async () => {
    const letGo = await keepLock(store);
    const { code, said } = await seedEnds({ DATABASE_URL: store.databaseUrl, LOCK_WAIT_MS: '2500' });
    await letGo();
    expect(code).toBe(1);
    expect(said[0]).toBe(`DATABASE_URL: another process writes to ${place()}; waiting for it, 2.5 s at most`);
    expect(said[1]).toContain(`expected ${place()} to be free within 2.5 s (LOCK_WAIT_MS)`);
  });
});
