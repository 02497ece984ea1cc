// What came since the last visit, which a file remembers: main.ts URL FILE, and again after an import.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ask } from '../ask';

type Change = { action: 'ADDED' | 'CHANGED' | 'REMOVED'; node: { title?: string } | null };
type Changes = { changes: { nodes: Change[]; pageInfo: { endCursor: string | null } } };
/** Where the log ended, and the tag of the empty page behind it. */
type Visit = { cursor: string | null; etag?: string };

const [url = 'http://localhost:4000/graphql', file = 'last-visit.json'] = process.argv.slice(2);
const remember = (visit: Visit) => writeFileSync(file, JSON.stringify(visit));

if (!existsSync(file)) {
  const { changes } = await ask<Changes>(url, '{ changes(last: 1) { nodes { action } pageInfo { endCursor } } }');
  remember({ cursor: changes.pageInfo.endCursor });
  console.log('welcome');
  process.exit();
}

const last = JSON.parse(readFileSync(file, 'utf8')) as Visit;
const query = `query NewSince($after: String) {
  changes(first: 100, after: $after) { nodes { action node { id ... on Paper { title } } } pageInfo { endCursor } }
}`;
const address = `${url}?${new URLSearchParams({ query, variables: JSON.stringify({ after: last.cursor }) })}`;
const response = await fetch(address, { headers: last.etag ? { 'if-none-match': last.etag } : {} });

if (response.status === 304) {
  console.log('nothing new, and nothing sent');
} else {
  assert.equal(response.status, 200);
  const { changes } = ((await response.json()) as { data: Changes }).data;
  const added = changes.nodes.filter(({ action, node }) => action === 'ADDED' && node?.title);
  console.log([`new papers: ${added.length}`, ...added.map(({ node }) => node?.title)].join('\n'));
  const { endCursor } = changes.pageInfo;
  remember(endCursor ? { cursor: endCursor } : { ...last, etag: response.headers.get('etag') ?? undefined });
}
