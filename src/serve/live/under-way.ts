import type { Work } from '../../store/reading/work';

interface Operation {
  work: Work;
  /** Whether the client still waits for it. */
  isAwaited(): boolean;
}

/** What is done for the operations of one socket: it ends when the client completes them, or goes. */
export class UnderWay {
  private readonly operations = new Set<Operation>();

  add(operation: Operation): void {
    this.operations.add(operation);
  }

  /** Stops what nobody waits for any more; what is done already has nothing to stop. */
  sweep(): void {
    for (const operation of this.operations) {
      if (operation.isAwaited()) continue;
      this.operations.delete(operation);
      operation.work.leave();
    }
  }
}
