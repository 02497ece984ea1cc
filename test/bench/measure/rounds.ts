import { cpuTime } from '../processes/cpu';
import { residentMemory } from '../processes/memory';
import type { Load } from '../processes/start-load';
import { median } from '../table';

/** What a server did in one round, or in the median over all. */
export interface Measure {
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor milliseconds of all its server processes for each answer. */
  cpuEach: number;
  bytesEach: number;
  /** Memory of its server processes right after the load. */
  bytesHeld: number;
}

export interface Pace {
  rounds: number;
  seconds: number;
  connections: number;
  /** Before the first round, of each target. */
  warmUpSeconds?: number;
}

/** A server, and what it is asked in turn. */
export interface Target {
  url: string;
  /** All processes that work for its answers, each with all below it. */
  pids: readonly number[];
  bodies: readonly string[];
}

const WARM_UP_SECONDS = 2;

/**
 * Measures servers side by side: each round asks all of them, one after another, each round in another order, so that
 * what else the machine does falls on all alike. Medians come back in the order of the targets.
 */
export async function measureInTurns(
  targets: readonly Target[],
  load: Load,
  { rounds, seconds, connections, warmUpSeconds = WARM_UP_SECONDS }: Pace,
): Promise<Measure[]> {
  const once = async ({ url, pids, bodies }: Target, duration: number): Promise<Measure> => {
    const cpu = () => pids.reduce((sum, pid) => sum + cpuTime(pid), 0);
    const before = cpu();
    const { answers, perSecond, p50, p99, bytesEach } = await load.run({ url, bodies, connections, seconds: duration });
    const cpuEach = (cpu() - before) / answers;
    const bytesHeld = pids.reduce((sum, pid) => sum + residentMemory(pid), 0);
    return { perSecond, p50, p99, cpuEach, bytesEach, bytesHeld };
  };

  for (const target of targets) await once(target, warmUpSeconds);
  const measured: Measure[][] = targets.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < targets.length; turn++) {
      const place = (turn + round) % targets.length;
      const measure = await once(targets[place] as Target, seconds);
      // A short round that other work left no time for says nothing.
      if (Number.isFinite(measure.cpuEach)) measured[place]?.push(measure);
    }
  }
  return measured.map(medians);
}

function medians(measures: readonly Measure[]): Measure {
  const of = (part: keyof Measure) => median(measures.map((measure) => measure[part]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpuEach: of('cpuEach'),
    bytesEach: of('bytesEach'),
    bytesHeld: of('bytesHeld'),
  };
}
