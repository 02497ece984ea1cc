import { LRUCache } from 'lru-cache';
import type { ReadState } from '../../changes/watch/corpus-state';
import type { Answer } from '../http/answer';

/** What an answer takes in memory beside its content and its key, in bytes; about. */
const OVERHEAD = 1_000;

/**
 * Keeps whole answers, those asked for last, and forgets all of them with each commit. Nothing tells it of commits: the
 * state of the corpus is read for each question, which costs next to nothing, so no answer is served a moment longer
 * than it is right, on any instance.
 */
export class AnswerCache {
  private readonly answers: LRUCache<string, Answer> | null;
  private state: string | null = null;

  /** @param bytes how much memory answers may take; 0 keeps none */
  constructor(
    bytes: number,
    private readonly readState: ReadState,
  ) {
    this.answers =
      bytes === 0
        ? null
        : new LRUCache<string, Answer>({
            maxSize: bytes,
            sizeCalculation: ({ content }, key) => content.bytes + key.length + OVERHEAD,
          });
  }

  /** How many are kept, and how much memory they take, in bytes. */
  get size(): { entries: number; bytes: number } {
    return { entries: this.answers?.size ?? 0, bytes: this.answers?.calculatedSize ?? 0 };
  }

  /** The answer under a key, if there is one that is right now; and the state, to keep one that is made from now on. */
  async find(key: string): Promise<{ answer: Answer | undefined; state: string | null }> {
    const state = await this.stateNow();
    // From here on without waiting: nobody moves the answers to another state in between.
    return { answer: this.isAt(state) ? this.answers?.get(key) : undefined, state };
  }

  /** Keeps an answer unless something was committed while it was made: it may be of the state before, or of both. */
  async keep(key: string, answer: Answer, stateBefore: string | null): Promise<void> {
    const state = await this.stateNow();
    if (state === stateBefore && this.isAt(state)) this.answers?.set(key, answer);
  }

  /** Counts anew what a kept answer takes, when it was asked for in another coding. */
  weigh(key: string, answer: Answer): void {
    if (this.answers?.peek(key) !== answer) return;
    // One that is there already would not be counted.
    this.answers.delete(key);
    this.answers.set(key, answer);
  }

  /** Null when it is not known: whether the database answers is for the question itself to find out and to report. */
  private async stateNow(): Promise<string | null> {
    return this.answers ? this.readState().catch(() => null) : null;
  }

  /** Whether the answers are of this state; those of another are forgotten first. */
  private isAt(state: string | null): boolean {
    if (state === null) return false;
    if (state !== this.state) this.answers?.clear();
    this.state = state;
    return true;
  }
}
