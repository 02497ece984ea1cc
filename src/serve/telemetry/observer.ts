import type { Logger } from 'pino';
import type { Call } from '../call';
import type { Metrics } from './metrics';
import type { SlowOperations } from './slow-operations';

/** An error as clients see it. */
type SeenError = { extensions?: { [name: string]: unknown } };

/** Hears of every operation whose answer is ready: counts it, and logs it if it was slow. */
export class Observer {
  constructor(
    readonly metrics: Metrics,
    private readonly slow: SlowOperations,
    private readonly logger: Logger,
  ) {}

  /** Counts an answer that was made before. */
  kept(operation: string | null): void {
    this.metrics.kept(operation);
  }

  answered(call: Call, errors: readonly SeenError[] | undefined): void {
    const outcome = errors?.length ? String(errors[0]?.extensions?.code) : 'OK';
    const { transport, operation, estimatedCost, work } = call;
    this.metrics.answered({
      transport,
      operation,
      outcome,
      duration: work.elapsedMs / 1000,
      estimated: estimatedCost === null ? null : estimatedCost / 10_000,
      database: work.spentMs / 1000,
      waited: work.waitedMs / 1000,
    });
    this.slow
      .note(call, outcome)
      .catch((error: unknown) => this.logger.error({ err: error }, 'A slow operation could not be logged'));
  }
}
