// A copy of all papers, and what to do when they change: main.ts URL, then import a digest.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { ask } from '../ask';

type Paper = { __typename: string; id: string; slug: string; title: string; firstSeenOn: string | null };
type Page<Item> = { nodes: Item[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const [url = 'http://localhost:4000/graphql'] = process.argv.slice(2);
const PAPER = 'fragment paper on Paper { __typename id slug title firstSeenOn }';
const PAPERS = `${PAPER} query ($after: String) {
  papers(first: 100, after: $after) { nodes { ...paper } pageInfo { hasNextPage endCursor } }
}`;
const CHANGES = `${PAPER} query ($after: String) {
  changes(first: 100, after: $after) { nodes { nodeId node { id ...paper } } pageInfo { hasNextPage endCursor } }
}`;

async function everything(): Promise<Map<string, Paper>> {
  const copy = new Map<string, Paper>();
  for (let [after, more] = [null as string | null, true]; more; ) {
    const { papers } = await ask<{ papers: Page<Paper> }>(url, PAPERS, { after });
    for (const paper of papers.nodes) copy.set(paper.id, paper);
    [after, more] = [papers.pageInfo.endCursor, papers.pageInfo.hasNextPage];
  }
  return copy;
}

// Where the log of changes ends is asked first: what changes while the papers are read comes again behind it.
const end = await ask<{ changes: Page<never> }>(url, '{ changes(last: 1) { pageInfo { endCursor } } }');
let after = end.changes.pageInfo.endCursor;
const copy = await everything();
console.log(`copied ${copy.size} papers`);

// The bell rings when something is behind the cursor, also if that came before anybody listened.
const BELL = 'subscription ($after: String) { changeOccurred(after: $after) { cursor } }';
const client = createClient({ url });
await client.iterate({ query: BELL, variables: { after } }).next();
client.dispose();
for (let more = true; more; ) {
  const { changes } = await ask<{ changes: Page<{ nodeId: string; node: Paper | null }> }>(url, CHANGES, { after });
  for (const { nodeId, node } of changes.nodes) {
    if (node === null) copy.delete(nodeId);
    else if (node.__typename === 'Paper') copy.set(nodeId, node);
  }
  [after, more] = [changes.pageInfo.endCursor ?? after, changes.pageInfo.hasNextPage];
}
assert.deepEqual(copy, await everything());
console.log(`in step again, with ${copy.size} papers`);
