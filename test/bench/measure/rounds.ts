import type { RunningContender } from '../contenders/contender';
import { cpuTime } from '../processes/cpu';
import { residentMemory } from '../processes/memory';
import type { Load } from '../processes/start-load';
import type { BenchQuery } from '../queries';
import { report } from '../report';
import { median } from '../table';

/** What a contender did in one round, or in the median over all. */
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
}

const WARM_UP_SECONDS = 2;

/** Measures one query: each round asks every contender, each round in another order; medians come back in their order. */
export async function measureQuery(
  query: BenchQuery,
  running: readonly RunningContender[],
  load: Load,
  { rounds, seconds, connections }: Pace,
): Promise<Measure[]> {
  const once = async ({ url, pids, bodyOf }: RunningContender, duration: number): Promise<Measure> => {
    const cpu = () => pids.reduce((sum, pid) => sum + cpuTime(pid), 0);
    const before = cpu();
    const bodies = query.variants.map((variant) => bodyOf(query, variant));
    const { answers, perSecond, p50, p99, bytesEach } = await load.run({ url, bodies, connections, seconds: duration });
    const cpuEach = (cpu() - before) / answers;
    const bytesHeld = pids.reduce((sum, pid) => sum + residentMemory(pid), 0);
    return { perSecond, p50, p99, cpuEach, bytesEach, bytesHeld };
  };

  report(`${query.name}: warm-up`);
  for (const contender of running) await once(contender, WARM_UP_SECONDS);
  const measured: Measure[][] = running.map(() => []);
  for (let round = 0; round < rounds; round++) {
    report(`${query.name}: round ${round + 1} of ${rounds}`);
    for (let turn = 0; turn < running.length; turn++) {
      const place = (turn + round) % running.length;
      measured[place]?.push(await once(running[place] as RunningContender, seconds));
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
