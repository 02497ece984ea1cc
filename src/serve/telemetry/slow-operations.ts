import type { Logger } from 'pino';
import type { Rendered } from '../../store/engine/render';
import type { LongStatement } from '../../store/reading/work';
import type { Call } from '../call';

/** How much of a statement and of a name that a client chose is logged, in characters. */
const LONGEST_STATEMENT = 4_000;
const LONGEST_NAME = 100;

/** Logs operations that took long: what they are called and cost, and how the database goes about what it took longest for. */
export class SlowOperations {
  private isExplaining = false;

  /**
   * @param fromMs how long is long, in milliseconds
   * @param explain gives the plan of a statement
   */
  constructor(
    private readonly fromMs: number,
    private readonly explain: (statement: Rendered) => Promise<string[]>,
    private readonly logger: Logger,
  ) {}

  /** Logs it if it was slow. */
  async note({ id, client, transport, operation, work, estimatedCost }: Call, outcome: string): Promise<void> {
    const ms = work.elapsedMs;
    if (ms < this.fromMs) return;
    const { statements, spentMs, waitedMs, longest } = work;
    const plan = longest[0] && (await this.planOf(longest[0]));
    this.logger.warn(
      {
        requestId: id,
        client,
        transport,
        operation: operation?.slice(0, LONGEST_NAME),
        outcome,
        ms: Math.round(ms),
        estimatedMs: estimatedCost === null ? null : Math.round(estimatedCost / 10),
        databaseMs: Math.round(spentMs),
        waitedMs: Math.round(waitedMs),
        statements,
        longest: longest.map((one) => ({
          ms: Math.round(one.ms),
          text: one.text.replace(/\s+/g, ' ').slice(0, LONGEST_STATEMENT),
        })),
        plan,
      },
      'A slow operation',
    );
  }

  /** One at a time: plans are for the log, and are not to load the database further. */
  private async planOf(statement: LongStatement): Promise<string[] | undefined> {
    if (this.isExplaining) return undefined;
    this.isExplaining = true;
    try {
      return await this.explain(statement);
    } catch (error) {
      return [`none to be had: ${String(error)}`];
    } finally {
      this.isExplaining = false;
    }
  }
}
