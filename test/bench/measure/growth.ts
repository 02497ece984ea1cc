import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import type { Load } from '../processes/start-load';
import type { ServerProcess } from '../processes/start-server';
import { report } from '../report';
import { markdownTable, median, readable } from '../table';
import { growthPages } from './growth-pages';
import { measureInTurns, type Pace } from './rounds';

/** Short rounds: there are some hundred pages, and what else the machine does is to fall on all sizes alike. */
const SECONDS_EACH = 0.3;
const WARM_UP_SECONDS = 0.2;

/** What is promised of each page: the cost at the largest size, divided by that at the smallest. */
const MOST_GROWTH = 1.3;

interface Size {
  papers: number;
  server: ServerProcess;
  /** Queries by title. */
  pages: Map<string, string>;
}

/** Offprint alone on databases of several sizes, which take turns: what each page of each list costs, and how that grows. */
export async function measureGrowth(databases: readonly MadeDatabase[], load: Load, { rounds }: Pace): Promise<string> {
  const sizes: Size[] = [];
  for (const database of databases) sizes.push(await startSize(database));
  const rows = new Map<string, number[]>();
  for (const title of sizes[0]?.pages.keys() ?? []) {
    if (!sizes.every(({ pages }) => pages.has(title))) continue;
    report(title);
    const targets = sizes.map(({ server, pages }) => ({
      url: server.url,
      pids: [server.pid],
      bodies: [JSON.stringify({ query: pages.get(title) })],
    }));
    const pace = { rounds, seconds: SECONDS_EACH, warmUpSeconds: WARM_UP_SECONDS, connections: 1 };
    const measures = await measureInTurns(targets, load, pace);
    rows.set(
      title,
      measures.map(({ cpuEach }) => cpuEach),
    );
  }
  for (const { server } of sizes) await server.stop();
  return `${table(sizes, rows)}\n\n${summary(sizes, rows)}`;
}

async function startSize(database: MadeDatabase): Promise<Size> {
  report(`${database.papers} papers: looking for pages`);
  const server = await startOffprint(`sqlite:${database.file}`, 'off');
  return { papers: database.papers, server, pages: await growthPages(database, server.url) };
}

function table(sizes: readonly Size[], rows: ReadonlyMap<string, readonly number[]>): string {
  const [smallest, ...larger] = sizes.map(nameOf);
  const heads = [
    'page of 20; CPU ms an answer at',
    ...sizes.map(nameOf),
    ...larger.map((size) => `${size} ÷ ${smallest}`),
  ];
  return markdownTable(
    heads,
    [...rows].map(([title, costs]) => [title, ...[...costs, ...ratios(costs)].map(readable)]),
  );
}

/** How many pages keep the promise: a line for each size but the smallest. */
function summary(sizes: readonly Size[], rows: ReadonlyMap<string, readonly number[]>): string {
  const [smallest, ...larger] = sizes.map(nameOf);
  const all = [...rows.values()].map(ratios);
  return larger
    .map((size, index) => {
      const of = all.map((each) => each[index] as number);
      const within = of.filter((ratio) => ratio <= MOST_GROWTH).length;
      return `${size} ÷ ${smallest}: ${readable(median(of))} in the middle, ${readable(Math.max(...of))} at most; ${within} of ${of.length} pages within ${MOST_GROWTH}.`;
    })
    .join('\n');
}

/** Costs at each size but the smallest, divided by those at the smallest. */
function ratios([base = Number.NaN, ...costs]: readonly number[]): number[] {
  return costs.map((cost) => cost / base);
}

function nameOf({ papers }: Size): string {
  return papers.toLocaleString('en-US');
}
