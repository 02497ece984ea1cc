import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { endInOrder } from '../src/ending';
import { DatabaseUnavailable } from '../src/store/database-problem';
import { WorkStopped } from '../src/store/reading/work';
import { startMain } from './support/main';
import { programOf } from './support/programs';

// Processes take their time to start on a busy machine.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'offprint-ending-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Loaded beside Offprint: makes the faults that it should not have. */
const faults = join(folder, 'faults.mjs');
writeFileSync(
  faults,
  `process.on('SIGUSR2', () => { throw new Error('A listener threw'); });
   process.on('SIGHUP', () => void Promise.reject(new Error('A promise failed')));`,
);

describe('an error that nobody handles', () => {
  it('is logged with everything, and ends the process as a signal does but with code 1; a second one does not cut that short', async () => {
    const main = startMain({ DATABASE_URL: `sqlite:${join(folder, 'offprint.sqlite')}`, DRAIN_MS: '4000' }, [
      '--import',
      faults,
      programOf('main'),
    ]);
    const url = /http\S+/.exec((await main.line(/^Offprint is ready/)).msg)?.[0] as string;
    main.process.kill('SIGUSR2');
    const line = await main.line(/^An error that nobody handles/);
    expect(line.err?.stack).toContain('A listener threw');
    expect((await fetch(new URL('/readyz', url))).status).toBe(503);
    main.process.kill('SIGHUP');
    expect((await main.line(/^An error that nobody handles/, 2)).err?.stack).toContain('A promise failed');
    const answer = await fetch(`${url}?query={corpus{paperCount}}`);
    expect(await answer.json()).toEqual({ data: { corpus: { paperCount: 51 } } });
    const { code } = await main.ended;
    expect(code).toBe(1);
    expect(main.logged.map(({ msg }) => msg)).toContain('Stopped');
  });
});

describe('what a statement says that nobody waits for', () => {
  it.each([new WorkStopped('GONE', 1), new DatabaseUnavailable('gone')])('ends nothing: %s', async (error) => {
    const listeners = process.listeners('uncaughtException');
    const run = jest.fn(async () => undefined);
    const exit = jest.spyOn(process, 'exit').mockReturnValue(undefined as never);
    const logger = pino({ level: 'silent' });
    const { exitCode } = process;
    // Longer than the tests: its timer goes on when they are done.
    endInOrder(logger, { run, mostMs: 3_600_000 });
    const [hear] = process.listeners('uncaughtException').filter((listener) => !listeners.includes(listener));
    hear?.(error, 'unhandledRejection');
    expect(run).not.toHaveBeenCalled();
    hear?.(new Error('another'), 'unhandledRejection');
    expect(run).toHaveBeenCalledTimes(1);
    await new Promise(setImmediate);
    expect(exit).toHaveBeenCalledWith(1);
    process.exitCode = exitCode;
    for (const name of ['uncaughtException', 'SIGTERM', 'SIGINT']) process.removeAllListeners(name);
    for (const listener of listeners) process.on('uncaughtException', listener);
    exit.mockRestore();
  });
});
