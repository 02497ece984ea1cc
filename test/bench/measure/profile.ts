import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stage } from '../contenders/contender';
import { offprintBody, startOffprint } from '../contenders/offprint';
import type { Load } from '../processes/start-load';
import { report } from '../report';
import { markdownTable, readable } from '../table';

const WARM_UP_SECONDS = 3;
const LONGEST_LIST = 15;

interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame }[];
  samples: number[];
}

/** Offprint under load with V8's profiler: the time in each group of code, and in the functions that take most. */
export async function profile(stage: Stage, load: Load, seconds: number, connections: number): Promise<string> {
  const parts: string[] = [];
  for (const query of stage.queries) {
    report(`profiling ${query.name}`);
    const folder = mkdtempSync(join(tmpdir(), 'offprint-profile-'));
    const nodeFlags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'];
    const server = await startOffprint(`sqlite:${stage.database.file}`, 'off', { nodeFlags, env: { DRAIN_MS: '0' } });
    const bodies = query.variants.map((variant) => offprintBody(query, variant));
    await load.run({ url: server.url, bodies, connections, seconds: WARM_UP_SECONDS + seconds });
    await server.stop();
    const [file] = readdirSync(folder);
    const { groups, functions } = shares(JSON.parse(readFileSync(join(folder, file as string), 'utf8')));
    const table = (head: string, rows: Map<string, number>) =>
      markdownTable(
        [head, '% of busy time'],
        [...rows].map(([name, share]) => [name, readable(share * 100)]),
      );
    parts.push(
      `### ${query.title}\n\n${table('group', groups)}\n\n${table('function', functions)}\n\nProfile: ${join(folder, file as string)}\n`,
    );
  }
  return parts.join('\n');
}

/** Shares of the time in which the process did something, by group and by function; the largest first. */
function shares({ nodes, samples }: CpuProfile): { groups: Map<string, number>; functions: Map<string, number> } {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const groups = new Map<string, number>();
  const functions = new Map<string, number>();
  const add = (sums: Map<string, number>, name: string) => sums.set(name, (sums.get(name) ?? 0) + 1);
  const sourceOf = createSourceFinder();
  let busy = 0;
  for (const id of samples) {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)' || frame.functionName === '(program)') continue;
    busy++;
    const group = groupOf(sourceOf(frame), frame.functionName);
    add(groups, group);
    add(functions, `${frame.functionName || '(anonymous)'} (${group})`);
  }
  const largest = (sums: Map<string, number>, most: number) =>
    new Map(
      [...sums]
        .sort(([, a], [, b]) => b - a)
        .slice(0, most)
        .map(([name, sum]) => [name, sum / busy]),
    );
  return { groups: largest(groups, groups.size), functions: largest(functions, LONGEST_LIST) };
}

/** Finds the source of a function: the build puts all of them into one file. */
function createSourceFinder(): (frame: CallFrame) => string {
  const maps = new Map<string, SourceMap | null>();
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith('file:')) return url;
    let map = maps.get(url);
    if (map === undefined) {
      const file = `${fileURLToPath(url)}.map`;
      map = existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null;
      maps.set(url, map);
    }
    const entry = map?.findEntry(lineNumber, columnNumber);
    return entry && 'originalSource' in entry ? entry.originalSource : url;
  };
}

/** The package a function belongs to, the stage of Offprint, or what of Node.js it is. */
function groupOf(source: string, functionName: string): string {
  if (functionName === '(garbage collector)') return 'garbage collector';
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  if (name) return name;
  const [, stage] = /\/src\/([^/]+)\//.exec(source) ?? [];
  if (stage) return `Offprint ${stage}`;
  return source.startsWith('node:') ? 'Node.js' : 'V8 and native code';
}
