import type { Contender, RunningContender, Stage } from '../contenders/contender';
import { residentMemory } from '../processes/memory';
import type { Load } from '../processes/start-load';
import { report } from '../report';
import { markdownTable, megabytes, readable } from '../table';
import { checkAgreement } from './check-agreement';
import { type Measure, measureInTurns, type Pace } from './rounds';

/**
 * Runs contenders side by side: a table for each query, and one of the memory they held.
 *
 * @param yardstick the contender whose processor time is 1 in the column of ratios
 */
export async function compare(
  stage: Stage,
  chosen: readonly Contender[],
  yardstick: Contender,
  load: Load,
  pace: Pace,
  print: (text: string) => void,
): Promise<void> {
  const running: RunningContender[] = [];
  try {
    for (const contender of chosen) {
      report(`starting ${contender.name}`);
      running.push(await contender.start(stage));
    }
    report('checking that all give the same answers');
    await checkAgreement(stage, running);
    const atRest = running.map(heldBy);
    const most = running.map(() => 0);
    for (const query of stage.queries) {
      report(query.name);
      const targets = running.map(({ url, pids, bodyOf }) => ({
        url,
        pids,
        bodies: query.variants.map((variant) => bodyOf(query, variant)),
      }));
      const measures = await measureInTurns(targets, load, pace);
      print(`### ${query.title}\n\n${table(running, measures, yardstick)}\n`);
      measures.forEach(({ bytesHeld }, index) => {
        most[index] = Math.max(most[index] ?? 0, bytesHeld);
      });
    }
    const memory = running.map(({ name }, index) => [name, megabytes(atRest[index] ?? 0), megabytes(most[index] ?? 0)]);
    print(
      `### Memory of the server processes\n\n${markdownTable(['server', 'at rest, MB', 'under load, MB'], memory)}\n`,
    );
  } finally {
    for (const contender of running) await contender.stop();
  }
}

function heldBy({ pids }: RunningContender): number {
  return pids.reduce((sum, pid) => sum + residentMemory(pid), 0);
}

function table(running: readonly RunningContender[], measures: readonly Measure[], yardstick: Contender): string {
  const unit = measures[running.findIndex(({ name }) => name === yardstick.name)]?.cpuEach ?? Number.NaN;
  const rows = running.map(({ name }, index) => {
    const { perSecond, p50, p99, cpuEach, bytesEach } = measures[index] as Measure;
    return [name, perSecond, p50, p99, cpuEach, cpuEach / unit, bytesEach / 1_000].map((cell) =>
      typeof cell === 'number' ? readable(cell) : cell,
    );
  });
  const short = yardstick.name.split(':')[0]?.toLowerCase();
  const heads = ['server', 'answers/s', 'p50 ms', 'p99 ms', 'CPU ms an answer', `CPU, ${short} = 1`, 'kB an answer'];
  return markdownTable(heads, rows);
}
