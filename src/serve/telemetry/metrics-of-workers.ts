import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';

/** How long the process above may take, in milliseconds: it waits for its workers for a while. */
const PATIENCE = 6_000;

/** What a worker asks the process above for, and what it is told. */
const QUESTION = 'offprint: metrics of all workers';
interface Told {
  metricsOfAll: string | null;
}

/** In the process above: gives the numbers of all workers together, and tells any worker that asks. */
export class MetricsOfWorkers {
  private readonly registry = new AggregatorRegistry();

  /** @throws Error when a worker does not answer in time */
  async read(): Promise<string> {
    return this.registry.clusterMetrics();
  }

  /** Answers what this worker asks. */
  tell(worker: Worker): void {
    worker.on('message', async (message: unknown) => {
      if (message !== QUESTION) return;
      const metricsOfAll = await this.read().catch(() => null);
      if (worker.isConnected()) worker.send({ metricsOfAll } satisfies Told);
    });
  }
}

/** In a worker: has the process above give the numbers of all workers together. */
export class MetricsFromAbove {
  /** What several ask for at once is asked for once. */
  private asked: Promise<string> | null = null;

  constructor() {
    // From now on this worker gives its own when it is asked.
    new AggregatorRegistry();
  }

  /** @throws Error when they do not come in time */
  async read(): Promise<string> {
    this.asked ??= this.ask().finally(() => {
      this.asked = null;
    });
    return this.asked;
  }

  private ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        process.off('message', listen);
      };
      const listen = (message: unknown): void => {
        const text = metricsIn(message);
        if (text === undefined) return;
        end();
        if (text === null) reject(new Error('A worker did not give its metrics in time'));
        else resolve(text);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`Metrics of all workers: expected them within ${PATIENCE} ms, got none`));
      }, PATIENCE);
      process.on('message', listen);
      cluster.worker?.send(QUESTION);
    });
  }
}

function metricsIn(message: unknown): string | null | undefined {
  return typeof message === 'object' && message !== null ? (message as Partial<Told>).metricsOfAll : undefined;
}
