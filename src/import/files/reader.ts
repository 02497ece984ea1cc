import type { Worker } from 'node:worker_threads';
import { messageOf } from '../../problem';
import { startThread } from '../../start-thread';
import type { ReaderAnswer, ReaderData, ReaderQuestion, ReaderReply } from './reader-thread';

interface Waiting {
  resolve(answer: ReaderAnswer): void;
  reject(error: Error): void;
}

/** Reads digest files in a thread, one after another; in another thread when one has ended. */
export class Reader {
  private thread: Worker | null = null;
  /** By the numbers of their questions. */
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** @param start starts a thread that runs the program of `reader-thread.ts` */
  constructor(private readonly start: () => Worker) {}

  /** Reads a file behind those that were asked for before; fails when the thread ends before it has. */
  read(path: string): Promise<ReaderAnswer> {
    this.thread ??= this.listenTo(this.start());
    const { thread } = this;
    const question: ReaderQuestion = { number: this.asked++, path };
    return new Promise((resolve, reject) => {
      this.waiting.set(question.number, { resolve, reject });
      thread.postMessage(question);
    });
  }

  async close(): Promise<void> {
    await this.thread?.terminate();
  }

  private listenTo(thread: Worker): Worker {
    const end = (reason: string): void => {
      if (this.thread !== thread) return;
      this.thread = null;
      void thread.terminate();
      const error = new Error(`the thread that reads digest files ended: ${reason}`);
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    thread.on('message', ({ number, answer }: ReaderReply) => {
      this.waiting.get(number)?.resolve(answer);
      this.waiting.delete(number);
    });
    thread.on('messageerror', (error) => end(messageOf(error)));
    thread.on('error', (error) => end(messageOf(error)));
    thread.on('exit', (code) => end(`exit code ${code}`));
    return thread;
  }
}

/** Reads by a thread of its own. */
export function createReader(data: ReaderData): Reader {
  return new Reader(() => startThread('import/files/reader-thread', data));
}
