import pino from 'pino';
import { Unread } from '../../../src/serve/live/unread';

const logger = pino({ level: 'silent' });

describe('what clients have not read', () => {
  it('may be a quarter of all for one client, which is cut off beyond that', () => {
    const unread = new Unread(4_000, logger);
    const cutOff = jest.fn();
    const client = unread.of(cutOff);
    const hasLeft = client.add('x'.repeat(1_000));
    expect(cutOff).not.toHaveBeenCalled();
    hasLeft();
    client.add('é'.repeat(500));
    expect(cutOff).not.toHaveBeenCalled();
    client.add('x');
    expect(cutOff).toHaveBeenCalledTimes(1);
  });

  it('is bounded for all together: the client with most goes first, whoever wrote last', () => {
    const unread = new Unread(4_000, logger);
    const gone: number[] = [];
    const clients = [700, 900, 600, 900, 800].map((size, index) => {
      const client = unread.of(() => gone.push(index));
      client.add('x'.repeat(size));
      return client;
    });
    expect(gone).toEqual([]);
    clients[2]?.add('x'.repeat(200));
    expect(gone).toEqual([1]);
  });

  it('is given back when it has left, and when a connection has ended, once', () => {
    const unread = new Unread(4_000, logger);
    const cutOff = jest.fn();
    for (let n = 0; n < 100; n++) {
      const [first, second] = [unread.of(cutOff), unread.of(cutOff)];
      const hasLeft = first.add('x'.repeat(900));
      second.add('x'.repeat(900))();
      first.forget();
      hasLeft();
      second.forget();
    }
    expect(cutOff).not.toHaveBeenCalled();
  });
});
