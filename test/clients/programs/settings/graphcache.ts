/** What graphcache keeps of lists and of parts without an id, told by the settings that are made from the schema. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Client, fetchExchange, type RequestPolicy } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { keys, possibleTypes, resolvers } from '../../settings/graphcache';
import { notingFetch } from '../support/noting-fetch';
import { print } from '../support/print';
import { url } from '../support/url';
import type { Found, Papers } from './operations';
import * as operations from './operations';

const warned: string[] = [];
const logger = (severity: string, message: string) => {
  if (severity !== 'debug') warned.push(message);
};
const { noted, fetch } = notingFetch();
const newClient = () =>
  new Client({ url, fetch, exchanges: [cacheExchange({ keys, possibleTypes, resolvers, logger }), fetchExchange] });
const client = newClient();

/** The data of an answer, which took so many requests. */
async function ask<Data = Papers>(
  query: string,
  requests: number,
  variables: object = {},
  requestPolicy: RequestPolicy = 'cache-first',
): Promise<Data> {
  const before = noted.length;
  const { data } = await client.query<Data>(query, variables, { requestPolicy }).toPromise();
  assert.equal(noted.length - before, requests, query);
  assert.ok(data, query);
  return data;
}

// A list is not known because it was counted, nor its edges because its nodes are.
assert.equal((await ask(operations.COUNT, 1)).papers?.totalCount, 51);
assert.equal((await ask(operations.EDGES, 1)).papers?.edges?.length, 20);
assert.equal((await ask(operations.NODES, 1)).papers?.nodes?.length, 20);
assert.equal((await ask(operations.COUNT, 0)).papers?.totalCount, 51);

// Lists of other sizes are other lists; a cursor that was not asked for is not known.
assert.equal((await ask(operations.THREE, 1)).papers?.nodes?.length, 3);
assert.match((await ask(operations.CURSOR_OF_THREE, 1)).papers?.pageInfo?.endCursor ?? '', /./);

/** Reads a list to its end, and gives the ids that it shows with each page. */
async function pages(query: string, cursor: 'after' | 'before'): Promise<string[][]> {
  const found: string[][] = [];
  for (let variables = {}; ; ) {
    const { papers } = await ask(query, 1, variables);
    found.push(papers?.nodes?.map(({ id }) => id) ?? []);
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = papers?.pageInfo ?? {};
    if (!(cursor === 'after' ? hasNextPage : hasPreviousPage)) return found;
    variables = { [cursor]: cursor === 'after' ? endCursor : startCursor };
  }
}

// Each page comes with those before it, both ways; a list begins where it was begun.
const forwards = await pages(operations.TITLES, 'after');
assert.deepEqual(
  forwards.map(({ length }) => length),
  [20, 40, 51],
);
const backwards = await pages(operations.BACKWARDS, 'before');
assert.deepEqual(
  backwards.map(({ length }) => length),
  [20, 40, 51],
);
assert.deepEqual(backwards.at(-1), forwards.at(-1));
const [begun] = [await ask(operations.TITLES, 0)];
assert.equal(begun.papers?.nodes?.length, 20);
assert.equal((await ask(operations.EXCERPTS, 1)).papers?.nodes?.length, 20);
const after = begun.papers?.pageInfo?.endCursor;
const both = await ask(operations.TITLES, 0, { after });
assert.deepEqual(
  both.papers?.nodes?.map(({ id }) => id),
  forwards[1],
);
assert.deepEqual(both.papers?.pageInfo?.startCursor, begun.papers?.pageInfo?.startCursor);
assert.deepEqual(both.papers?.pageInfo?.hasPreviousPage, false);

// What is refused is null, and what stands beside it is there.
const refused = await ask(operations.REFUSED, 1);
assert.deepEqual([refused.papers, typeof refused.corpus?.version], [null, 'number']);

// What has no id is known by all parts of it that were asked for.
await ask(operations.facets('topics'), 1);
await ask(operations.facets('repositoryHosts'), 1);
assert.deepEqual(Object.keys((await ask<Found>(operations.facets('topics', 'repositoryHosts'), 0)).search.facets), [
  'topics',
  'repositoryHosts',
]);

// A fragment on an interface is one on the types behind it.
const { resource } = await ask<{ resource: object }>(operations.ON_INTERFACE, 1);
assert.deepEqual(Object.keys(resource).sort(), ['id', 'name']);

// After an import the list begins anew, and nothing is missing between its first page and its second.
print('kept');
const version = async () => (await ask<Papers>('{ corpus { id version } }', 1, {}, 'network-only')).corpus?.version;
for (const old = await version(); (await version()) === old; ) await setTimeout(200);
const [anew] = [await ask(operations.TITLES, 1, {}, 'network-only')];
assert.equal(anew.papers?.nodes?.length, 20);
assert.notEqual(anew.papers?.nodes?.[0]?.id, begun.papers?.nodes?.[0]?.id);
const next = await ask(operations.TITLES, 1, { after: anew.papers?.pageInfo?.endCursor });
const ids = next.papers?.nodes?.map(({ id }) => id);
assert.deepEqual(ids, [anew.papers?.nodes?.[0]?.id, ...(forwards[2] ?? []).slice(0, 39)]);
assert.deepEqual(warned, []);
print('and begun anew');
