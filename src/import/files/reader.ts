import type { Worker } from 'node:worker_threads';
import type { PaperText } from '../../extract/text/field';
import { messageOf } from '../../problem';
import { startThread } from '../../start-thread';
import type { FileAnswer, ReaderData, ReaderReply, TextsAnswer } from './reader-thread';

interface Waiting {
  resolve(answer: FileAnswer | TextsAnswer): void;
  reject(error: Error): void;
}

/**
 * Facts live for a moment. In 16 MB, as Node.js has it, many are cleared up twice, which takes a tenth of the processor time of an
 * import; here they need 40 MB more.
 */
const MEMORY = { maxYoungGenerationSizeMb: 64 };

/** Reads digest files and texts in a thread, one after another; in another thread when one has ended. */
export class Reader {
  private thread: Worker | null = null;
  /** By the numbers of their questions. */
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** @param start starts a thread that runs the program of `reader-thread.ts` */
  constructor(private readonly start: () => Worker) {}

  /** Reads a file behind what was asked for before; fails when the thread ends before it has. */
  read(path: string): Promise<FileAnswer> {
    return this.ask({ path }) as Promise<FileAnswer>;
  }

  /** Reads the facts of texts behind what was asked for before; fails when the thread ends before it has. */
  readTexts(texts: readonly PaperText[]): Promise<TextsAnswer> {
    return this.ask({ texts }) as Promise<TextsAnswer>;
  }

  private ask(what: { path: string } | { texts: readonly PaperText[] }): Promise<FileAnswer | TextsAnswer> {
    this.thread ??= this.listenTo(this.start());
    const { thread } = this;
    const question = { number: this.asked++, ...what };
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
  return new Reader(() => startThread('import/files/reader-thread', data, MEMORY));
}
