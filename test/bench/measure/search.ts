import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { startOffprint } from '../contenders/offprint';
import type { MadeDatabase } from '../corpus/made-database';
import { cpuTime } from '../processes/cpu';
import type { Load } from '../processes/start-load';
import { report } from '../report';
import { markdownTable, readable } from '../table';
import type { Pace } from './rounds';

const Database = sqliteDriver();

const DOCUMENT = `query Search($query: String!, $filter: PaperFilter, $withFacets: Boolean = false, $withSuggestion: Boolean = false) {
  search(query: $query, filter: $filter, first: 20) {
    totalCount
    edges { score highlights { field fragment } node { ... on Paper { slug title } } }
    suggestion @include(if: $withSuggestion)
    facets @include(if: $withFacets) {
      topics { value count }
      repositoryHosts { value count }
      years { value count }
      digests { value count }
    }
  }
}`;
const QUESTION = 'how does the batch size change the learning rate of very deep neural networks';
/** So many results of one word are all weighed: nearly as many as a search may visit. */
const MOST_WEIGHED = 19_000;
const PROBE = JSON.stringify({ query: '{ __typename }' });
/** More than one, so that a search waits for another one as it does in life. */
const SEARCHERS = 2;

/** What a search of the table asks for. */
interface Variables {
  query: string;
  filter?: object;
  withFacets?: boolean;
  withSuggestion?: boolean;
}

/** Offprint alone: how long searches take, and how long others wait meanwhile. */
export async function measureSearch(database: MadeDatabase, load: Load, { seconds, rounds }: Pace): Promise<string> {
  const server = await startOffprint(`sqlite:${database.file}`, 'off');
  const rows: string[][] = [];
  for (const [title, variables] of Object.entries(searches(database))) {
    report(`search: ${title}`);
    const order = {
      url: server.url,
      bodies: [JSON.stringify({ query: DOCUMENT, variables })],
      connections: SEARCHERS,
      seconds: seconds * rounds,
      probe: PROBE,
    };
    await load.run({ ...order, seconds: 1 });
    const before = cpuTime(server.pid);
    const { answers, perSecond, p50, p99, probe } = await load.run(order);
    const cpuEach = (cpuTime(server.pid) - before) / answers;
    const cells = [perSecond, p50, p99, cpuEach, probe?.p50, probe?.p99, probe?.worst];
    rows.push([`${title}: \`${variables.query}\``, ...cells.map(readable)]);
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

function searches(database: MadeDatabase): Record<string, Variables> {
  const db = new Database(database.file, { readonly: true });
  const title = String(
    db
      .prepare('select title from paper where id = cast(? as integer)')
      .pluck()
      .get(database.papers >> 1),
  );
  /** Words that stand in about this share of all papers, the nearest first. */
  const wordsIn = (share: number, most: number) =>
    db
      .prepare(
        `select coalesce((select word from search_word w where w.term = t.term order by length(word) limit 1), term)
         from search_term t where length(term) > 4 order by abs(doc - cast(? as integer)) limit cast(? as integer)`,
      )
      .pluck()
      .all(Math.round(database.papers * share), most) as string[];
  const [half = '', other = ''] = wordsIn(1 / 2, 2);
  const [weighed = ''] = wordsIn(Math.min(1 / 2, MOST_WEIGHED / database.papers), 1);
  db.close();
  return {
    'a word of one paper': { query: title.split(':')[0] as string },
    'two words': { query: 'adversarial smoothness' },
    'a word of half of all papers': { query: half },
    'a question': { query: QUESTION },
    'a pasted title': { query: title },
    prefixes: { query: 'w* s*' },
    'a question about papers with code': { query: QUESTION, filter: { hasRepository: true } },
    'a question about papers without a common topic': {
      query: QUESTION,
      filter: { topics: { none: ['optimization'] } },
    },
    'a phrase of two words of half of all papers': { query: `"${half} ${other}"` },
    'a phrase of stop words': { query: '"the of a"' },
    'facets of all that can be weighed': { query: weighed, withFacets: true },
    'facets of a choice': { query: half, withFacets: true },
    'two misspelled words': { query: 'adverserial smoothnes', withSuggestion: true },
  };
}
