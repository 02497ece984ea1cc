import { EventQueue, MOST_WAITING, SubscriberTooSlow } from '../../../src/changes/watch/event-queue';

describe('the queue of a subscriber', () => {
  it('hands out events in order, those asked for before they come too', async () => {
    const queue = new EventQueue<number>(() => undefined);
    const first = queue.next();
    queue.push([1, 2]);
    expect([await first, await queue.next()]).toEqual([
      { done: false, value: 1 },
      { done: false, value: 2 },
    ]);
  });

  it('ends with an error, told once, and lets go of everything when it is full', async () => {
    let ends = 0;
    const queue = new EventQueue<number>(() => {
      ends += 1;
    });
    queue.push(Array.from({ length: MOST_WAITING }, (_, index) => index));
    expect(queue.hasRoomFor(1)).toBe(false);
    queue.push([0]);
    await expect(queue.next()).rejects.toThrow(SubscriberTooSlow);
    expect([await queue.next(), ends]).toEqual([{ done: true, value: undefined }, 1]);
  });

  it('ends at once for those who wait when it is no longer wanted', async () => {
    const queue = new EventQueue<number>(() => undefined);
    const waiting = queue.next();
    await queue.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});
