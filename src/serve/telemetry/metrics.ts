import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { KnownNames } from './known-names';

/** Upper bounds of the parts of a histogram, in seconds. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** An operation whose answer is ready. */
export interface Answered {
  transport: string;
  /** What the client calls it, if anything. */
  operation: string | null;
  /** `OK`, or the code of the first error. */
  outcome: string;
  /** In seconds. */
  duration: number;
  /** Processor time that was estimated, in seconds; null where it was refused. */
  estimated: number | null;
  /** Time of the database, and time of waiting for it, in seconds. */
  database: number;
  waited: number;
}

/** A number of the moment that somebody else knows. */
export interface Reading {
  name: string;
  help: string;
  /** How the numbers of several workers make one; the sum unless said. */
  ofWorkers?: 'max';
  /** The label, and the number of each of its values; one number where there is no label. */
  label?: string;
  read(): number | Record<string, number> | Promise<number | Record<string, number>>;
}

/** What Node.js says of a process: processor time, memory, garbage collection, how late its event loop is. */
const ofProcess = new Registry();
let isCollecting = false;

/** The numbers of one server, for Prometheus and whatever reads its format. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly names = new KnownNames();
  private readonly operations: Counter<'operation' | 'transport' | 'outcome'>;
  private readonly durations: Histogram<'operation'>;
  private readonly estimated: Counter<'operation'>;
  private readonly database: Counter<'operation'>;
  private readonly waits: Histogram;
  private readonly ended: Counter<'reason'>;

  constructor() {
    if (!isCollecting) collectDefaultMetrics({ register: ofProcess });
    isCollecting = true;
    const registers = [this.registry];
    this.operations = new Counter({
      name: 'offprint_operations_total',
      help: 'Operations answered, by name, by the way they came, and by what came of them: OK, KEPT (answered from memory), or the code of the first error.',
      labelNames: ['operation', 'transport', 'outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'offprint_operation_duration_seconds',
      help: 'From when an operation was read until its answer was made; those refused and those answered from memory are not among these.',
      labelNames: ['operation'],
      buckets: DURATIONS,
      registers,
    });
    this.estimated = new Counter({
      name: 'offprint_operation_estimated_seconds_total',
      help: 'Processor time that operations were estimated to cost, on the machine of the benchmark at 100,000 papers.',
      labelNames: ['operation'],
      registers,
    });
    this.database = new Counter({
      name: 'offprint_operation_database_seconds_total',
      help: 'Time that the statements of operations took.',
      labelNames: ['operation'],
      registers,
    });
    this.waits = new Histogram({
      name: 'offprint_database_wait_seconds',
      help: 'How long an operation waited for others before its long statements were run, all of these together.',
      buckets: DURATIONS,
      registers,
    });
    this.ended = new Counter({
      name: 'offprint_connections_ended_total',
      help: 'Connections ended by the server: too many at once (limit), or their client did not read (unread).',
      labelNames: ['reason'],
      registers,
    });
    // In a worker it has the process above asked for its numbers.
    AggregatorRegistry.setRegistries([ofProcess, this.registry]);
  }

  /** Counts an operation whose answer is ready. */
  answered({ transport, operation: name, outcome, duration, estimated, database, waited }: Answered): void {
    const operation = this.names.labelOf(name);
    this.operations.inc({ operation, transport, outcome });
    if (estimated === null) return;
    this.durations.observe({ operation }, duration);
    this.estimated.inc({ operation }, estimated);
    this.database.inc({ operation }, database);
    if (waited > 0) this.waits.observe(waited);
  }

  /** Counts an answer that was made before. */
  kept(operation: string | null): void {
    this.operations.inc({ operation: this.names.labelOf(operation), transport: 'http', outcome: 'KEPT' });
  }

  /** Counts a connection that the server ended. */
  endedConnection(reason: 'limit' | 'unread'): void {
    this.ended.inc({ reason });
  }

  /** Has a number read whenever somebody asks for all of them. */
  add({ name, help, ofWorkers, label, read }: Reading): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      aggregator: ofWorkers ?? 'sum',
      registers: [this.registry],
      async collect() {
        const numbers = await read();
        if (typeof numbers === 'number') gauge.set(numbers);
        else for (const [value, number] of Object.entries(numbers)) gauge.set({ [label as string]: value }, number);
      },
    });
  }

  /** All numbers of this process, in Prometheus' text format. */
  async text(): Promise<string> {
    return `${await ofProcess.metrics()}${await this.registry.metrics()}`;
  }
}
