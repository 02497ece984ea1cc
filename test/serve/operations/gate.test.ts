import { Gate } from '../../../src/serve/operations/gate';

/** Work that ends when it is told to. */
function held(gate: Gate, log: string[], name: string, cost?: number): () => void {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  void gate.pass(() => {
    log.push(name);
    return ended;
  }, cost);
  return finish;
}

const aTurn = (): Promise<void> => new Promise(setImmediate);

describe('a gate', () => {
  it('lets so many pass at once, then the least dear of those that wait, of equal ones the first', async () => {
    const gate = new Gate(2);
    const log: string[] = [];
    const first = held(gate, log, 'first', 9);
    const second = held(gate, log, 'second', 8);
    held(gate, log, 'dear', 7);
    held(gate, log, 'cheap', 1);
    held(gate, log, 'as cheap', 1);
    expect(log).toEqual(['first', 'second']);
    first();
    await aTurn();
    expect(log).toEqual(['first', 'second', 'cheap']);
    second();
    await aTurn();
    expect(log).toEqual(['first', 'second', 'cheap', 'as cheap']);
  });

  it('goes on when one fails', async () => {
    const gate = new Gate(1);
    const failing = gate.pass(() => Promise.reject(new Error('broken')));
    const next = gate.pass(async () => 'done');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await gate.pass(async () => 'free')).toBe('free');
  });
});
