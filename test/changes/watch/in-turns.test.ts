import { setImmediate as breathe } from 'node:timers/promises';
import { inTurns } from '../../../src/changes/watch/in-turns';

describe('work in turns', () => {
  it('begins after it was asked for, is done once for all who wait, and never twice at once', async () => {
    let clock = 0;
    let underWay = 0;
    let turns = 0;
    const ask = inTurns(async () => {
      turns += 1;
      underWay += 1;
      expect(underWay).toBe(1);
      const began = ++clock;
      for (let wait = 0; wait < 3; wait++) await breathe();
      underWay -= 1;
      return began;
    });
    const asked = [];
    for (let n = 0; n < 30; n++) {
      const at = ++clock;
      asked.push(ask().then((began) => expect(began).toBeGreaterThan(at)));
      if (n % 3 === 0) await breathe();
    }
    await Promise.all(asked);
    expect(turns).toBeLessThan(15);
  });

  it('goes on after one that failed', async () => {
    let turns = 0;
    const ask = inTurns(async () => {
      turns += 1;
      if (turns === 1) throw new Error('once');
      return turns;
    });
    const first = ask();
    await expect(first).rejects.toThrow('once');
    expect(await ask()).toBe(2);
  });
});
