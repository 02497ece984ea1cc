import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOffprint } from '../contenders/offprint';
import { cpuTime } from '../processes/cpu';
import { residentMemory } from '../processes/memory';
import { report } from '../report';
import { markdownTable, median, megabytes, readable } from '../table';

const STARTS = 7;

/** Offprint on the shipped digest: time from the start of its process to its first answer, and what it took until then. */
export async function measureStart(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-start-'));
  const url = `sqlite:${join(folder, 'offprint.sqlite')}`;
  const measured: { startMs: number; cpuMs: number; bytesHeld: number }[] = [];
  for (let start = 0; start <= STARTS; start++) {
    report(`start ${start + 1} of ${STARTS + 1}`);
    const server = await startOffprint(url, 'off', {
      env: { SEED_ON_START: 'true', DRAIN_MS: '0' },
      place: 'anywhere',
    });
    measured.push({
      startMs: server.startMs,
      cpuMs: cpuTime(server.pid),
      bytesHeld: residentMemory(server.pid),
    });
    await server.stop();
  }
  rmSync(folder, { recursive: true });
  const row = (title: string, starts: typeof measured) => [
    title,
    readable(median(starts.map(({ startMs }) => startMs))),
    readable(median(starts.map(({ cpuMs }) => cpuMs))),
    megabytes(median(starts.map(({ bytesHeld }) => bytesHeld))),
  ];
  return markdownTable(
    ['Offprint with the shipped digest', 'first answer after ms', 'CPU ms until then', 'memory, MB'],
    [
      row('first start: makes and seeds the database', measured.slice(0, 1)),
      row(`later starts, median of ${STARTS}`, measured.slice(1)),
    ],
  );
}
