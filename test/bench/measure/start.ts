import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOffprint } from '../contenders/offprint';
import { residentMemory } from '../processes/memory';
import { report } from '../report';
import { markdownTable, median, megabytes, readable } from '../table';

const STARTS = 7;

/** Offprint on the shipped digest: time from the start of its process to its first answer, and memory at rest then. */
export async function measureStart(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-start-'));
  const url = `sqlite:${join(folder, 'offprint.sqlite')}`;
  const first: number[] = [];
  const later: number[] = [];
  const memory: number[] = [];
  for (let start = 0; start <= STARTS; start++) {
    report(`start ${start + 1} of ${STARTS + 1}`);
    const server = await startOffprint(url, 'off', {
      env: { SEED_ON_START: 'true', DRAIN_MS: '0' },
      place: 'anywhere',
    });
    (start === 0 ? first : later).push(server.startMs);
    memory.push(residentMemory(server.pid));
    await server.stop();
  }
  rmSync(folder, { recursive: true });
  return markdownTable(
    ['Offprint with the shipped digest', 'first answer after ms', 'memory, MB'],
    [
      ['first start: makes and seeds the database', readable(median(first)), megabytes(memory[0] ?? 0)],
      [`later starts, median of ${STARTS}`, readable(median(later)), megabytes(median(memory.slice(1)))],
    ],
  );
}
