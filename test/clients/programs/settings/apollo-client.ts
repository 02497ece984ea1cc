/** What Apollo Client keeps of lists and of parts without an id, told by the settings that are made from the schema. */
import assert from 'node:assert/strict';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { possibleTypes, typePolicies } from '../../settings/apollo-client';
import { notingFetch } from '../support/noting-fetch';
import { print } from '../support/print';
import { url } from '../support/url';
import type { Found, Papers } from './operations';
import * as operations from './operations';

const { noted, fetch } = notingFetch();
const newClient = () =>
  new ApolloClient({
    link: new HttpLink({ uri: url, fetch }),
    cache: new InMemoryCache({ possibleTypes, typePolicies }),
  });
let client = newClient();

/** The data of an answer, which took so many requests. */
async function ask<Data = Papers>(query: string, requests: number): Promise<Data> {
  const before = noted.length;
  const { data } = await client.query<Data>({ query: gql(query), errorPolicy: 'all' });
  assert.equal(noted.length - before, requests, query);
  return data as Data;
}

// A list is not known because it was counted, nor its edges because its nodes are; its nodes are with its edges.
assert.equal((await ask(operations.COUNT, 1)).papers?.totalCount, 51);
assert.equal((await ask(operations.EDGES, 1)).papers?.edges?.length, 20);
assert.equal((await ask(operations.NODES, 0)).papers?.nodes?.length, 20);
assert.equal((await ask(operations.COUNT, 0)).papers?.totalCount, 51);
client = newClient();
await ask(operations.NODES, 1);
assert.equal((await ask(operations.EDGES, 1)).papers?.edges?.length, 20);

// Lists of other sizes are other lists; a cursor that was not asked for is not known.
assert.equal((await ask(operations.THREE, 1)).papers?.nodes?.length, 3);
assert.match((await ask(operations.CURSOR_OF_THREE, 1)).papers?.pageInfo?.endCursor ?? '', /./);
assert.equal((await ask(operations.NODES, 0)).papers?.nodes?.length, 20);

/** Reads a list to its end, and gives how long it is after each page. */
async function lengths(query: string, cursor: 'after' | 'before'): Promise<number[]> {
  await client.query<Papers>({ query: gql(query) });
  const list = client.watchQuery<Papers>({ query: gql(query) });
  const watching = list.subscribe(() => undefined);
  const found: number[] = [];
  for (;;) {
    const { papers } = client.readQuery<Papers>({ query: gql(query) }) as Papers;
    found.push(papers?.nodes?.length ?? 0);
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = papers?.pageInfo ?? {};
    if (!(cursor === 'after' ? hasNextPage : hasPreviousPage)) break;
    await list.fetchMore({ variables: { [cursor]: cursor === 'after' ? endCursor : startCursor } });
  }
  watching.unsubscribe();
  return found;
}

// Nodes go on page by page, both ways; other fields of the list are asked for anew; asked for anew it begins anew.
assert.deepEqual(await lengths(operations.TITLES, 'after'), [20, 40, 51]);
assert.deepEqual(await lengths(operations.BACKWARDS, 'before'), [20, 40, 51]);
assert.equal((await ask(operations.TITLES, 0)).papers?.nodes?.length, 51);
assert.equal((await ask(operations.EXCERPTS, 1)).papers?.nodes?.length, 20);

// What is refused is null, and what stands beside it is there.
const refused = await ask(operations.REFUSED, 1);
assert.deepEqual([refused.papers, typeof refused.corpus?.version], [null, 'number']);

// What has no id is known by all parts of it that were asked for.
await ask(operations.facets('topics'), 1);
await ask(operations.facets('repositoryHosts'), 1);
const { search } = await ask<Found>(operations.facets('topics', 'repositoryHosts'), 0);
assert.deepEqual(
  Object.values(search.facets)
    .flat()
    .filter((facet) => 'value' in Object(facet)).length,
  2,
);

// A fragment on an interface is one on the types behind it.
const { resource } = await ask<{ resource: object }>(operations.ON_INTERFACE, 1);
assert.deepEqual(Object.keys(resource).sort(), ['__typename', 'id', 'name']);

print('kept');
