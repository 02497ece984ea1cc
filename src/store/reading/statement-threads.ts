import type { Worker } from 'node:worker_threads';
import { codeOf } from '../../problem';
import { startThread } from '../../start-thread';
import type { Rendered } from '../engine/render';
import type { Rows } from '../engine/rows';
import { Lane } from './lane';
import type { ThreadAnswer, ThreadData } from './statement-thread';
import type { Work } from './work';

/** What came of a statement that was run in a thread, and how long it took there, in milliseconds. */
export interface ThreadResult {
  rows: Rows;
  ms: number;
}

/**
 * Threads that run long statements on SQLite, each on a connection of its own that cannot write. They are started when they
 * are first needed, and another one in the place of each that ended.
 */
export class StatementThreads {
  private readonly idle: StatementThread[] = [];
  private readonly lane: Lane;
  private isClosed = false;

  /** @param most how many threads */
  constructor(
    private readonly data: ThreadData,
    most: number,
  ) {
    this.lane = new Lane(most);
  }

  /** How many statements wait for a thread. */
  get queued(): number {
    return this.lane.queued;
  }

  /**
   * Runs a statement when its turn comes.
   *
   * @param check throws when it is not to be run by then
   * @throws WorkStopped when the operation was stopped by then
   */
  run(work: Work, statement: Rendered, check: () => void): Promise<ThreadResult> {
    return this.lane.pass(work, async () => {
      check();
      const thread = this.takeIdle() ?? new StatementThread(this.data);
      try {
        return await thread.run(statement);
      } finally {
        if (this.isClosed) await thread.close();
        else this.idle.push(thread);
      }
    });
  }

  private takeIdle(): StatementThread | undefined {
    for (let thread = this.idle.pop(); thread; thread = this.idle.pop()) if (!thread.hasEnded) return thread;
    return undefined;
  }

  /** Ends the threads, each when it has run what it runs. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.idle.splice(0).map((thread) => thread.close()));
  }
}

interface Waiting {
  resolve(answer: ThreadAnswer): void;
  reject(error: Error): void;
}

/** One thread; it runs one statement at a time. */
class StatementThread {
  hasEnded = false;
  private readonly thread: Worker;
  private waiting: Waiting | null = null;

  constructor(data: ThreadData) {
    this.thread = startThread('store/reading/statement-thread', data);
    this.thread.unref();
    this.thread.on('message', (answer: ThreadAnswer) => this.settle()?.resolve(answer));
    this.thread.on('messageerror', (error) => this.end(error));
    this.thread.on('error', (error) => this.end(error));
    this.thread.on('exit', (code) => this.end(new Error(`exit code ${code}`)));
  }

  /** @throws what SQLite says of the statement, or an Error when the thread ends */
  async run(statement: Rendered): Promise<ThreadResult> {
    this.thread.ref();
    const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.thread.postMessage(statement);
    });
    if ('rows' in answer) return answer;
    const { message, code } = answer.failure;
    throw Object.assign(new Error(message), { code, name: 'SqliteError' });
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }

  private settle(): Waiting | null {
    const { waiting } = this;
    this.waiting = null;
    this.thread.unref();
    return waiting;
  }

  private end(reason: Error): void {
    this.hasEnded = true;
    const error = new Error(`The thread that runs long statements ended: ${reason.message}`, { cause: reason });
    // Such as SQLite's, when it could not open the file.
    this.settle()?.reject(Object.assign(error, { code: codeOf(reason) }));
  }
}
