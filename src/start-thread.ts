import { extname, join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * Starts a thread. Its program lies where `src` has it, and runs as it is written where this process runs TypeScript; built,
 * it lies in the same place of `dist`, which is where this file then is, in one with others or alone.
 *
 * @param program the file of the program from `src` on, without its ending
 * @param data what the thread finds as its `workerData`
 * @param resourceLimits how much memory it may take; as Node.js has it unless said
 */
export function startThread(program: string, data: unknown, resourceLimits?: ResourceLimits): Worker {
  const ending = extname(__filename);
  const loader = ending === '.ts' ? { execArgv: ['--require', require.resolve('tsx/cjs')] } : {};
  return new Worker(join(__dirname, `${program}${ending}`), { workerData: data, resourceLimits, ...loader });
}
