import Database from 'better-sqlite3';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { cpuTime } from '../processes/cpu';
import type { Load } from '../processes/start-load';
import { report } from '../report';
import { markdownTable, readable } from '../table';
import type { Pace } from './rounds';

const DOCUMENT = `query Search($query: String!) {
  search(query: $query, first: 20) {
    totalCount
    edges { score highlights { field fragment } node { ... on Paper { slug title } } }
  }
}`;
const PROBE = JSON.stringify({ query: '{ __typename }' });
/** More than one, so that a search waits for another one as it does in life. */
const SEARCHERS = 2;

/** Offprint alone: how long searches take, and how long others wait meanwhile. */
export async function measureSearch(database: MadeDatabase, load: Load, { seconds, rounds }: Pace): Promise<string> {
  const server = await startOffprint(`sqlite:${database.file}`, 'off');
  const rows: string[][] = [];
  for (const [title, query] of Object.entries(searches(database))) {
    report(`search: ${title}`);
    const order = {
      url: server.url,
      bodies: [JSON.stringify({ query: DOCUMENT, variables: { query } })],
      connections: SEARCHERS,
      seconds: seconds * rounds,
      probe: PROBE,
    };
    await load.run({ ...order, seconds: 1 });
    const before = cpuTime(server.pid);
    const { answers, perSecond, p50, p99, probe } = await load.run(order);
    const cpuEach = (cpuTime(server.pid) - before) / answers;
    const cells = [perSecond, p50, p99, cpuEach, probe?.p50, probe?.p99, probe?.worst];
    rows.push([`${title}: \`${query}\``, ...cells.map(readable)]);
  }
  await server.stop();
  const heads = [
    'search',
    'answers/s',
    'p50 ms',
    'p99 ms',
    'CPU ms an answer',
    'others p50 ms',
    'others p99 ms',
    'others worst ms',
  ];
  return markdownTable(heads, rows);
}

function searches(database: MadeDatabase): Record<string, string> {
  const db = new Database(database.file, { readonly: true });
  const title = db
    .prepare('select title from paper where id = cast(? as integer)')
    .pluck()
    .get(database.papers >> 1);
  const half = db
    .prepare('select term from search_term where length(term) > 4 order by abs(doc - cast(? as integer)) limit 1')
    .pluck()
    .get(database.papers >> 1);
  const word = db
    .prepare('select word from search_word where term = ? order by length(word) limit 1')
    .pluck()
    .get(half);
  db.close();
  return {
    'a word of one paper': String(title).split(':')[0] as string,
    'two words': 'adversarial smoothness',
    'a word of half of all papers': String(word ?? half),
    'a question': 'how does the batch size change the learning rate of very deep neural networks',
  };
}
