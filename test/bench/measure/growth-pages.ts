import { sqliteDriver } from '../../../src/store/engine/sqlite-driver';
import { ask, at } from '../ask';
import type { MadeDatabase } from '../corpus/made-database';
import { walkBack } from '../walk-back';
import { type GrowthList, growthLists } from './growth-lists';

const Database = sqliteDriver();

/** How far from its end a page of a list is taken: a tenth of the list, and no further than can be walked soon. */
const DEEP = 0.1;
const FURTHEST = 2_000;

/**
 * The pages of all lists, as queries under their titles: the first and the last page, one deep in the list, read forwards
 * and backwards, and the total.
 *
 * @param url an Offprint on the database
 */
export async function growthPages(database: MadeDatabase, url: string): Promise<Map<string, string>> {
  const names = pickNames(database);
  const pages = new Map<string, string>();
  for (const list of growthLists.map((each) => fillIn(each, names))) {
    for (const [page, query] of Object.entries(await pagesOf(list, url))) pages.set(`${list.title}: ${page}`, query);
  }
  return pages;
}

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
