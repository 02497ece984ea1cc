import Database from 'better-sqlite3';
import { ask, at } from '../ask';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { cpuTime } from '../processes/cpu';
import type { Load } from '../processes/start-load';
import { report } from '../report';
import { markdownTable, readable } from '../table';
import { walkBack } from '../walk-back';
import { type GrowthList, growthLists } from './growth-lists';

const SECONDS_EACH = 0.5;
const WARM_UP_SECONDS = 0.2;
/** How far from its end a page of a list is taken: a tenth of the list, and no further than can be walked soon. */
const DEEP = 0.1;
const FURTHEST = 2_000;

/** Costs by name of list and page, in processor milliseconds an answer. */
type Costs = Map<string, number>;

/** Offprint alone on databases of several sizes: what each page of each list costs, and how that grows. */
export async function measureGrowth(databases: readonly MadeDatabase[], load: Load): Promise<string> {
  const measured: Costs[] = [];
  for (const database of databases) measured.push(await measureSize(database, load));
  const [smallest] = measured as [Costs];
  const rows = [...smallest].map(([title, base]) => {
    const costs = measured.map((size) => size.get(title));
    return [title, ...costs.map(readable), ...costs.slice(1).map((cost) => readable((cost ?? Number.NaN) / base))];
  });
  const sizes = databases.map(({ papers }) => papers.toLocaleString('en-US'));
  const heads = ['page of 20; CPU ms an answer at', ...sizes, ...sizes.slice(1).map((size) => `${size} ÷ ${sizes[0]}`)];
  return markdownTable(heads, rows);
}

async function measureSize(database: MadeDatabase, load: Load): Promise<Costs> {
  const server = await startOffprint(`sqlite:${database.file}`, 'off');
  const named = pickNames(database);
  const costs: Costs = new Map();
  for (const list of growthLists.map((each) => fillIn(each, named))) {
    report(`${database.papers} papers: ${list.title}`);
    for (const [page, query] of Object.entries(await pagesOf(list, server.url))) {
      const order = { url: server.url, bodies: [JSON.stringify({ query })], connections: 1 };
      await load.run({ ...order, seconds: WARM_UP_SECONDS });
      const before = cpuTime(server.pid);
      const { answers } = await load.run({ ...order, seconds: SECONDS_EACH });
      costs.set(`${list.title}: ${page}`, (cpuTime(server.pid) - before) / answers);
    }
  }
  await server.stop();
  return costs;
}

/** The first and the last page, and one deep in the list, read forwards and backwards; and the total. */
async function pagesOf(list: GrowthList, url: string): Promise<Record<string, string>> {
  const path = [...list.within, list.list].map((name) => name.replace(/\(.*$/s, ''));
  const total = Number(
    at(await ask(url, JSON.stringify({ query: queryOf(list, '', 'totalCount') })), ...path, 'totalCount'),
  );
  const items = `edges { node { ${list.node} } } pageInfo { hasNextPage endCursor }`;
  const edges = await walkBack(url, list.list, Math.min(total * DEEP, FURTHEST), list.key, list.within);
  const cursor = JSON.stringify(edges[edges.length >> 1]?.cursor);
  return {
    'first page': queryOf(list, 'first: 20', items),
    'last page': queryOf(list, 'last: 20', items),
    ...(cursor && {
      'deep, forwards': queryOf(list, `first: 20, after: ${cursor}`, items),
      'deep, backwards': queryOf(list, `last: 20, before: ${cursor}`, items),
    }),
    ...(list.counted && { totalCount: queryOf(list, '', 'totalCount') }),
  };
}

function queryOf({ within, list }: GrowthList, window: string, selection: string): string {
  const inner = list.includes('(') ? list.replace('(', `(${window} `) : `${list}${window && `(${window})`}`;
  return `{ ${[...within, inner].reduceRight((rest, outer) => `${outer} { ${rest} }`, selection)} }`;
}

/** Things that have many papers, as literals of a query. */
function pickNames({ file }: MadeDatabase): Record<string, string> {
  const db = new Database(file, { readonly: true });
  const topics = db.prepare('select slug from topic order by paper_count desc, slug limit 2').pluck().all();
  const [repository] = db.prepare('select owner, name from repository order by paper_count desc, key limit 1').all();
  const digest = db.prepare('select slug from digest order by date_key desc limit 1').pluck().get();
  db.close();
  const { owner, name } = repository as { owner: string; name: string };
  const names = { topic: topics[0], other: topics[1], owner, name, digest };
  return Object.fromEntries(Object.entries(names).map(([key, value]) => [key, JSON.stringify(value)]));
}

function fillIn(list: GrowthList, names: Record<string, string>): GrowthList {
  const fill = (text: string) => text.replace(/\$(\w+)/g, (whole, name: string) => names[name] ?? whole);
  return { ...list, within: list.within.map(fill), list: fill(list.list) };
}
