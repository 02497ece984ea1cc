import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { MetricsOfWorkers } from './telemetry/metrics-of-workers';

/** How long until a worker that ended is replaced, at first and at most, in milliseconds; doubled each time. */
const WAIT = { first: 100, most: 10_000 } as const;

/** After so long a life a worker ends for a new reason, and is replaced as fast as the first one. In milliseconds. */
const LONG_LIFE = 10_000;

/** How long after the time that it has for stopping a worker is taken for stuck, in milliseconds. */
const PATIENCE = 1_000;

/**
 * The processes that serve, seen from the one above them: so many on one port; another one in the place of each that
 * ends; all stopped together.
 */
export class Workers {
  /** The numbers of all of them together. */
  readonly metrics = new MetricsOfWorkers();
  private readonly running = new Set<Worker>();
  /** What starts another one in the place of each that ended. */
  private readonly starting = new Set<NodeJS.Timeout>();
  private isServing = false;
  /** Where they take requests, once it is known. */
  private url = '';
  /** Whether all have ended at once: a free port that was found is free again then, and is asked for by its number. */
  private hasLostPort = false;
  private wait: number = WAIT.first;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /**
   * Starts them, and gives the address when all take requests.
   *
   * @throws Error when one ends before that
   */
  async start(): Promise<string> {
    const workers = Array.from({ length: this.config.workers }, () => this.fork());
    const ended = workers.map(async (worker) => {
      await once(worker, 'exit');
      throw new Error('A worker ended before it took requests; the line that it logged says why');
    });
    const ready = Promise.all(workers.map((worker) => once(worker, 'message')));
    const [[url]] = (await Promise.race([ready, ...ended])) as [[string]];
    this.isServing = true;
    this.url = url;
    return url;
  }

  /** How long a stop takes at most, with some time to spare for the process above, in milliseconds. */
  get mostMsToStop(): number {
    return this.config.drainMs + this.config.shutdownGraceMs + 2 * PATIENCE;
  }

  /**
   * Asks all to stop as a server alone does, and waits until they have.
   *
   * @returns whether they did in time
   */
  async stop(): Promise<boolean> {
    this.isServing = false;
    for (const timer of this.starting) clearTimeout(timer);
    this.starting.clear();
    const { drainMs, shutdownGraceMs } = this.config;
    const stopped = [...this.running].map(async (worker) => {
      const stuck = setTimeout(() => worker.process.kill('SIGKILL'), drainMs + shutdownGraceMs + PATIENCE);
      worker.process.kill('SIGTERM');
      const [code, signal] = await once(worker, 'exit');
      clearTimeout(stuck);
      // One that was just started ends by the signal.
      return code === 0 || signal === 'SIGTERM';
    });
    return (await Promise.all(stopped)).every(Boolean);
  }

  private fork(): Worker {
    const worker = cluster.fork(this.hasLostPort ? { PORT: new URL(this.url).port } : {});
    const started = performance.now();
    this.running.add(worker);
    this.metrics.tell(worker);
    const onEnd = (code: number | null, signal: string | null): void => {
      if (!this.running.delete(worker)) return;
      if (!this.isServing) return;
      if (this.running.size === 0) this.hasLostPort = true;
      if (performance.now() - started > LONG_LIFE) this.wait = WAIT.first;
      const { wait } = this;
      this.wait = Math.min(wait * 2, WAIT.most);
      this.logger.error({ worker: worker.id, code, signal }, `A worker ended; another one starts in ${wait} ms`);
      // It keeps this process alive: all workers may have ended at once.
      const timer = setTimeout(() => {
        this.starting.delete(timer);
        this.fork();
      }, wait);
      this.starting.add(timer);
    };
    worker.once('exit', onEnd);
    // Such as no more descriptors or processes: one that could not be started is tried again.
    worker.on('error', (error) => {
      this.logger.error({ err: error, worker: worker.id }, 'A worker could not be started, or not be told');
      if (worker.process.pid === undefined) onEnd(null, null);
    });
    return worker;
  }
}

/** Tells the process above this one, if there is one, at which address it takes requests. */
export function tellReady(url: string): void {
  process.send?.(url);
}
