import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReaderAnswer, ReaderData } from './reader-thread';

/** Runs as it is written too: from `src`, where the process reads TypeScript. */
const FILE = join(__dirname, `reader-thread${extname(__filename)}`);

interface Waiting {
  resolve(answer: ReaderAnswer): void;
  reject(error: Error): void;
}

/** A thread that reads digest files, one after another. */
export class Reader {
  private readonly thread: Worker;
  private readonly waiting: Waiting[] = [];
  private ended: Error | null = null;

  /** @param file the program of the thread */
  constructor(data: ReaderData, file = FILE) {
    this.thread = new Worker(file, { workerData: data });
    this.thread.on('message', (answer: ReaderAnswer) => this.waiting.shift()?.resolve(answer));
    this.thread.on('messageerror', (error) => this.end(error.message));
    this.thread.on('error', (error) => this.end(error.message));
    this.thread.on('exit', (code) => this.end(`exit code ${code}`));
  }

  /** Reads a file behind those that were asked for before; fails when the thread has ended, or ends before it has. */
  read(path: string): Promise<ReaderAnswer> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.thread.postMessage(path);
    });
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }

  private end(reason: string): void {
    this.ended ??= new Error(`The thread that reads digest files ended: ${reason}`);
    for (const { reject } of this.waiting.splice(0)) reject(this.ended);
  }
}
